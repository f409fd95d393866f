import Diagnostics
import Foundation
import Interchange
import Scheduling
import Testing
import WorkTime

/// Projects with the dates that P6 itself computed, from the shared data.
struct XEROracle: Sendable, CustomTestStringConvertible {
    let name: String
    /// How many activities it has that P6 scheduled.
    let count: Int
    var testDescription: String { name }

    static let all = [
        XEROracle(name: "p6-a-25act", count: 25), XEROracle(name: "p6-c0-47act-5cal-progress", count: 47),
        XEROracle(name: "p6-c2-49act-5cal-progress", count: 49),
    ]
    static let arePresent = Datasets.exists(Datasets.shared("scheduling/oracles/p6-a-25act.xer"))

    func path(_ ending: String) -> String { Datasets.shared("scheduling/oracles/\(name).\(ending)") }

    func bytes() throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path("xer")))) }

    func schedule() throws -> Schedule {
        let reading = try PlanReader.read(try bytes(), file: name)
        return try Project(checking: reading.draft, calendars: Stage.calendars, findings: reading.findings).schedule()
    }

    /// What P6 computed, by `task_id`, of each activity that it scheduled.
    func expected() throws -> [String: Expected] {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let file = try decoder.decode(File.self, from: Data(contentsOf: URL(fileURLWithPath: path("json"))))
        return Dictionary(
            uniqueKeysWithValues: file.tasks.filter { !$0.summary && $0.expected.es != nil }.map {
                ("\($0.uid)", $0.expected)
            })
    }

    private struct File: Decodable {
        var tasks: [Task]
    }
    private struct Task: Decodable {
        var uid: Int
        var summary: Bool
        var expected: Expected
    }
    struct Expected: Decodable {
        var es, ef, ls, lf: String?
        var totalFloatH, freeFloatH: Double?
        var critical, longestPath: Bool
    }
}

@Suite("Projects that P6 scheduled", .enabled(if: XEROracle.arePresent, "needs ../shared/data/scheduling/oracles"))
struct XEROracleTests {
    @Test("scheduled anew, every date, float and path is that of P6", arguments: XEROracle.all)
    func agreement(_ oracle: XEROracle) throws {
        let schedule = try oracle.schedule()
        let expected = try oracle.expected()
        #expect(expected.count == oracle.count)
        var met = 0
        for (activity, dates) in zip(schedule.project.activities, schedule.activities) {
            guard let wanted = activity.facts.externalID.flatMap({ expected[$0] }) else { continue }
            met += 1
            let minutes = { (hours: Double?) in hours.map { WorkMinutes(Int(($0 * 60).rounded())) } }
            #expect(
                "\(dates.earlyStart) \(dates.earlyFinish)" == "\(wanted.es ?? "") \(wanted.ef ?? "")", "\(activity.id)")
            #expect(
                "\(dates.lateStart) \(dates.lateFinish)" == "\(wanted.ls ?? "") \(wanted.lf ?? "")", "\(activity.id)")
            #expect(dates.totalFloat == minutes(wanted.totalFloatH), "\(activity.id)")
            #expect(dates.freeFloat == minutes(wanted.freeFloatH), "\(activity.id)")
            #expect(dates.isCritical == wanted.critical, "\(activity.id)")
            #expect(dates.isOnLongestPath == wanted.longestPath, "\(activity.id)")
        }
        #expect(met == oracle.count)
    }

    @Test("stored dates and floats play no part", arguments: XEROracle.all)
    func withoutStoredDates(_ oracle: XEROracle) throws {
        let stored = [
            "early_start_date", "early_end_date", "late_start_date", "late_end_date", "total_float_hr_cnt",
            "free_float_hr_cnt", "driving_path_flag", "target_start_date", "target_end_date", "restart_date",
            "reend_date",
            "rem_late_start_date", "rem_late_end_date", "float_path", "scd_end_date",
        ]
        let text = stored.reduce(String(decoding: try oracle.bytes(), as: UTF8.self)) {
            $0.replacing("\t\($1)", with: "\tx")
        }
        let reading = XERFile.read(SourceText(text, file: oracle.name))
        let project = try Project(checking: reading.draft, calendars: Stage.calendars, findings: reading.findings)
        #expect(project.schedule() == (try oracle.schedule()))
    }
}
