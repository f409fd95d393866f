import Diagnostics
import Formats
import Scheduling
import Testing
import WorkTime
import Workflow

@testable import Interchange

@Suite("The schema of the plan file")
struct PlanSchemaTests {
    static func keys(_ path: String...) -> [String] {
        var value: JSONValue? = PlanSchema.json
        for step in path { value = value?[step] }
        guard case .object(let members) = value else { return [] }
        return members.map(\.key)
    }

    @Test("it knows the keys that the reader knows, no more and no less")
    func keys() {
        #expect(Self.keys("properties") == PlanKey.allCases.map(\.rawValue))
        #expect(Self.keys("$defs", "activity", "properties") == ActivityKey.allCases.dropFirst().map(\.rawValue))
        #expect(Self.keys("$defs", "listedActivity", "properties") == ActivityKey.allCases.map(\.rawValue))
        #expect(Self.keys("$defs", "gate", "properties") == GateKey.allCases.map(\.rawValue))
        #expect(Self.keys("$defs", "brief", "properties") == BriefKey.allCases.map(\.rawValue))
        #expect(Self.keys("$defs", "vehicle", "properties") == VehicleKey.allCases.map(\.rawValue))
        #expect(Self.keys("$defs", "buffers", "properties") == BufferKey.allCases.map(\.rawValue))
        #expect(Self.keys("$defs", "change", "properties") == ChangeKey.allCases.map(\.rawValue))
        #expect(Self.keys("$defs", "calendar", "properties") == CalendarKey.allCases.dropFirst().map(\.rawValue))
    }

    @Test("each key is described in a sentence")
    func descriptions() {
        for group in [
            PlanSchema.json, PlanSchema.json["$defs"]?["listedActivity"], PlanSchema.json["$defs"]?["calendar"],
            PlanSchema.json["$defs"]?["gate"], PlanSchema.json["$defs"]?["change"],
            PlanSchema.json["$defs"]?["vehicle"],
            PlanSchema.json["$defs"]?["brief"], PlanSchema.json["$defs"]?["buffers"],
        ] {
            guard case .object(let members)? = group?["properties"] else {
                Issue.record("a group without properties")
                continue
            }
            for (key, value) in members {
                guard case .string(let description)? = value["description"] else {
                    Issue.record("“\(key)” has no description")
                    continue
                }
                #expect(description.hasSuffix("."), "\(key)")
            }
        }
    }

    @Test("every reference leads somewhere")
    func references() {
        let text = PlanSchema.json.serialized()
        for part in text.split(separator: "#/$defs/", omittingEmptySubsequences: false).dropFirst() {
            #expect(Self.keys("$defs").contains(String(part.prefix { $0 != "\"" })))
        }
    }

