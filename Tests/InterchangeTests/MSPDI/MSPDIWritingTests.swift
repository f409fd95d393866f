import Diagnostics
import Interchange
import Scheduling
import Testing
import WorkTime

@Suite("Microsoft Project: plans written")
struct MSPDIWritingTests {
    private func project(_ yaml: String) throws -> Project {
        let reading = try PlanReader.read(SourceText(yaml, file: "t.yaml"))
        return try Project(checking: reading.draft, calendars: Stage.calendars, findings: reading.findings)
    }

    private func again(_ schedule: Schedule) throws -> (schedule: Schedule, findings: [Finding]) {
        let written = MSPDIFile.write(schedule)
        let reading = try PlanReader.read(written.bytes, file: "t.xml")
        #expect(reading.findings.inReadingOrder.isEmpty)
        let project = try Project(checking: reading.draft, calendars: Stage.calendars, findings: reading.findings)
        return (project.schedule(), written.findings)
    }

    @Test("ids, names, lanes, notes, structure and progress come back")
    func everything() throws {
        let project = try project(
            """
            plan: Spring launch / 春季上市
            start: 2026-01-05
            finish-by: 2026-03-20
            data-date: 2026-01-07
            calendar: china
            lanes: {client: client, creative: creative}
            resources: {anna: Anna Li, ben: {name: Ben, calendar: japan}, paper: {name: Paper, kind: material}}
            activities:
              design: {kind: summary, name: Design & more <b>, wbs: D}
              brief: {name: Creative brief / 创作要求, lane: client, duration: 2d, part-of: design, started: 2026-01-05, finished: 2026-01-06}
              concept: {lane: creative, duration: 1.5w, part-of: design, after: brief FS+1d, who: anna 50%; paper, note: 'in "writing" / 书面'}
              night: {duration: 3ed, after: concept SS+2ed}
              shoot: {duration: 6d, after: concept, who: ben, deadline: 2026-02-27, start-no-earlier-than: 2026-01-28}
              on-air: {milestone: true, after: [shoot, night FF-1ed]}
              dropped: {duration: 3d, inactive: true}
            """)
        let (second, findings) = try again(project.schedule())
        let first = project.schedule()
        #expect(Set(findings.map(\.id)) == ["mspdi.conventions", "mspdi.finish-by", "mspdi.known-through"])
        #expect(second.project.name == project.name)
        #expect(second.project.activities.map(\.id) == project.activities.map(\.id))
        for (left, right) in zip(project.activities, second.project.activities) {
            #expect(left.name == right.name && left.lane == right.lane && left.note == right.note)
            #expect(left.duration == right.duration && left.kind == right.kind)
            #expect(left.facts.parent == right.facts.parent && left.facts.isInactive == right.facts.isInactive)
            #expect(left.facts.assignments == right.facts.assignments)
            #expect(left.progress?.actualFinish == right.progress?.actualFinish)
            #expect(left.calendar == right.calendar)
        }
        #expect(second.project.resources == project.resources)
        for (left, right) in zip(first.activities, second.activities) where left.id != "dropped" {
            #expect(left.earlyStart == right.earlyStart && left.earlyFinish == right.earlyFinish, "\(left.id)")
            #expect(left.totalFloat ?? .zero == right.totalFloat, "\(left.id)")
        }
    }

    @Test("of the plan's promise and a deadline of its last activity the earlier binds", arguments: [true, false])
    func twoDeadlines(promiseIsEarlier: Bool) throws {
        let promise = promiseIsEarlier ? "2026-01-09" : "2026-01-20"
        let project = try project(
            """
            plan: P
            start: 2026-01-05
            finish-by: \(promise)
            activities:
              a: {duration: 10d, deadline: 2026-01-14}
            """)
        let first = project.schedule()
        let (second, findings) = try again(first)
        #expect(findings.map(\.id).contains("mspdi.finish-by"))
        #expect(findings.first { $0.id == "mspdi.finish-by" }?.severity == .warning)
        #expect(second.activities[0].totalFloat == first.activities[0].totalFloat)
        #expect(second.activities[0].lateFinish == first.activities[0].lateFinish)
    }

