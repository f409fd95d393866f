import Costing
import Diagnostics
import Foundation
import Monetary
import Testing
import WorkTime

/// The series of `../shared/data/cost/evm`, or of the folder that `HEADROOM_SHARED` names.
enum SharedSeries {
    static let folder: URL = {
        let shared = ProcessInfo.processInfo.environment["HEADROOM_SHARED"].map { URL(filePath: $0) }
        return (shared ?? FigureTable.root.appending(path: "../shared")).appending(path: "data/cost/evm")
    }()

    static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.appending(path: "golden.json").path) }

    /// The figures of one status as another program computed them.
    struct Golden: Sendable, CustomTestStringConvertible {
        let project: String
        let period: Int
        let figures: [String: Double]
        var testDescription: String { "\(project) period \(period)" }
    }

    static let golden: [Golden] = {
        guard isPresent, let data = try? Data(contentsOf: folder.appending(path: "golden.json")),
            let file = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
            let rows = file["rows"] as? [[String: Any]]
        else { return [] }
        return rows.map { row in
            Golden(
                project: row["project"] as! String, period: row["period"] as! Int,
                figures: row.compactMapValues { ($0 as? NSNumber)?.doubleValue })
        }
    }()

    /// The rows of `projects.csv` by id.
    static let jobs: [String: [String: String]] = {
        guard isPresent, let table = try? table("projects") else { return [:] }
        return Dictionary(uniqueKeysWithValues: table.rows.map { ($0["id"]!, $0) })
    }()

    private static func table(_ name: String) throws -> FigureTable {
        try FigureTable(folder.appending(path: "\(name).csv"))
    }

    /// One job with its baseline by day and its activities.
    static func series(_ id: String) throws -> StatusSeries {
        let job = jobs[id]!
        let rows = try table(id).rows.map { row in
            StatusSeriesDraft.Row(
                period: Located(Int(row["period"]!)!), date: Located(.minute(minute(row["status_date"]!))),
                plannedValue: Located(try euro(row["pv"]!)), earnedValue: Located(try euro(row["ev"]!)),
                actualCost: Located(try euro(row["ac"]!)))
        }
        let baseline = try table("\(id)_pv_daily").rows.map { row in
            StatusSeriesDraft.PlannedDay(
                day: Located(CivilDay(row["day_end"]!)!), plannedValue: Located(try euro(row["pv"]!)))
        }
        let tracking = try table("\(id)_tracking").rows.map { row in
            StatusSeriesDraft.TrackedActivity(
                period: Located(Int(row["period"]!)!), activity: row["activity_id"]!, earnedValue: try euro(row["ev"]!),
                actualCost: try euro(row["ac"]!))
        }
        return try StatusSeries(
            checking: StatusSeriesDraft(
                currency: .eur, rows: rows, baseline: baseline, tracking: tracking,
                budgetAtCompletion: try euro(job["bac"]!), plannedStart: minute(job["planned_start"]!),
                plannedFinish: minute(job["planned_end"]!)))
    }

    private static func minute(_ text: String) -> CivilMinute { CivilMinute(text.prefix(16))! }

    /// The mean over jobs of the mean error of a forecast of the final cost, as a share of it, over the statuses between
    /// 2 % and 98.5 % complete.
    static func meanError(_ forecast: (StatusReading) throws -> Double) throws -> Double {
        try meanOverJobs { series in
            let final = series.statuses.last!.actualCost.approximateUnits
            return try scored(series).map { abs(try forecast($0) / final - 1) }
        }
    }

    /// The same for the duration, up to the first status at which all is earned.
    static func meanTimeError(_ forecast: (StatusReading, PlannedValueCurve) throws -> Double) throws -> Double {
        try meanOverJobs { series in
            let plan = series.plan!
            let end = series.statuses.first { $0.earnedValue.minorUnits >= series.budgetAtCompletion.minorUnits }!
            let real = Double((end.instant - plan.plannedStart).count) / 1_440
            return try scored(series).map { abs(try forecast($0, plan) / real - 1) }
        }
    }

    private static func scored(_ series: StatusSeries) throws -> [StatusReading] {
        try series.readings.filter { reading in
            let progress = try reading.value.progress
            return try progress > Rate("0.02") && progress < Rate("0.985") && reading.status.actualCost.minorUnits > 0
        }
    }

    private static func meanOverJobs(_ errors: (StatusSeries) throws -> [Double]) throws -> Double {
        let means = try jobs.keys.sorted().map { id in
            let errors = try errors(series(id))
            return errors.reduce(0, +) / Double(errors.count)
        }
        return means.reduce(0, +) / Double(means.count)
    }
}
