import Foundation
import Headroom
import Testing

/// Sixteen finished jobs of the OR-AS database through the files that a user has, against figures of another program.
@Suite("cost forecast on finished jobs", .enabled(if: SharedJobs.arePresent, "needs ../shared/data/cost/evm"))
struct SharedForecastTests {
    @Test("the JSON answer holds the figures of every golden status", arguments: SharedJobs.golden)
    func golden(row: SharedJobs.Golden) throws {
        let status = try SharedJobs.status(of: row)

        func expect(_ value: JSONValue?, _ name: String, within tolerance: Double) throws {
            let expected = try #require(row.figures[name])
            let found = try #require(value?.figure, "\(name)")
            #expect(abs(found - expected) <= tolerance, "\(name): \(found) for \(expected)")
        }

        for (member, name) in [
            ("plannedValue", "pv"), ("earnedValue", "ev"), ("actualCost", "ac"), ("accruedCost", "accrued_ac"),
        ] { try expect(status[member], name, within: 0.02) }
        for (method, name) in [
            ("pf1", "eac_pf1"), ("cpi", "eac_cpi"), ("spi", "eac_spi"), ("sci", "eac_sci"), ("spit", "eac_spit"),
            ("cpi80spi20", "eac_08_02"), ("progressMix", "eac_progress_mix"),
        ] { try expect(status["estimateAtCompletion"]?[method], name, within: 0.0200001) }
        try expect(status["forecast"]?["median"], "eac_accrued_clipped_mix", within: 0.0200001)
        try expect(status["costPerformanceIndex"], "cpi", within: 1e-6)
        try expect(status["schedulePerformanceIndex"], "spi", within: 1e-6)
        try expect(status["scheduleIndexInTime"], "spi_t", within: 1e-6)
        try expect(status["earnedSchedule"], "es_days", within: 1e-5)
        try expect(status["timeElapsed"], "at_days", within: 1e-5)
        #expect(status["finish"]?["median"]?.figure != nil)
    }
}

/// The jobs of `../shared/data/cost/evm`, or of the folder that `HEADROOM_SHARED` names.
enum SharedJobs {
    private static let folder: URL = {
        let shared = ProcessInfo.processInfo.environment["HEADROOM_SHARED"].map { URL(filePath: $0) }
        return (shared ?? HouseTests.root.appending(path: "../shared")).appending(path: "data/cost/evm")
    }()

    static var arePresent: Bool { FileManager.default.fileExists(atPath: folder.appending(path: "golden.json").path) }

    /// The figures of one status as another program computed them.
    struct Golden: Sendable, CustomTestStringConvertible {
        let job: String
        let period: Int
        let figures: [String: Double]
        var testDescription: String { "\(job) period \(period)" }
    }

    static let golden: [Golden] = {
        guard let data = try? Data(contentsOf: folder.appending(path: "golden.json")),
            let file = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
            let rows = file["rows"] as? [[String: Any]]
        else { return [] }
        return rows.compactMap { row in
            guard let job = row["project"] as? String, let period = row["period"] as? Int else { return nil }
            return Golden(job: job, period: period, figures: row.compactMapValues { ($0 as? NSNumber)?.doubleValue })
        }
    }()

    /// What `cost forecast --json` states of a status.
    static func status(of row: Golden) throws -> JSONValue {
        func file(_ ending: String) throws -> InputFile {
            try InputFile(reading: folder.appending(path: "\(row.job)\(ending).csv").path)
        }
        let answer = try Answer.costForecast(
            of: CostForecastRequest(
                series: file(""), baseline: file("_pv_daily"), tracking: file("_tracking"),
                activities: file("_activities"), currency: .eur))
        guard case .array(let statuses)? = answer.json["statuses"] else { preconditionFailure("no statuses") }
        return try #require(statuses.first { $0["period"] == .integer(row.period) })
    }
}

extension JSONValue {
    /// A number, or an amount written as text.
    fileprivate var figure: Double? {
        switch self {
        case .number(let value): value
        case .integer(let value): Double(value)
        case .string(let text): Double(text)
        default: nil
        }
    }
}
