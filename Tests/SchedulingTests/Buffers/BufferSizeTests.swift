import Scheduling
import Testing
import WorkTime

/// The example of eight activities of the PM Knowledge Center (OR-AS), in days of 480 minutes.
@Suite("The sizes of buffers")
struct BufferSizeTests {
    private static let safe = [1: 2, 2: 9, 3: 5, 4: 2, 5: 3, 6: 6, 7: 2, 8: 3]
    private static let aggressive = [1: 1, 2: 6, 3: 3, 4: 1, 5: 2, 6: 4, 7: 1, 8: 2]
    private static let chains = [[2, 6, 8], [1, 4], [3, 5, 7]]

    private func chain(_ activities: [Int], perDay: Int = 480) -> [(safe: WorkMinutes, aggressive: WorkMinutes)] {
        activities.map { (WorkMinutes(Self.safe[$0]! * perDay), WorkMinutes(Self.aggressive[$0]! * perDay)) }
    }

    @Test("half of the project's chain and of the two that feed it, as published")
    func cutAndPaste() {
        let days = Self.chains.map { BufferSize.cutAndPaste.minutes(behind: chain($0)).count / 480 }
        #expect(days == [6, 1, 3])
    }

    @Test("the root of the squares with the share of the links, and half of that without any")
    func adaptiveDensity() {
        let plain = BufferSize.adaptiveDensity.minutes(behind: chain([2, 6, 8])).count
        #expect(abs(Double(plain) - 3.7417 * 240) < 1)
        // Eight links among eight activities double it.
        let dense = BufferSize.adaptiveDensity.minutes(behind: chain([2, 6, 8]), links: 8, activities: 8).count
        #expect(abs(dense - 2 * plain) <= 1)
        // One link among ten: 1.1 × 20 ÷ 2 is 11 to the minute.
        let twenty = [(safe: WorkMinutes(20), aggressive: WorkMinutes(0))]
        #expect(BufferSize.adaptiveDensity.minutes(behind: twenty, links: 1, activities: 10).count == 11)
    }

    @Test("rounded up to the minute; nothing behind nothing", arguments: BufferSize.allCases)
    func edges(size: BufferSize) {
        #expect(size.minutes(behind: []) == .zero)
        let odd = [
            (safe: WorkMinutes(8), aggressive: WorkMinutes(5)), (safe: WorkMinutes(4), aggressive: WorkMinutes(4)),
        ]
        let expected: [BufferSize: Int] = [.cutAndPaste: 5, .rootSquaredError: 3, .adaptiveDensity: 2]
        #expect(size.minutes(behind: odd).count == expected[size])
        let long = [(safe: WorkMinutes(3_000_000_000), aggressive: WorkMinutes(0))]
        #expect(size.minutes(behind: long).count <= 3_000_000_000)
    }

    @Test("the root of the squares of what was cut")
    func rootSquaredError() {
        let days = Self.chains.map { Double(BufferSize.rootSquaredError.minutes(behind: chain($0)).count) / 480 }
        for (found, known) in zip(days, [3.7417, 1.4142, 2.4495]) { #expect(abs(found - known) < 1.0 / 480) }
    }
}
