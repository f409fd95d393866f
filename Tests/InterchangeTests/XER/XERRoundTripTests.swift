import Diagnostics
import Foundation
import Interchange
import Scheduling
import Testing
import WorkTime

@Suite("Plans written as Primavera exports")
struct XERRoundTripTests {
    /// What is read of an export that was written.
    static func reread(_ writing: XERWriting) throws -> Schedule {
        let reading = try PlanReader.read(writing.bytes, file: "t.xer")
        return try Project(checking: reading.draft, calendars: Stage.calendars, findings: reading.findings).schedule()
    }

    /// All that is said of an activity that is no heading.
    static func lines(_ schedule: Schedule) -> [String] {
        zip(schedule.project.activities, schedule.activities).filter { !$0.0.isSummary }.map { activity, dates in
            """
            \(activity.id) \(activity.kind) \(activity.duration) \(dates.earlyStart)–\(dates.earlyFinish) \
            \(dates.lateStart)–\(dates.lateFinish) \(dates.start)–\(dates.finish) total \(dates.totalFloat as Any) \
            free \(dates.freeFloat as Any) \(dates.isCritical) \(dates.isOnLongestPath) \(dates.driver) \
            \(activity.facts.assignments)
            """
        }.sorted()
    }

    @Test(
        "an export written of an export says the same", .enabled(if: XEROracle.arePresent, "needs ../shared/data"),
        arguments: XEROracle.all)
    func oracles(_ oracle: XEROracle) throws {
        let schedule = try oracle.schedule()
        let writing = XERFile.write(schedule)
        #expect(writing.findings.inReadingOrder.allSatisfy { $0.severity == .note })
        let again = try Self.reread(writing)
        #expect(again.activities.elementsEqual(schedule.activities))
        #expect(again.longestPath == schedule.longestPath)
        for (left, right) in zip(again.project.activities, schedule.project.activities) {
            #expect(left.kind == right.kind && left.name == right.name && left.facts.wbs == right.facts.wbs)
            #expect(left.facts.parent == right.facts.parent && left.facts.externalID == right.facts.externalID)
            #expect(left.facts.progress == right.facts.progress && left.constraints == right.constraints)
        }
        #expect(XERFile.write(again).bytes == writing.bytes)
    }

    @Test("a plan in the manner of Primavera keeps every date, float and driver", arguments: 0..<60)
    func primavera(seed: Int) throws {
        var conventions = Conventions.primavera
        conventions.lagCalendar = LagCalendar.allCases[seed % 4]
        conventions.progressLogic = ProgressLogic.allCases[seed % 3]
        conventions.totalFloat = FloatMeasure.allCases[seed / 3 % 3]
        conventions.criticality = seed % 5 == 0 ? .longestPath : .totalFloat(atMost: WorkMinutes(seed * 10 - 100))
        var plans = XERPlans(seed: UInt64(seed), conventions: conventions)
        let draft = plans.draft(count: 18)
        let schedule = try Project(checking: draft, calendars: Stage.calendars).schedule()
        let again = try Self.reread(XERFile.write(schedule))
        #expect(Self.lines(again) == Self.lines(schedule))
        #expect(again.project.conventions == conventions)
        #expect(again.project.activities.count == schedule.project.activities.count)
        #expect(again.finish == schedule.finish)
    }

