import Diagnostics
import Scheduling
import Testing
import WorkTime

@Suite("A plan against what was told")
struct BaselineTests {
    private func schedule(_ brief: Int, deadline: String? = "2026-01-16", extra: Bool = false) throws -> Schedule {
        var activities = [
            ActivityDraft(id: Located("brief"), duration: Located(.days(brief))),
            ActivityDraft(
                id: Located("ideas"), duration: Located(.days(2)), predecessors: [Located(LinkDraft(to: "brief"))],
                details: .init()),
        ]
        activities[1].deadline = deadline.map { Located(StatedInstant($0)!) }
        if extra { activities.append(ActivityDraft(id: Located("extra"), duration: Located(.days(1)))) }
        let draft = PlanDraft(start: Located(StatedInstant("2026-01-05")!), activities: activities)
        return try Project(checking: draft, calendars: CalendarLibrary()).schedule()
    }

    @Test("a plan is what it was told to be, until a date or a promise is another")
    func changes() throws {
        let told = Baseline(of: try schedule(2))
        #expect(told.changes(to: told).isEmpty)
        let longer = Baseline(of: try schedule(3))
        #expect(
            told.changes(to: longer) == [
                .moved(told: told.activities[0], now: longer.activities[0]),
                .moved(told: told.activities[1], now: longer.activities[1]),
            ])
        let extra = Baseline(of: try schedule(2, extra: true))
        #expect(told.changes(to: extra) == [.added("extra")])
        #expect(extra.changes(to: told) == [.gone("extra")])
        let (friday, monday) = (CivilMinute("2026-01-16T18:00")!, CivilMinute("2026-01-19T18:00")!)
        let later = Baseline(of: try schedule(2, deadline: "2026-01-19"))
        #expect(told.changes(to: later) == [.promise("ideas", told: friday, now: monday)])
        let unpromised = Baseline(of: try schedule(2, deadline: nil))
        #expect(told.changes(to: unpromised) == [.promise("ideas", told: friday, now: nil)])
        #expect(unpromised.changes(to: told) == [.promise("ideas", told: nil, now: friday)])
    }

    @Test("what it keeps is what a plan can be measured by")
    func dates() throws {
        let dates = Baseline(of: try schedule(2)).dates
        #expect(dates["ideas"]?.start?.description == "2026-01-07T09:00")
        #expect(dates["ideas"]?.finish?.description == "2026-01-08T18:00")
        #expect(dates["ideas"]?.duration == WorkMinutes(960))
    }
}
