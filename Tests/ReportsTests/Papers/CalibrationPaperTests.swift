import Costing
import Testing

@testable import Reports

@Suite("Papers of forecasts that learn")
struct CalibrationPaperTests {
    /// Finished jobs of a budget of 1,000 by planned value, earned value and cost at each status.
    private static let jobs: [(name: String, rows: [[Int64]])] = [
        ("Spring launch", [[250, 200, 204], [500, 500, 505], [750, 800, 802], [1_000, 1_000, 1_001]]),
        ("Summer film", [[250, 100, 112], [500, 450, 480], [1_000, 1_000, 1_080]]),
        (
            "Autumn press",
            [[250, 150, 140], [500, 300, 310], [750, 600, 660], [900, 850, 960], [1_000, 1_000, 1_150]]
        ),
    ]

    private static func calibrated() throws -> [CalibrationJob] {
        try jobs.enumerated().map { index, job in
            let series = try StatusSeries(checking: SampleSeries(job.rows, budget: 1_000).draft)
            return try #require(CalibrationJob(id: "job-\(index)", name: job.name, series))
        }
    }

    private static func reference() throws -> ReferenceClass {
        ReferenceClass(name: "2025", jobs: try calibrated().map(\.closed))
    }

    @Test("the calibration reads as it was read and kept, in both languages")
    func calibration() throws {
        let jobs = try Self.calibrated()
        let reference = try Self.reference()
        let calibration = Calibration(
            jobs, rows: jobs.map { $0.rows(learning: FittedClass(reference.without($0.id))) },
            learning: .init(name: "2025", fewest: 2, most: 2))
        try expectGolden(CalibrationPaper(calibration: calibration, source: "2025"), "cost-calibration")
    }

    @Test("the forecast by finished jobs reads as it was read and kept, in both languages")
    func forecast() throws {
        let series = try StatusSeries(checking: SampleSeries.launchFilm.draft)
        let outlook = CostOutlook(
            series, approved: SampleSeries.euro(105_000), learning: FittedClass(try Self.reference()))
        try expectGolden(
            CostForecastPaper(outlook: outlook, source: "film.csv", findings: series.findings), "cost-forecast-learned")
    }

    @Test("the fan opens from what is spent towards the ranges of the end")
    func fan() throws {
        let series = try StatusSeries(checking: SampleSeries.launchFilm.draft)
        let outlook = CostOutlook(series, learning: FittedClass(try Self.reference()))
        let report = CostForecastPaper(outlook: outlook, source: "film.csv").report(in: Phrasebook(.english))
        guard case .line(let chart) = report.charts[0] else {
            Issue.record("the first chart is \(report.charts[0])")
            return
        }
        let cost = try #require(chart.series.first { $0.isLeading })
        let seam = try #require(cost.forecastFrom)
        #expect(cost.bands.map(\.name) == ["50% range", "80% range", "90% range"])
        let half = cost.bands[0].ranges
        #expect(half[..<(seam - 1)].allSatisfy { $0 == nil })
        let ends = try cost.bands.map { try #require($0.ranges.compactMap(\.self).last) }
        #expect(ends[1].lowerBound < ends[0].lowerBound && ends[0].upperBound < ends[1].upperBound)
        #expect(ends[2].lowerBound < ends[1].lowerBound && ends[1].upperBound < ends[2].upperBound)
        #expect(half[seam - 1].map { $0.upperBound - $0.lowerBound } == 0)
    }

    @Test("the jobs of a folder read as they were read and kept, in both languages")
    func folder() throws {
        let reference = try Self.reference()
        let open = CostOutlook(
            try StatusSeries(checking: SampleSeries.launchFilm.draft), learning: FittedClass(reference))
        let done = try Self.calibrated()[1]
        let paper = CostFolderPaper(
            jobs: [
                .init(
                    id: "job-1", name: done.name,
                    outlook: CostOutlook(done.series, learning: FittedClass(reference.without("job-1")))),
                .init(id: "film", name: "Launch film", outlook: open),
            ], source: "2026")
        try expectGolden(paper, "cost-folder")
    }
}