    @Test("a plan of our own keeps its early dates; on one calendar, its late dates and floats too", arguments: 0..<80)
    func native(seed: Int) throws {
        let calendars: [String?] = seed % 2 == 0 ? [nil] : [nil, "night", "five-day-week"]
        var plans = XERPlans(seed: UInt64(seed), conventions: .native, calendars: calendars)
        let schedule = try Project(checking: plans.draft(count: 18), calendars: Stage.calendars).schedule()
        let writing = XERFile.write(schedule)
        let again = try Self.reread(writing)
        #expect(again.finish == schedule.finish)
        for (activity, dates) in zip(schedule.project.activities, schedule.activities) where !activity.isSummary {
            let found = try #require(again[activity.id])
            #expect(found.earlyStart == dates.earlyStart && found.earlyFinish == dates.earlyFinish, "\(activity.id)")
            // What has no work of its own measures its free float by late dates.
            if activity.kind != .levelOfEffort { #expect(found.freeFloat == dates.freeFloat, "\(activity.id)") }
            guard calendars.count == 1 else { continue }
            #expect(found.freeFloat == dates.freeFloat && found.driver == dates.driver, "\(activity.id)")
            #expect(found.totalFloat == dates.totalFloat && found.isCritical == dates.isCritical, "\(activity.id)")
            #expect(found.isOnLongestPath == dates.isOnLongestPath, "\(activity.id)")
            let calendar = schedule.project.calendar
            #expect(calendar.work(from: found.lateStart, to: dates.lateStart) == .zero, "\(activity.id)")
            #expect(calendar.work(from: found.lateFinish, to: dates.lateFinish) == .zero, "\(activity.id)")
        }
    }

    @Test("what an export cannot hold is said, and whether it moves dates")
    func losses() throws {
        let text = """
            plan: Losses
            start: 2026-01-05
            finish-by: 2026-03-31
            lanes: {client: Client}
            activities:
              brief: {duration: 2d, lane: client, name: Brief / 创作要求, note: By phone}
              concept: {duration: 3d, after: brief FS+1ed, deadline: 2026-01-20}
              print: {kind: summary}
              proof: {duration: 1d, part-of: print}
              copies: {duration: 1d, part-of: print}
              ship: {duration: 1d, after: [print, concept +1h], start-no-earlier-than: 2026-01-06, finish-no-earlier-than: 2026-01-07, finish-no-later-than: 2026-02-07}
            """
        let source = SourceText(text, file: "t.yaml")
        let reading = try PlanReader.read(source)
        let schedule = try Project(checking: reading.draft, calendars: Stage.calendars, findings: reading.findings)
            .schedule()
        let writing = XERFile.write(schedule)
        let lines = writing.findings.inReadingOrder.map { "\($0.severity) \($0.id) \($0.message)" }
        #expect(
            lines == [
                "warning xer.not-kept lags by the clock are written as the working time that they take at the present dates (“brief → concept”)",
                "note xer.not-kept links of summaries are written as links between the activities in them (“print → ship”)",
                "warning xer.not-kept an activity holds two dates that bind it, and further ones are left out (“ship”)",
                "note xer.not-kept deadlines are written as “finish on or before”, which lowers late dates alike (“concept”)",
                "note xer.not-kept the promised finish lies behind the finish, and is left out: late dates would begin there (“2026-03-31T18:00”)",
                "note xer.not-kept lanes are left out (“brief”)", "note xer.not-kept notes are left out (“brief”)",
                "note xer.not-kept Chinese names beside others are left out (“brief”)",
            ])
        let again = try Self.reread(writing)
        for id in ["brief", "concept", "proof", "copies", "ship"] as [ActivityID] {
            #expect(
                again[id]?.earlyStart == schedule[id]?.earlyStart && again[id]?.earlyFinish == schedule[id]?.earlyFinish
            )
        }
    }

    @Test(
        "characters decide on the encoding",
        arguments: [("Müller & Söhne – €", false), ("创意简报", true), ("plain", false)])
    func encoding(name: String, isUTF8: Bool) throws {
        var sample = XERSample()
        sample["TASK", 0, "task_name"] = name
        let writing = XERFile.write(try sample.schedule())
        #expect(writing.bytes.starts(with: [0xEF, 0xBB, 0xBF]) == isUTF8)
        #expect(try Self.reread(writing).project.activities[2].name.primary == name)
    }

    @Test("what would break a line is written as a blank")
    func lineBreaks() throws {
        var draft = PlanDraft(name: Located("A\tB"), start: Located(.day(CivilDay("2026-01-05")!)))
        draft.activities = [ActivityDraft(id: Located("a"), name: "one\ntwo\tthree", duration: Located(.days(1)))]
        let writing = XERFile.write(try Project(checking: draft, calendars: Stage.calendars).schedule())
        let again = try Self.reread(writing)
        #expect(again.project.name.primary == "A B")
        #expect(again.project.activities.map(\.name.primary) == ["A B", "one two three"])
    }

    @Test("a link of a summary to many activities is left out, not written a million times")
    func manyLinks() throws {
        var draft = PlanDraft(name: Located("Many"), start: Located(.day(CivilDay("2026-01-05")!)))
        draft.activities = ["from", "to"].map { ActivityDraft(id: Located(ActivityID($0)), kind: .summary) }
        draft.activities[1].predecessors = [Located(LinkDraft(to: "from"))]
        for index in 0..<300 {
            var activity = ActivityDraft(id: Located(ActivityID("a\(index)")), duration: Located(.days(1)))
            activity.details.parent = Located(index % 2 == 0 ? "from" : "to")
            draft.activities.append(activity)
        }
        let writing = XERFile.write(try Project(checking: draft, calendars: Stage.calendars).schedule())
        #expect(writing.findings.inReadingOrder.map(\.severity) == [.warning])
    }
}
