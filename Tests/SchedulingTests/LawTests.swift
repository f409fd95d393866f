import Diagnostics
import Scheduling
import Testing
import WorkTime

@Suite("Laws that hold of every schedule")
struct LawTests {
    private static let library = CalendarLibrary(RandomPlans.calendars)

    private func project(seed: UInt64, count: Int = 14) throws -> Project {
        var plans = RandomPlans(seed: seed)
        return try Project(checking: plans.draft(count: count), calendars: Self.library)
    }

    private func checker(_ project: Project) -> ScheduleChecker {
        var calendars = ["elapsed": WorkCalendar.elapsed]
        for id in Self.library.ids { calendars[id] = Self.library[id] }
        return ScheduleChecker(project: project, calendars: calendars)
    }

    @Test("early dates keep every link, lag and duration", arguments: 0..<300 as Range<UInt64>)
    func earlyDates(seed: UInt64) throws {
        let project = try project(seed: seed)
        let dates = project.schedule().activities.map { ($0.id, (start: $0.earlyStart, finish: $0.earlyFinish)) }
        #expect(checker(project).violations(Dictionary(uniqueKeysWithValues: dates)) == [])
    }

    @Test("late dates keep every link, lag and duration", arguments: 0..<300 as Range<UInt64>)
    func lateDates(seed: UInt64) throws {
        let project = try project(seed: seed)
        let dates = project.schedule().activities.map { ($0.id, (start: $0.lateStart, finish: $0.lateFinish)) }
        #expect(checker(project).violations(Dictionary(uniqueKeysWithValues: dates)) == [])
    }

    @Test("without promises nothing has negative float, and something has none", arguments: 0..<100 as Range<UInt64>)
    func floats(seed: UInt64) throws {
        let activities = try project(seed: seed).schedule().activities
        #expect(activities.allSatisfy { $0.total >= .zero })
        #expect(activities.allSatisfy { $0.free >= .zero && $0.free <= $0.total })
        #expect(activities.allSatisfy { $0.independent >= .zero && $0.independent <= $0.free })
        #expect(activities.contains { $0.totalFloat == .zero })
    }

    @Test(
        "without promises nothing has negative float in another tool's manner either",
        arguments: 0..<150 as Range<UInt64>)
    func floatsOfOtherTools(seed: UInt64) throws {
        for conventions in [Conventions.primavera, .microsoft] {
            var plans = RandomPlans(seed: seed)
            var draft = plans.draft(count: 14)
            draft.conventions = conventions
            for measure in FloatMeasure.allCases {
                draft.conventions.totalFloat = measure
                let project = try Project(checking: draft, calendars: Self.library)
                let activities = project.schedule().activities
                #expect(activities.allSatisfy { $0.total >= .zero }, "\(conventions.name)")
            }
        }
    }

    @Test("an activity delayed by its total float leaves the finish; by a minute more, it moves it")
    func totalFloatIsExact() throws {
        for seed in 0..<60 as Range<UInt64> {
            var plans = RandomPlans(seed: seed)
            let draft = plans.draft(count: 10)
            let project = try Project(checking: draft, calendars: Self.library)
            let schedule = project.schedule()
            for (index, activity) in schedule.activities.enumerated() where project.activities[index].duration > .zero {
                guard let calendar = checker(project).calendars[project.activities[index].calendar] else { continue }
                for excess in [0, 1] {
                    let late = calendar.position(of: activity.earlyStart) + activity.total + WorkMinutes(excess)
                    var delayed = draft
                    delayed.activities[index].constraints.append(
                        Located(.startNoEarlierThan(.minute(calendar.start(at: late)))))
                    let finish = try Project(checking: delayed, calendars: Self.library).schedule().finish
                    let isMoved = finish > schedule.finish
                    #expect(isMoved == (excess > 0), "seed \(seed), \(activity.id) delayed by its float plus \(excess)")
                }
            }
        }
    }

    @Test("a link more never makes anything earlier", arguments: 0..<100 as Range<UInt64>)
    func monotone(seed: UInt64) throws {
        var plans = RandomPlans(seed: seed)
        var draft = plans.draft(count: 12)
        let before = try Project(checking: draft, calendars: Self.library).schedule()
        draft.activities[11].predecessors.append(Located(LinkDraft(to: "a0", lag: .hours(Int(seed % 40)))))
        draft.activities[7].predecessors.append(Located(LinkDraft(to: "a2", .startToStart, lag: .hours(3))))
        let after = try Project(checking: draft, calendars: Self.library).schedule()
        for (old, new) in zip(before.activities, after.activities) {
            #expect(new.earlyStart >= old.earlyStart && new.earlyFinish >= old.earlyFinish)
        }
    }

    @Test("the order of the file does not matter to the dates", arguments: 0..<60 as Range<UInt64>)
    func relabelling(seed: UInt64) throws {
        var plans = RandomPlans(seed: seed)
        var draft = plans.draft(count: 12)
        let one = try Project(checking: draft, calendars: Self.library).schedule()
        draft.activities.reverse()
        let other = try Project(checking: draft, calendars: Self.library).schedule()
        for activity in one.activities {
            let same = try #require(other[activity.id])
            #expect(same.earlyStart == activity.earlyStart && same.lateFinish == activity.lateFinish)
            #expect(same.totalFloat == activity.totalFloat && same.freeFloat == activity.freeFloat)
            #expect(same.isOnLongestPath == activity.isOnLongestPath)
        }
    }

    @Test("scheduling twice gives the same schedule")
    func pure() throws {
        let project = try project(seed: 1)
        #expect(project.schedule() == project.schedule())
    }
}
