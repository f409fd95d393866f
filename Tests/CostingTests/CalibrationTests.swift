import Costing
import Monetary
import Testing

@Suite("Calibration")
struct CalibrationTests {
    private func calibration() throws -> Calibration {
        let jobs = try MadeJobs.paths.enumerated().map { index, path in
            try #require(CalibrationJob(id: "job-\(index)", name: "Job \(index)", try MadeJobs.series(path)))
        }
        let reference = try MadeJobs.reference()
        return Calibration(
            jobs, rows: jobs.map { $0.rows(learning: FittedClass(reference.without($0.id))) },
            learning: .init(name: "made", fewest: 2, most: 2))
    }

    @Test("a plain rule is scored by its definition")
    func plainRule() throws {
        let score = try #require(try calibration().score(of: .estimate(.pf1)))
        // Cost so far plus the rest as budgeted, of each job in turn.
        let estimates: [[Double]] = [[1_004, 1_005, 1_002], [1_012, 1_030], [990, 1_010, 1_055, 1_110]]
        let ends: [Double] = [1_001, 1_080, 1_150]
        let means = zip(estimates, ends).map { (estimates: [Double], end: Double) -> Double in
            let errors = estimates.map { (estimate: Double) -> Double in abs(estimate / end - 1) }
            return errors.reduce(0, +) / Double(errors.count)
        }
        #expect(abs(score.error - means.reduce(0, +) / 3) < 1e-12)
        #expect(score.jobs == 3 && score.statuses == 9)
        // From a fifth on: 200, none (100 and 450 are outside), 300.
        let early: Double = (abs(1_004.0 / 1_001 - 1) + abs(1_010.0 / 1_150 - 1)) / 2
        #expect(abs(try #require(score.errorByStage[0]) - early) < 1e-12)
        #expect(score.spread == nil)
        // At two fifths report 500 and 450; only the second overspent, and its 1,030 is no warning.
        #expect(score.warnings.overspends == 1 && score.warnings.hits == 0 && score.warnings.falseAlarms == 0)
    }

    @Test("the forecast has a spread, and its coverage a standard error by jobs")
    func spread() throws {
        let spread = try #require(try calibration().score(of: .referenceClass)?.spread)
        #expect(spread.coverages.map(\.nominal) == [0.5, 0.8, 0.9])
        #expect(abs(spread.coverages[1].standardError - (0.8 * 0.2 / 3).squareRoot()) < 1e-12)
        #expect(spread.width > 0 && spread.rankedScore > 0 && (0...1).contains(spread.brierScore))
    }

    @Test("rows stand by job, method and time, without a row where there is no figure")
    func rows() throws {
        let calibration = try calibration()
        #expect(calibration.rows.prefix(4).map(\.period) == [1, 2, 3, 4])
        #expect(Set(calibration.rows.prefix(4).map(\.method)) == [.referenceClass])
        #expect(!calibration.rows.contains { $0.method == .progressWeightedAccrued })
        #expect(calibration.rows.filter { $0.method == .estimate(.cpi3) && $0.job == "job-1" }.count == 1)
    }

    @Test(
        "on sixteen finished jobs, each forecast by the others, it comes true as measured",
        .enabled(if: SharedSeries.isPresent, "needs ../shared/data/cost/evm"))
    func shared() throws {
        let jobs = try SharedSeries.jobs.keys.sorted().map { id in
            try #require(CalibrationJob(id: id, name: id, try SharedSeries.series(id)))
        }
        let all = ReferenceClass(name: "evm", jobs: jobs.map(\.closed))
        let calibration = Calibration(
            jobs, rows: jobs.map { $0.rows(learning: FittedClass(all.without($0.id))) },
            learning: .init(name: "evm", fewest: 15, most: 15))
        let score = try #require(calibration.score(of: .referenceClass))
        let spread = try #require(score.spread)
        #expect(score.statuses == 259)
        #expect(abs(score.error - 0.0379) < 0.0002)
        #expect(abs(spread.rankedScore - 0.0317) < 0.0002)
        #expect(abs(spread.brierScore - 0.104) < 0.001)
        #expect(abs(spread.coverages[1].actual - 0.829) < 0.002)
        #expect(score.warnings.hits == 5 && score.warnings.overspends == 6 && score.warnings.falseAlarms == 1)
        #expect(abs(try #require(calibration.score(of: .estimate(.pf1))).error - 0.0514) < 0.0001)
    }
}
