import Dispatch
import Glibc
import Synchronization

/// How many threads may work at one thing at a time. What comes out never depends on it, only when it comes.
public struct Workers: Hashable, Sendable {
    /// At least 1.
    public let count: Int

    /// - Parameter count: less than 1 counts as 1.
    public init(_ count: Int) { self.count = max(1, count) }

    /// The calling thread alone.
    public static let one = Workers(1)

    /// One for each processor of the machine that is on line.
    public static var all: Workers {
        Workers(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    }

    /// Makes pieces at the same time, and hands them on one after another in their order.
    ///
    /// No more than ``count`` pieces are there at once, whatever their number: whoever has made one waits for its turn.
    ///
    /// - Parameters:
    ///   - pieces: how many there are.
    ///   - make: makes the piece of a number; called from several threads.
    ///   - handOn: takes the pieces in order, one at a time, though not always on the same thread.
    public func inOrder<Piece>(_ pieces: Int, make: @Sendable (Int) -> Piece, handOn: (Piece) -> Void) {
        let threads = min(count, pieces)
        guard threads > 1 else {
            for piece in 0..<pieces { handOn(make(piece)) }
            return
        }
        // Turns keep any two from handing on at once.
        withoutActuallyEscaping(handOn) { handOn in
            nonisolated(unsafe) let handOn = handOn
            share(pieces, threads, make: make) { handOn($0) }
        }
    }

    private func share<Piece>(
        _ pieces: Int, _ threads: Int, make: @Sendable (Int) -> Piece, handOn: @Sendable (Piece) -> Void
    ) {
        let next = Atomic(0)
        let turns = Turnstile()
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            while true {
                let piece = next.add(1, ordering: .relaxed).oldValue
                guard piece < pieces else { return }
                let made = make(piece)
                turns.pass(piece) { handOn(made) }
            }
        }
    }
}

extension Workers {
    /// Does the same work on all threads, and something else on the calling one meanwhile.
    ///
    /// - Parameters:
    ///   - work: is told the number of its thread, 0 through ``count`` − 1.
    ///   - meanwhile: runs on the calling thread; this returns when all are done.
    public func together(_ work: @escaping @Sendable (Int) -> Void, meanwhile: () throws -> Void) rethrows {
        let group = DispatchGroup()
        for thread in 0..<count { DispatchQueue.global().async(group: group) { work(thread) } }
        defer { group.wait() }
        try meanwhile()
    }

    /// Works on pieces that only the calling thread can come by: whichever thread is free takes the next.
    ///
    /// No more than a few pieces are there at once, whatever their number. Without other threads each is worked on as it
    /// comes.
    ///
    /// - Parameters:
    ///   - work: is told the number of its thread, 0 through ``count`` − 1.
    ///   - feed: runs on the calling thread and leaves the pieces; when it throws, those that it left are still worked on.
    public func spread<Piece: Sendable>(
        _ work: @escaping @Sendable (Piece, Int) -> Void, feed: (_ leave: (Piece) -> Void) throws -> Void
    ) rethrows {
        guard count > 1 else { return try feed { work($0, 0) } }
        let pieces = Handover<Piece>(makers: 1, takers: count)
        try together { thread in
            while let piece = pieces.take() { work(piece, thread) }
        } meanwhile: {
            defer { pieces.end() }
            var number = 0
            try feed { piece in
                pieces.leave(piece, number: number)
                number += 1
            }
        }
    }
}
