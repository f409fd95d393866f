import Diagnostics
import Foundation
import Scheduling
import Testing
import WorkTime

/// A real plan of 126 activities against what Deltek Acumen Fuse found in it.
///
/// - Source: polittdj/Schedule-Manipulation-Analysis-Tool-Experiment, `commercial_construction_p5`, with the results of the
///   report beside it.
@Suite("A plan that Acumen Fuse assessed", .enabled(if: AssessedPlan.isPresent, "needs ../shared/data/scheduling"))
struct AcumenTests {
    @Test("gives the status that Acumen gives for every point of its report")
    func statuses() throws {
        let points = HealthCheck(of: try AssessedPlan().schedule()).points
        let statuses = Dictionary(uniqueKeysWithValues: points.map { ($0.number, $0.status) })
        for number in [1, 2, 3, 5, 7, 9, 10, 12] { #expect(statuses[number] == .pass, "point \(number)") }
        for number in [11, 14] { #expect(statuses[number] == .fail, "point \(number)") }
        #expect(points[0].measure?.numerator == 4 && points[0].measure?.denominator == 99)
    }

    @Test("with finished work counted, as Acumen counts, 6 of 126 lack logic and 2 of 178 links have a lag")
    func counts() throws {
        let points = HealthCheck(of: try AssessedPlan().schedule(), countingFinished: true).points
        #expect(points[0].measure?.numerator == 6 && points[0].measure?.denominator == 126)
        #expect(points[1].measure?.numerator == 0 && points[1].measure?.denominator == 178)
        #expect(points[2].measure?.numerator == 2 && points[2].measure?.denominator == 178)
        #expect(points[4].measure?.numerator == 0 && points[6].measure?.numerator == 0)
    }
}

/// The plan from its plain form; baselines from the tool's own file.
private struct AssessedPlan {
    private static let folder: URL = {
        let shared = ProcessInfo.processInfo.environment["HEADROOM_SHARED"].map { URL(filePath: $0) }
        let root = (0..<4).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }
        return (shared ?? root.appending(path: "../shared")).appending(path: "data/scheduling/oracles")
    }()
    private static let stem = "msp-commercial-construction-p5-126task"

    static var isPresent: Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: "\(stem).json").path)
    }

    private struct Plan: Decodable {
        var projectStart: String
        var dataDate: String
        var tasks: [PlanTask]
    }

    private struct PlanTask: Decodable {
        struct Predecessor: Decodable {
            var uid: Int
            var type: String
            var lag: String
        }
        var uid: Int
        var name: String
        var parent: Int?
        var summary: Bool
        var milestone: Bool
        var durationH: Double
        var remainingH: Double?
        var constraint: String
        var constraintDate: String?
        var actualStart: String?
        var actualFinish: String?
        var preds: [Predecessor]
        var assignments: Int
    }

    func schedule() throws -> Schedule {
        let data = try Data(contentsOf: Self.folder.appending(path: "\(Self.stem).json"))
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let plan = try decoder.decode(Plan.self, from: data)
        let baselines = try baselines()
        var draft = PlanDraft(
            start: StatedInstant(plan.projectStart).map { Located($0) },
            dataDate: StatedInstant(plan.dataDate).map { Located($0) }, conventions: .microsoft,
            calendar: Located("standard"), resources: [ResourceDraft(id: Located("crew"), name: "Crew")])
        draft.activities = try plan.tasks.map { try activity($0, baseline: baselines[$0.uid]) }
        let standard = CalendarDefinition(
            id: "standard", name: "Standard",
            week: WeekPattern(
                try DayPattern("08:00-12:00 13:00-17:00"), on: [.monday, .tuesday, .wednesday, .thursday, .friday]))
        return try Project(checking: draft, calendars: CalendarLibrary([standard])).schedule()
    }

    private func activity(_ task: PlanTask, baseline: BaselineDates?) throws -> ActivityDraft {
        var activity = ActivityDraft(
            id: Located(ActivityID("\(task.uid)")),
            duration: task.summary || task.milestone
                ? nil : Located(.minutes(Int((task.durationH * 60).rounded()))),
            kind: task.summary ? .summary : task.milestone ? .milestone : .work,
            predecessors: try task.preds.map { link in
                Located(
                    LinkDraft(
                        to: ActivityID("\(link.uid)"), try #require(Relationship(rawValue: link.type)),
                        lag: try PlannedDuration(link.lag)))
            })
        activity.name = BilingualName(task.name)
        activity.details.parent = task.parent.map { Located(ActivityID("\($0)")) }
        activity.details.baseline = baseline
        activity.progress.actualStart = task.actualStart.flatMap { StatedInstant($0) }.map { Located($0) }
        activity.progress.actualFinish = task.actualFinish.flatMap { StatedInstant($0) }.map { Located($0) }
        activity.progress.remaining = task.remainingH.map { Located(.minutes(Int(($0 * 60).rounded()))) }
        if task.constraint == "START_NO_EARLIER_THAN", let date = task.constraintDate.flatMap({ StatedInstant($0) }) {
            activity.constraints = [Located(.startNoEarlierThan(date))]
        }
        if task.assignments > 0 { activity.details.assignments = [AssignmentDraft(resource: Located("crew"))] }
        return activity
    }

    /// By task; the first of the file's baselines.
    private func baselines() throws -> [Int: BaselineDates] {
        let file = Self.folder.appending(path: "\(Self.stem).mspdi.xml")
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        var found: [Int: BaselineDates] = [:]
        for task in text.components(separatedBy: "<Task>").dropFirst() {
            guard let uid = value("UID", in: task).flatMap({ Int($0) }) else { continue }
            let all = task.components(separatedBy: "<Baseline>").dropFirst()
            guard let first = all.first(where: { value("Number", in: $0) == "0" }) else { continue }
            found[uid] = BaselineDates(
                start: value("Start", in: first).flatMap { CivilMinute(String($0.prefix(16))) },
                finish: value("Finish", in: first).flatMap { CivilMinute(String($0.prefix(16))) })
        }
        return found
    }

    private func value(_ tag: String, in text: String) -> String? {
        guard let open = text.range(of: "<\(tag)>"), let close = text.range(of: "</\(tag)>") else { return nil }
        return open.upperBound < close.lowerBound ? String(text[open.upperBound..<close.lowerBound]) : nil
    }
}