    @Test("random plans in Project's manner keep their dates and floats", arguments: UInt64(0)..<40)
    func random(seed: UInt64) throws {
        var network = RandomNetwork(seed: seed, conventions: .microsoft)
        let first = try network.project().schedule()
        let (second, _) = try again(first)
        for (left, right) in zip(first.activities, second.activities) { #expect(left == right) }
    }

    @Test("random plans in our own manner keep their dates and floats on one calendar", arguments: UInt64(40)..<80)
    func randomNative(seed: UInt64) throws {
        var network = RandomNetwork(seed: seed, conventions: .native)
        let first = try network.project().schedule()
        let (second, _) = try again(first)
        for (left, right) in zip(first.activities, second.activities) {
            #expect(left.id == right.id && left.earlyStart == right.earlyStart && left.earlyFinish == right.earlyFinish)
            #expect(left.lateStart == right.lateStart && left.lateFinish == right.lateFinish)
            #expect(left.totalFloat == right.totalFloat && left.freeFloat == right.freeFloat)
        }
    }

    @Test("what is not done by the data date begins after it in Project, too")
    func dataDate() throws {
        let first = try project(
            """
            plan: P
            start: 2026-01-05
            data-date: 2026-01-16
            activities:
              a: {duration: 2d, started: 2026-01-05, remaining: 1d}
              b: {duration: 2d, after: a}
              c: {duration: 1d}
            """
        ).schedule()
        let (second, findings) = try again(first)
        #expect(findings.map(\.id).contains("mspdi.data-date"))
        #expect(first.activities.map(\.finish) == second.activities.map(\.finish))
        #expect(second["c"]?.earlyStart.description == "2026-01-19T09:00")
    }

    @Test("what Project has no place for is said")
    func notKept() throws {
        let findings = MSPDIFile.write(
            try project(
                """
                plan: P
                start: 2026-01-05
                critical: longest-path
                lanes: {client: The client}
                calendars:
                  studio: {hours: "09:00-10:00 11:00-12:00 13:00-14:00 15:00-16:00 17:00-18:00 22:00-02:00", week: mon-sat}
                activities:
                  a: {lane: client, duration: 2d, mandatory-start: 2026-01-06, finish-no-later-than: 2026-03-01}
                  b: {duration: 2d, start-no-later-than: 2026-03-01, after: a FS+1d, calendar: studio}
                  c: {kind: start-milestone, expected-finish: 2026-02-01, after: b}
                  d: {kind: level-of-effort, after: a SS}
                  e: {duration: 1d, as-late-as-possible: true}
                """
            ).schedule()
        ).findings
        #expect(
            Set(findings.map(\.id)) == [
                "mspdi.critical", "mspdi.lane-names", "mspdi.many-shifts", "mspdi.second-constraint",
                "mspdi.soft-constraint",
                "mspdi.lag-calendar", "mspdi.point-kind", "mspdi.expected-finish", "mspdi.level-of-effort",
                "mspdi.postponed",
                "mspdi.conventions",
            ])
        #expect(findings.allSatisfy { $0.severity != .error && !$0.advice.isEmpty })
    }

    @Test("a shift over midnight belongs to both days, also around dates that differ")
    func nightShifts() throws {
        let first = try project(
            """
            plan: P
            start: 2026-01-05
            calendar: night
            calendars:
              night: {hours: 22:00-06:00, week: mon-fri, holidays: [2026-01-07 Rest], hours-on: [2026-01-10 20:00-04:00 Extra]}
            activities:
              a: {duration: 20h}
              b: {duration: 30h, after: a}
            """
        ).schedule()
        let (second, _) = try again(first)
        #expect(first.activities.map(\.earlyFinish) == second.activities.map(\.earlyFinish))
        #expect(first.activities.map(\.lateStart) == second.activities.map(\.lateStart))
    }

    @Test("a break within work keeps its length")
    func interruption() throws {
        var draft = PlanDraft(name: Located("P"), start: StatedInstant("2026-01-05").map { Located($0) })
        draft.conventions = .microsoft
        var details = ActivityDetails()
        details.interruption = .hours(13)
        details.levelingDelay = Located(.elapsedDays(1))
        draft.activities = [ActivityDraft(id: Located("a"), duration: Located(.days(3)), details: details)]
        let first = try Project(checking: draft, calendars: Stage.calendars).schedule()
        let (second, findings) = try again(first)
        #expect(findings.map(\.id) == ["mspdi.interruption"])
        #expect(second.project.activities[0].facts.interruption == WorkMinutes(780))
        #expect(first.activities.map(\.earlyFinish) == second.activities.map(\.earlyFinish))
    }
}
