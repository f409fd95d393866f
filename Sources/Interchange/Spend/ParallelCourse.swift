import MediaSpend
import Parallel
import Synchronization

/// The course of a month file through several threads: cut in order, parsed at the same time, settled in order, made
/// into something at the same time, taken in order.
///
/// What fails first in the order of the file is what the caller is told, whichever thread met what first.
final class ParallelCourse: Sendable {
    private let pass: MonthFilePass
    private let cutting = Mutex(Cutting())
    private let settling = Turnstile()
    /// Set once something failed: what comes after it in the file is not done any more.
    private let failure = Mutex<(any Error)?>(nil)

    private struct Cutting {
        var hasEnded = false
        /// The number of the next block, or of the fault that ends the file.
        private var next = 0

        mutating func takeNumber() -> Int {
            defer { next += 1 }
            return next
        }
    }

    init(_ pass: MonthFilePass) { self.pass = pass }

    /// - Throws: what failed first.
    func run<Prepared, Made>(
        on workers: Workers, prepare: (Vocabulary) throws -> Prepared,
        make: @escaping @Sendable (OccurrenceChunk, Prepared, Int) -> Made, take: (Made) throws -> Void
    ) throws {
        let made = Handover<[Made]>(makers: workers.count)
        withoutActuallyEscaping(prepare) { prepare in
            // Turns keep any two threads from preparing at once.
            nonisolated(unsafe) let prepare = prepare
            workers.together { worker in
                self.work(worker, made, prepare: { try prepare($0) }, make: make)
            } meanwhile: {
                while let pieces = made.take() {
                    for piece in pieces { attempt { try take(piece) } }
                }
            }
        }
        if let error = failure.withLock({ $0 }) { throw error }
    }

    /// One thread's part.
    private func work<Prepared, Made>(
        _ worker: Int, _ made: Handover<[Made]>, prepare: (Vocabulary) throws -> Prepared,
        make: (OccurrenceChunk, Prepared, Int) -> Made
    ) {
        let thread = pass.thread()
        while let (number, cut) = cut(thread.block) {
            if case .success = cut { thread.parse() }
            let settled = settling.pass(number) {
                attempt { try settle(thread, cut).map { ($0, try prepare(pass.names)) } } ?? []
            }
            nonisolated(unsafe) let pieces = settled.map { make($0, $1, worker) }
            made.leave(pieces, number: number)
        }
        made.end()
    }

    /// Cuts the next block; what goes wrong with that is said when its turn comes.
    private func cut(_ block: RecordBlock) -> (number: Int, cut: Result<Void, any Error>)? {
        cutting.withLock { state in
            guard !state.hasEnded else { return nil }
            let cut = Result { try pass.next(into: block) }
            guard case .success(true) = cut else {
                state.hasEnded = true
                guard case .failure(let error) = cut else { return nil }
                return (state.takeNumber(), .failure(error))
            }
            return (state.takeNumber(), .success(()))
        }
    }

    private func settle(
        _ thread: MonthFilePass.Thread, _ cut: Result<Void, any Error>
    ) throws -> [OccurrenceChunk] {
        try cut.get()
        return try pass.settle(thread)
    }

    /// Does something unless something failed before; nothing is given for what fails.
    @discardableResult
    private func attempt<Value>(_ work: () throws -> Value) -> Value? {
        guard failure.withLock({ $0 == nil }) else { return nil }
        do {
            return try work()
        } catch {
            failure.withLock { $0 = $0 ?? error }
            cutting.withLock { $0.hasEnded = true }
            return nil
        }
    }
}
