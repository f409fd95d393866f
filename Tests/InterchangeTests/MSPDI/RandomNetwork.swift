import Diagnostics
import Scheduling
import WorkTime

/// Plans of all four kinds of links, lags, leads, summaries, dates and promises on one calendar, as far as two tools can
/// agree on them. The same seed makes the same plan.
struct RandomNetwork {
    private var state: UInt64

    private let conventions: Conventions

    init(seed: UInt64, conventions: Conventions) {
        state = seed &* 2_654_435_761 &+ 12_345
        self.conventions = conventions
    }

    private mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    mutating func project(count: Int = 30) throws -> Project {
        var draft = PlanDraft(
            name: Located("Random"), start: Located(.day(CivilDay("2026-01-05")!)), conventions: conventions,
            calendar: Located("china"))
        for index in 0..<count {
            if index.isMultiple(of: 7) {
                draft.activities.append(ActivityDraft(id: Located(ActivityID("s\(index)")), kind: .summary))
            }
            draft.activities.append(activity(index))
        }
        return try Project(checking: draft, calendars: Stage.calendars)
    }

    private mutating func activity(_ index: Int) -> ActivityDraft {
        var details = ActivityDetails()
        details.parent = Located(ActivityID("s\(index / 7 * 7)"))
        if next(8) == 0 { details.deadline = Located(.day(CivilDay("2026-02-02")!.advanced(by: next(40)))) }
        if next(6) == 0 {
            let day = StatedInstant.day(CivilDay("2026-01-05")!.advanced(by: next(20)))
            // Dates that are kept in spite of links are so in one of the two manners only.
            let kinds: [DateConstraint] = [
                .startNoEarlierThan(day), .finishNoEarlierThan(day), .finishNoLaterThan(day), .startNoLaterThan(day),
            ]
            details.constraints = [Located(kinds[next(4)])]
        }
        var links: [Located<LinkDraft>] = []
        for _ in 0..<(index == 0 ? 0 : next(3)) {
            let lag = next(2) == 0 ? PlannedDuration.none : .hours(next(30) - 8)
            links.append(
                Located(LinkDraft(to: ActivityID("a\(next(index))"), Relationship.allCases[next(4)], lag: lag)))
        }
        return ActivityDraft(
            id: Located(ActivityID("a\(index)")), duration: Located(.hours(1 + next(40))), predecessors: links,
            details: details)
    }
}