    @Test("the reader takes every key that the schema offers")
    func reading() {
        let text = """
            plan: x
            start: 2026-01-05
            finish-by: 2026-02-05
            schedule-from: start
            data-date: 2026-01-06
            conventions: primavera
            lag-calendar: successor
            progress-logic: progress-override
            total-float: smallest
            critical: 16h
            calendar: own
            calendars:
              own: {name: Own, name-zh: 自, based-on: china, hours: 09:00-18:00, week: mon-fri, holidays: [2026-01-06 a],
                make-up-days: [2026-01-10 b], hours-on: [2026-01-11 09:00-10:00 c], known-through: 2026-12-31}
            lanes: {l: {name: L, external: yes}}
            resources: {r: {name: R, calendar: own, kind: work}}
            activities:
              - {id: s, kind: summary}
              - {id: a, name: A, lane: l, duration: 1d, safe: 3d, milestone: no, after: [], calendar: own, deadline: 2026-01-09,
                committed: {to: people, on: 2026-01-06T09:00, cost: 7},
                start-no-earlier-than: 2026-01-05, start-no-later-than: 2026-01-09, finish-no-earlier-than: 2026-01-05,
                finish-no-later-than: 2026-01-09, must-start-on: 2026-01-05, must-finish-on: 2026-01-09, note: n,
                mandatory-start: 2026-01-05, mandatory-finish: 2026-01-09, expected-finish: 2026-01-09,
                as-late-as-possible: yes, kind: work, brief: {parts: [strategy, budget], has: strategy}, part-of: s, wbs: 1.1, who: r 50%, started: 2026-01-05,
                finished: 2026-01-06, remaining: 1d, complete: 40%, suspended: 2026-01-05, resumes: 2026-01-06,
                inactive: no}
              - {id: g, name: G, lane: l, after: a, gate: {reviewer: r, answer: 1d 2d 5d, rounds: 2, at-most: 3,
                chances: "50%, 30%, 20%", rework: [a 40%], reopens: [a 1d], written: yes}}
            changes:
              c: {name: C, approval: g, on: 2026-02-02, reopens: a}
            markets: {m: own}
            vehicles:
              v: {name: V, market: m, calendar: own, on-air: 2026-03-02, booking: a 5d, material: a 3d, clearance: a 2d,
                cancellation: 4ed}
            buffers: {size: cut-and-paste, safe: 180%, before: [a 3d, finish-by], joins: no, yellow: 10% 60%, red: 75%}
            progress: {g/1: {started: 2026-01-07}}
            """
        let reading = NativePlan.read(SourceText(text, file: "t.yaml"))
        #expect(reading.findings.inReadingOrder.isEmpty)
        let activity = reading.draft.activities[1]
        #expect(activity.constraints.count == 10)
        #expect(
            activity.details.assignments == [
                AssignmentDraft(resource: activity.details.assignments[0].resource, units: 5_000)
            ])
        let gate = reading.workflow.gates["g"]
        #expect(gate?.answer?.value == ResponseTime([.days(1), .days(2), .days(5)]))
        #expect(gate?.rounds.value == 2 && gate?.mostRounds?.value == 3 && gate?.requiresWrittenApproval == true)
        #expect(gate?.chances.map(\.value) == [5_000, 3_000, 2_000])
        #expect(gate?.rework.map(\.value) == [Rework("a", PlannedDuration(thousandths: 40_000, unit: .percent))])
        #expect(reading.workflow.briefs["a"]?.missing == ["budget"])
        #expect(reading.workflow.progress.map(\.id.value) == ["g/1"])
        #expect(reading.workflow.markets["m"]?.value == "own")
        #expect(reading.workflow.vehicles.first?.deadlines.count == 4)
        #expect(reading.workflow.changes.map(\.id.value) == ["c"])
        let buffers = reading.draft.buffers
        #expect(buffers?.size?.value == .method(.cutAndPaste) && buffers?.guardsJoins == false)
        #expect(buffers?.promises?.map(\.value) == [.init("a", size: .days(3)), .init(BufferDraft.finishBy)])
        #expect(buffers?.yellow?.value == FeverLine(atStart: 1_000, atEnd: 6_000))
        #expect(buffers?.red?.value == FeverLine(atStart: 7_500, atEnd: 7_500))
        #expect(activity.details.safe?.value == .days(3))
        #expect(reading.draft.conventions.totalFloat == .smallest)
        #expect(reading.draft.calendars[0].value.rules.count == 3)
        let used = [
            PlanKey.allCases.map(\.rawValue), ActivityKey.allCases.map(\.rawValue),
            CalendarKey.insidePlan.map(\.rawValue), ResourceKey.allCases.map(\.rawValue),
            GateKey.allCases.map(\.rawValue), ChangeKey.allCases.map(\.rawValue),
            VehicleKey.allCases.map(\.rawValue), BriefKey.allCases.map(\.rawValue), LaneKey.allCases.map(\.rawValue),
            BufferKey.allCases.map(\.rawValue),
        ]
        for key in used.joined() { #expect(text.contains("\(key):"), "\(key)") }
    }

    @Test("the seeds are read without a finding")
    func seeds() {
        #expect(!Stage.seeds("plans").isEmpty)
        for source in Stage.seeds("plans") {
            #expect(NativePlan.read(source).findings.inReadingOrder.isEmpty, "\(source.file)")
        }
    }
}
