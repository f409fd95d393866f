import Foundation
import Interchange
import Scheduling
import Testing
import WorkTime

/// Holds our schedules against those that Microsoft Project stored in its own files.
@Suite("Microsoft Project: the dates that the tool computed")
struct MSPDIOracleTests {
    struct Oracle: Sendable, CustomTestStringConvertible {
        let name: String
        let tasks: Int
        /// Tasks whose stored late dates contradict those of their only successor.
        var contradicted: Set<Int> = []
        var testDescription: String { name }
    }

    static let oracles = [
        Oracle(name: "msp-baseline14", tasks: 9), Oracle(name: "msp-bug1", tasks: 10, contradicted: [3, 4]),
        Oracle(name: "msp-calendars-2019", tasks: 0),
        Oracle(name: "msp-commercial-construction-p5-126task", tasks: 126), Oracle(name: "msp-cost-rollup", tasks: 6),
        Oracle(name: "msp-sample", tasks: 16), Oracle(name: "msp-task-links-2019", tasks: 16),
    ]

    private struct Stored: Decodable {
        struct Task: Decodable {
            let uid: Int
            let summary: Bool
            let active: Bool?
            let expected: Expected
        }
        struct Expected: Decodable {
            let es, ef, ls, lf: String?
            let totalFloatHours, freeFloatHours: Double?

            enum CodingKeys: String, CodingKey {
                case es, ef, ls, lf
                case totalFloatHours = "total_float_h"
                case freeFloatHours = "free_float_h"
            }
        }
        let tasks: [Task]
    }

    @Test(
        "scheduled anew, every task has the dates and floats that Project stored",
        .enabled(if: Datasets.exists(Datasets.shared("scheduling/oracles"))), arguments: oracles)
    func schedule(_ oracle: Oracle) throws {
        let path = Datasets.shared("scheduling/oracles/\(oracle.name)")
        let stored = try JSONDecoder().decode(Stored.self, from: Data(contentsOf: URL(filePath: path + ".json")))
        let text = Self.withoutDates(try String(contentsOfFile: path + ".mspdi.xml", encoding: .utf8))
        let reading = try PlanReader.read(Array(text.utf8), file: oracle.name)
        let schedule = try Project(checking: reading.draft, calendars: Stage.calendars, findings: reading.findings)
            .schedule()
        var compared = 0
        for task in stored.tasks where !task.summary && task.active ?? true {
            guard let early = task.expected.es else { continue }
            compared += 1
            let dates = try #require(schedule[ActivityID(String(task.uid))])
            let minutes = { (hours: Double?) in hours.map { Int(($0 * 60).rounded()) } }
            #expect(dates.earlyStart.description == early, "task \(task.uid)")
            #expect(dates.earlyFinish.description == task.expected.ef, "task \(task.uid)")
            #expect(dates.freeFloat?.count == minutes(task.expected.freeFloatHours), "task \(task.uid)")
            if oracle.contradicted.contains(task.uid) { continue }
            #expect(dates.lateStart.description == task.expected.ls, "task \(task.uid)")
            #expect(dates.lateFinish.description == task.expected.lf, "task \(task.uid)")
            #expect(dates.totalFloat?.count == minutes(task.expected.totalFloatHours), "task \(task.uid)")
        }
        #expect(compared == oracle.tasks)
    }

    @Test(
        "written and read again, the plan has the same dates, floats and structure",
        .enabled(if: Datasets.exists(Datasets.shared("scheduling/oracles"))), arguments: oracles)
    func roundTrip(_ oracle: Oracle) throws {
        let path = Datasets.shared("scheduling/oracles/\(oracle.name).mspdi.xml")
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        let first = try Project(checking: PlanReader.read(bytes, file: "a.xml").draft, calendars: Stage.calendars)
        let written = MSPDIFile.write(first.schedule())
        let second = try Project(
            checking: PlanReader.read(written.bytes, file: "b.xml").draft, calendars: Stage.calendars)
        #expect(Array(first.schedule().activities) == Array(second.schedule().activities))
        #expect(first.activities.map(\.id) == second.activities.map(\.id))
        #expect(first.activities.map(\.name) == second.activities.map(\.name))
        #expect(first.activities.map(\.duration) == second.activities.map(\.duration))
        #expect(first.activities.map(\.facts.parent) == second.activities.map(\.facts.parent))
        #expect(first.activities.map(\.facts.assignments) == second.activities.map(\.facts.assignments))
        #expect(first.activities.map(\.facts.baseline) == second.activities.map(\.facts.baseline))
        #expect(MSPDIFile.write(second.schedule()).bytes == written.bytes)
    }

    /// What Project computed is taken out; what it was given stays: tasks scheduled by hand keep their dates.
    private static func withoutDates(_ text: String) -> String {
        let computed = [
            "EarlyStart", "EarlyFinish", "LateStart", "LateFinish", "TotalSlack", "FreeSlack", "StartSlack",
            "FinishSlack",
            "Critical", "StartVariance", "FinishVariance",
        ]
        return text.replacing(/<Task>[\s\S]*?<\/Task>/) { match -> String in
            var task = String(match.output)
            let isByHand = task.contains("<Manual>1</Manual>") && !task.contains("<Summary>1</Summary>")
            for name in computed + (isByHand ? [] : ["Start", "Finish"]) {
                while let open = task.range(of: "<\(name)>"),
                    let close = task.range(of: "</\(name)>", range: open.upperBound..<task.endIndex)
                {
                    task.removeSubrange(open.lowerBound..<close.upperBound)
                }
            }
            return task
        }
    }
}
