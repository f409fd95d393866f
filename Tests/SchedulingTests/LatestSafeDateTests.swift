import Diagnostics
import Scheduling
import Testing
import WorkTime

@Suite("The latest safe dates")
struct LatestSafeDateTests {
    @Test("from it on every promise is kept, and a minute later one is missed")
    func law() throws {
        var tried = 0
        for seed in UInt64(0)..<80 {
            var plans = RandomPlans(seed: seed)
            var draft = plans.draft(count: 14)
            // Some are promised; where that cannot be kept there is nothing to be safe from.
            draft.finishBy = seed % 2 == 0 ? Located(.day(CivilDay(year: 2026, month: 3, day: 20)!)) : nil
            let schedule = try self.schedule(draft)
            guard schedule.isFeasible else { continue }
            for (index, latest) in schedule.latestSafeDates().map({ $0?.start }).enumerated() {
                let activity = schedule.project.activities[index]
                guard let latest, activity.duration > .zero, activity.constraints.isEmpty else { continue }
                tried += 1
                #expect(latest >= schedule.activities[index].earlyStart, "seed \(seed), \(activity.id)")
                #expect(try starting(index, at: latest, draft).isFeasible, "seed \(seed), \(activity.id) at \(latest)")
                // The next minute of work on its calendar.
                let calendar = schedule.project.calendar(of: index)
                let later = calendar.start(at: calendar.position(of: latest) + WorkMinutes(1))
                #expect(try !starting(index, at: later, draft).isFeasible, "seed \(seed), \(activity.id) at \(later)")
            }
        }
        #expect(tried > 100)
    }

    private func schedule(_ draft: PlanDraft) throws -> Schedule {
        try Project(checking: draft, calendars: CalendarLibrary(RandomPlans.calendars)).schedule()
    }

    private func starting(_ index: Int, at start: CivilMinute, _ draft: PlanDraft) throws -> Schedule {
        var draft = draft
        draft.activities[index].constraints.append(Located(.startNoEarlierThan(.minute(start))))
        return try schedule(draft)
    }

    @Test("what no promise depends on has none")
    func free() throws {
        let day = Located(StatedInstant.day(CivilDay(year: 2026, month: 1, day: 5)!))
        let draft = PlanDraft(
            start: day,
            activities: [
                ActivityDraft(
                    id: Located("a"), duration: Located(.days(2)),
                    deadline: Located(.day(CivilDay(year: 2026, month: 1, day: 9)!))),
                ActivityDraft(
                    id: Located("b"), duration: Located(.days(3)), predecessors: [Located(LinkDraft(to: "a"))]),
            ])
        let safe = try Project(checking: draft, calendars: CalendarLibrary()).schedule().latestSafeDates()
        #expect(safe.map { $0?.start?.description } == ["2026-01-08T09:00", nil])
        #expect(safe[0]?.finish.description == "2026-01-09T18:00")
    }
}
