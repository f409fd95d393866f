import Testing

@testable import Scheduling

@Suite("The heaviest antichain")
struct HeaviestAntichainTests {
    @Test("of a chain it is the heaviest element, of equals the lowest")
    func chain() {
        #expect(antichain([1, 5, 2], [[1, 2], [2], []]) == [1])
        #expect(antichain([4, 4, 4], [[1, 2], [2], []]) == [0])
    }

    @Test("what is comparable with nothing is always in it")
    func free() {
        #expect(antichain([1, 1, 1], [[], [], []]) == [0, 1, 2])
        #expect(antichain([], []) == [])
    }

    @Test("two light elements outweigh the one below both")
    func fork() {
        #expect(antichain([5, 3, 3], [[1, 2], [], []]) == [1, 2])
        #expect(antichain([6, 3, 3], [[1, 2], [], []]) == [0])
    }

    @Test("it weighs what the heaviest of all sets without comparable pairs weighs, and lies lowest of those")
    func exhaustive() {
        var generator = SplitMix64(state: 5)
        for trial in 0..<600 {
            let count = Int.random(in: 1...9, using: &generator)
            let weights = (0..<count).map { _ in Int.random(in: 1...(trial % 2 == 0 ? 2 : 9), using: &generator) }
            let above = order(count, &generator)
            let found = antichain(weights, above)
            let all = Self.antichains(above)
            let best = all.map { weight($0, weights) }.max()
            #expect(all.contains(found), "trial \(trial)")
            #expect(weight(found, weights) == best, "trial \(trial)")
            for other in all where weight(other, weights) == best {
                let isBelow = found.allSatisfy { member in
                    other.contains(member) || other.contains { above[member].contains($0) }
                }
                #expect(isBelow, "trial \(trial): \(found) does not lie below \(other)")
            }
        }
    }

    private func antichain(_ weights: [Int], _ above: [[Int]]) -> [Int] {
        HeaviestAntichain(weights: weights, above: above).members
    }

    private func weight(_ members: [Int], _ weights: [Int]) -> Int { members.reduce(0) { $0 + weights[$1] } }

    /// A random strict order: pairs in the order of the numbers, and all that follows from them.
    private func order(_ count: Int, _ generator: inout SplitMix64) -> [[Int]] {
        var above = Array(repeating: Set<Int>(), count: count)
        for lower in stride(from: count - 2, through: 0, by: -1) {
            for upper in lower + 1..<count where Int.random(in: 0..<4, using: &generator) == 0 {
                above[lower].formUnion(above[upper].union([upper]))
            }
        }
        return above.map { $0.sorted() }
    }

    private static func antichains(_ above: [[Int]]) -> [[Int]] {
        (0..<1 << above.count).map { bits in above.indices.filter { bits >> $0 & 1 == 1 } }.filter { set in
            !set.contains { lower in set.contains { above[lower].contains($0) } }
        }
    }
}
