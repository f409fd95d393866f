import Parallel
import Synchronization
import Testing

@Suite("Handing over in order")
struct HandoverTests {
    @Test("pieces are taken in the order of their numbers, whoever left them when", arguments: [1, 2, 7])
    func order(threads: Int) {
        let handover = Handover<Int>(makers: threads)
        let next = Atomic(0)
        var taken: [Int] = []
        Workers(threads).together { _ in
            while case let number = next.add(1, ordering: .relaxed).oldValue, number < 500 {
                // Some take much longer than their neighbours.
                let piece = (0..<(number % 5 * 2_000)).reduce(number) { sum, _ in sum }
                handover.leave(piece, number: number)
            }
            handover.end()
        } meanwhile: {
            while let piece = handover.take() { taken.append(piece) }
        }
        #expect(taken == Array(0..<500))
    }

    @Test("who is too far ahead waits: no more than two pieces a thread lie there")
    func bounded() {
        let handover = Handover<Int>(makers: 3)
        let next = Atomic(0)
        let there = Atomic(0)
        let most = Atomic(0)
        Workers(3).together { _ in
            while case let number = next.add(1, ordering: .relaxed).oldValue, number < 1_000 {
                handover.leave(number, number: number)
                let count = there.add(1, ordering: .sequentiallyConsistent).newValue
                most.max(count, ordering: .sequentiallyConsistent)
            }
            handover.end()
        } meanwhile: {
            while handover.take() != nil { there.subtract(1, ordering: .sequentiallyConsistent) }
        }
        // The one that was just taken may still be counted.
        #expect(most.load(ordering: .sequentiallyConsistent) <= 6 + 1)
    }

    @Test("nothing left by anyone is the end")
    func nothing() {
        let handover = Handover<Int>(makers: 2)
        handover.end()
        handover.end()
        #expect(handover.take() == nil)
    }

    @Test("a turnstile lets through in the order of numbers, also past one who failed")
    func turnstile() {
        struct Fault: Error {}
        let turnstile = Turnstile()
        let next = Atomic(0)
        let passed = Mutex<[Int]>([])
        Workers(4).together { _ in
            while case let number = next.add(1, ordering: .relaxed).oldValue, number < 200 {
                try? turnstile.pass(number) {
                    passed.withLock { $0.append(number) }
                    if number % 3 == 0 { throw Fault() }
                }
            }
        } meanwhile: {
        }
        #expect(passed.withLock { $0 } == Array(0..<200))
    }
}
