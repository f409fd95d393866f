import MediaSpend
import Monetary
import Testing
import WorkTime

@Suite("Estimates against what was paid")
struct EstimateCalibrationTests {
    private func calibration(_ sketch: String, _ paid: [(String, String, String)]) throws -> EstimateCalibration {
        let cube = try SpendSketch(sketch).cube(by: [.medium, .month])
        return EstimateCalibration(
            of: "A", cube,
            try paid.map { .init(month: CivilMonth($0)!, medium: $1, amount: try yuan($2)) })
    }

    private let estimates = """
        A 2025-01 100.00 medium=TV
        A 2025-02 200.00 medium=TV
        A 2025-03 100.00 medium=TV
        A 2025-01 50.00 medium=Radio
        """

    @Test("a factor and its range, as worked out by hand")
    func byHand() throws {
        let found = try calibration(
            estimates, [("2025-01", "TV", "60.00"), ("2025-02", "TV", "100.00"), ("2025-03", "TV", "40.00")])
        let television = try #require(found.media.first)
        #expect(television.factor == .value(0.5))
        // Residuals 10, 0, −10: √(3 · 200 ÷ 2) ÷ 400 = 0.0433; Student's t with two degrees holds 80 % within 1.8856.
        let ranges = try #require(television.ranges.value)
        #expect(abs(ranges[0].upperBound - (0.5 + 1.885_618 * 0.043_301_27)) < 1e-6)
        #expect(abs(ranges[0].lowerBound + ranges[0].upperBound - 1) < 1e-12)
        #expect(ranges[1].upperBound > ranges[0].upperBound)
        #expect(found.total.paid == (try yuan("200.00")))
        #expect(found.total.estimated == (try yuan("400.00")))
    }

    @Test("few months have no range, a medium that the vendor did not see no factor")
    func absent() throws {
        let found = try calibration(
            estimates, [("2025-01", "Radio", "40.00"), ("2025-02", "Radio", "10.00"), ("2025-01", "Print", "7.00")])
        #expect(found.media.map(\.medium) == ["Print", "Radio"])
        #expect(found.media[0].factor == .absent(.emptyWhole))
        #expect(found.media[1].factor == .value(1))
        #expect(found.media[1].ranges == .absent(.historyTooShort))
    }

    @Test("months that were not delivered are left out")
    func months() throws {
        let found = try calibration(estimates, [("2024-12", "TV", "60.00"), ("2025-01", "TV", "60.00")])
        #expect(found.total.months == [CivilMonth("2025-01")!])
        #expect(try calibration(estimates, []).total.factor == .absent(.emptyWhole))
    }

    @Test("media that are all off by the same factor have a range without width")
    func exact() throws {
        let found = try calibration(
            estimates, [("2025-01", "TV", "70.00"), ("2025-02", "TV", "140.00"), ("2025-03", "TV", "70.00")])
        let range = try #require(found.total.ranges.value)[0]
        #expect(abs(range.upperBound - range.lowerBound) < 1e-12)
    }
}
