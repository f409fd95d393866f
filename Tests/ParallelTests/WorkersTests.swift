import Parallel
import Synchronization
import Testing

@Suite("Working on several threads")
struct WorkersTests {
    @Test("pieces come in order, each once", arguments: [1, 2, 3, 7, 64], [0, 1, 2, 63, 500])
    func order(threads: Int, pieces: Int) {
        var taken: [Int] = []
        Workers(threads).inOrder(pieces) { piece in
            // Some take much longer than their neighbours.
            (0..<(piece % 5 * 2_000)).reduce(piece) { sum, _ in sum }
        } handOn: {
            taken.append($0)
        }
        #expect(taken == Array(0..<pieces))
    }

    @Test("no more pieces are there at once than threads")
    func bounded() {
        let there = Atomic(0)
        var most = 0
        Workers(3).inOrder(1_000) { _ in
            there.add(1, ordering: .sequentiallyConsistent).newValue
        } handOn: { seen in
            most = max(most, seen)
            there.subtract(1, ordering: .sequentiallyConsistent)
        }
        #expect(most <= 3)
    }

    @Test("work inside work comes to an end")
    func nested() {
        var sum = 0
        Workers(4).inOrder(20) { outer in
            var inner = 0
            Workers(4).inOrder(10) {
                outer * 10 + $0
            } handOn: {
                inner += $0
            }
            return inner
        } handOn: {
            sum += $0
        }
        #expect(sum == (0..<200).reduce(0, +))
    }

    @Test("what the calling thread comes by is worked on once, by threads that are told apart", arguments: [1, 2, 7])
    func spread(threads: Int) {
        let sums = Mutex([Int](repeating: 0, count: threads))
        Workers(threads).spread { (piece: Int, thread) in
            sums.withLock { $0[thread] += piece }
        } feed: { leave in
            for piece in 1...1_000 { leave(piece) }
        }
        #expect(sums.withLock { $0.reduce(0, +) } == 500_500)
        Workers(threads).spread { (_: Int, _) in
            Issue.record("nothing was left")
        } feed: { _ in
        }
    }

    @Test("what was left before a fault is worked on, and the fault comes out", arguments: [1, 2, 7])
    func spreadFault(threads: Int) {
        struct Fault: Error {}
        let worked = Atomic(0)
        #expect(throws: Fault.self) {
            try Workers(threads).spread { (_: Int, _) in
                worked.add(1, ordering: .relaxed)
            } feed: { leave in
                for piece in 0..<100 { leave(piece) }
                throw Fault()
            }
        }
        #expect(worked.load(ordering: .relaxed) == 100)
    }

    @Test("there is always one")
    func atLeastOne() {
        #expect(Workers(0).count == 1 && Workers(-5).count == 1)
        #expect(Workers.all.count >= 1)
    }
}
