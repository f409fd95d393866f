import Diagnostics
import Scheduling
import WorkTime

/// Small random plans that try everything at once: four kinds of links, lags, leads, three calendars, milestones,
/// elapsed work, dates and promises. The same seed makes the same plan.
struct RandomPlans {
    static let calendars: [CalendarDefinition] = {
        let office = CalendarDefinition.fiveDayWeek.week!.standardDay
        let night = try! DayPattern("22:00-04:00")
        return [
            .fiveDayWeek,
            CalendarDefinition(id: "six", name: "Six days", week: WeekPattern(office, on: Weekday.allCases.dropLast())),
            CalendarDefinition(
                id: "night", name: "Nights", week: WeekPattern(night, on: [.tuesday, .thursday, .saturday]),
                rules: [DateRule(day: CivilDay("2026-01-13")!, kind: .holiday, name: "Rest")]),
        ]
    }()

    private var generator: SplitMix64

    init(seed: UInt64) { generator = SplitMix64(state: seed) }

    mutating func draft(count: Int) -> PlanDraft {
        var draft = PlanDraft(name: Located("Random"), start: Located(.day(CivilDay("2026-01-05")!)))
        for index in 0..<count { draft.activities.append(activity(index)) }
        return draft
    }

    private mutating func activity(_ index: Int) -> ActivityDraft {
        var activity = ActivityDraft(id: Located(ActivityID("a\(index)")))
        activity.calendar = [nil, "six", "night"].randomElement(using: &generator)!.map { Located($0) }
        let isElapsed = chance(0.1)
        let hours = chance(0.2) ? 0 : Int.random(in: 1...20, using: &generator)
        activity.duration = Located(
            PlannedDuration(thousandths: hours * 1_000, unit: .hours, isElapsed: isElapsed && hours > 0))
        for _ in 0..<(index == 0 ? 0 : Int.random(in: 0...3, using: &generator)) {
            let source = Int.random(in: 0..<index, using: &generator)
            let lag = chance(0.5) ? 0 : Int.random(in: -6...12, using: &generator)
            activity.predecessors.append(
                Located(
                    LinkDraft(
                        to: ActivityID("a\(source)"), Relationship.allCases.randomElement(using: &generator)!,
                        lag: PlannedDuration(thousandths: lag * 1_000, unit: .hours, isElapsed: chance(0.2)))))
        }
        if chance(0.1) {
            let day = CivilDay("2026-01-05")!.advanced(by: Int.random(in: 0...12, using: &generator))
            activity.constraints = [
                Located(chance(0.5) ? .startNoEarlierThan(.day(day)) : .finishNoEarlierThan(.day(day)))
            ]
        }
        return activity
    }

    private mutating func chance(_ probability: Double) -> Bool {
        Double.random(in: 0..<1, using: &generator) < probability
    }
}

/// A small generator with a visible state, so that a failing case can be run again.
///
/// - Source: Steele, Lea and Flood, 2014.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
