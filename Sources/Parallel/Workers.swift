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
    public func together(_ work: @escaping @Sendable (Int) -> Void, meanwhile: () -> Void) {
        let group = DispatchGroup()
        for thread in 0..<count { DispatchQueue.global().async(group: group) { work(thread) } }
        meanwhile()
        group.wait()
    }
}
