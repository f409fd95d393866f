import Diagnostics
import Scheduling
import WorkTime

/// Random plans that try what an export can hold: four kinds of links, lags and leads, three calendars, milestones,
/// headings, levels of effort, dates, progress and resources. The same seed makes the same plan.
struct XERPlans {
    private var generator: Generator
    private let conventions: Conventions
    /// The calendars that activities name; `nil`: the plan's.
    private let calendars: [String?]

    init(seed: UInt64, conventions: Conventions, calendars: [String?] = [nil, "night", "five-day-week"]) {
        generator = Generator(state: seed)
        self.calendars = calendars
        self.conventions = conventions
    }

    private struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    private static let calendars: [CalendarDefinition] = {
        let office = CalendarDefinition.fiveDayWeek.week!.standardDay
        let night = try! DayPattern("22:00-04:00")
        let half = try! DayPattern("09:00-12:30")
        return [
            CalendarDefinition(
                id: "office", name: "Office", week: WeekPattern(office, on: Weekday.allCases.dropLast(2)),
                rules: [
                    .holiday(CivilDay("2026-01-12")!, name: "Rest"), .makeUpDay(CivilDay("2026-01-17")!, name: "Work"),
                    .hours(CivilDay("2026-01-16")!, half, name: "Half"),
                ]),
            CalendarDefinition(
                id: "night", name: "Nights", week: WeekPattern(night, on: [.tuesday, .thursday, .saturday]),
                rules: [.holiday(CivilDay("2026-01-13")!, name: "Rest")]),
        ]
    }()

    mutating func draft(count: Int) -> PlanDraft {
        var draft = PlanDraft(
            name: Located("Random"), start: Located(.day(CivilDay("2026-01-05")!)), conventions: conventions)
        draft.calendars = Self.calendars.map { Located($0) }
        draft.calendar = Located("office")
        draft.resources = [ResourceDraft(id: Located("ad"), name: "Art director", calendar: Located("office"))]
        draft.activities = ["top", "first", "second"].map { id in
            var heading = ActivityDraft(id: Located(ActivityID(id)), kind: .summary)
            if id != "top" { heading.details.parent = Located("top") }
            return heading
        }
        for index in 0..<count { draft.activities.append(activity(index)) }
        if conventions.name == .primavera { addProgress(to: &draft) }
        return draft
    }

    private mutating func activity(_ index: Int) -> ActivityDraft {
        var activity = ActivityDraft(id: Located(ActivityID("a\(index)")))
        let kinds: [ActivityKind] = [.startMilestone, .finishMilestone, .levelOfEffort]
        if chance(0.25) { activity.kind = kinds.randomElement(using: &generator)! }
        if !activity.kind.isMilestone {
            activity.duration = Located(.minutes(Int.random(in: 1...1_500, using: &generator)))
        }
        activity.calendar = calendars.randomElement(using: &generator)!.map { Located($0) }
        activity.details.parent = Located(chance(0.5) ? "first" : "second")
        for _ in 0..<(index == 0 ? 0 : Int.random(in: 0...3, using: &generator)) {
            let source = Int.random(in: 0..<index, using: &generator)
            let lag = chance(0.5) ? 0 : Int.random(in: -300...700, using: &generator)
            let relationship = Relationship.allCases.randomElement(using: &generator)!
            activity.predecessors.append(
                Located(LinkDraft(to: ActivityID("a\(source)"), relationship, lag: .minutes(lag))))
        }
        if chance(0.2) { activity.constraints = [Located(constraint())] }
        if chance(0.2) { activity.details.assignments = [AssignmentDraft(resource: Located("ad"), units: 3_333)] }
        return activity
    }

    private mutating func constraint() -> DateConstraint {
        let day = CivilDay("2026-01-05")!.advanced(by: Int.random(in: 0...12, using: &generator))
        let makers: [(StatedInstant) -> DateConstraint] = [
            DateConstraint.startNoEarlierThan, DateConstraint.startNoLaterThan, DateConstraint.finishNoEarlierThan,
            DateConstraint.finishNoLaterThan, DateConstraint.mustStartOn, DateConstraint.mustFinishOn,
            DateConstraint.mandatoryStart, DateConstraint.mandatoryFinish, { _ in .asLateAsPossible },
        ]
        return makers.randomElement(using: &generator)!(.day(day))
    }

    private mutating func addProgress(to draft: inout PlanDraft) {
        draft.dataDate = Located(.minute(CivilMinute("2026-01-08T13:30")!))
        for index in draft.activities.indices.dropFirst(3) where chance(0.4) {
            let isDone = chance(0.5)
            var progress = ProgressDraft(actualStart: Located(.minute(CivilMinute("2026-01-06T09:00")!)))
            if isDone { progress.actualFinish = Located(.minute(CivilMinute("2026-01-07T18:00")!)) }
            let isMilestone = draft.activities[index].kind.isMilestone
            if !isDone, !isMilestone {
                progress.remaining = Located(.minutes(Int.random(in: 0...900, using: &generator)))
            }
            if !isDone, isMilestone { progress.actualFinish = progress.actualStart }
            draft.activities[index].details.progress = progress
        }
    }

    private mutating func chance(_ probability: Double) -> Bool {
        Double.random(in: 0..<1, using: &generator) < probability
    }
}
