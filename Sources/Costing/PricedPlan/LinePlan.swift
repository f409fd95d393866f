import Monetary
import WorkTime

/// When the budget of one line is planned to be earned: by its activities in the plan, else by its own dates, else over the
/// whole of the job.
struct LinePlan: Hashable, Sendable {
    private enum Span: Hashable {
        /// At least one.
        case activities([PlannedWork.Activity])
        case days(CivilDay, CivilDay)
    }

    private let span: Span
    private let rule: EarningRule

    init(_ line: EstimateLine, of estimate: CostEstimate, on plan: PlannedWork?) {
        let activities = line.activities.compactMap { plan?.activities[$0] }
        let start = line.start ?? estimate.start
        span = activities.isEmpty ? .days(start, max(start, line.finish ?? estimate.finish)) : .activities(activities)
        rule = line.earning
    }

    /// The first day of its work.
    var start: CivilDay {
        switch span {
        case .activities(let activities): activities.map(\.start.day).min() ?? .earliest
        case .days(let start, _): start
        }
    }

    /// The last day on which anything of it is planned to be earned.
    var finish: CivilDay {
        let dues: [CivilDay] = if case .milestones(let steps) = rule { steps.compactMap(\.due) } else { [] }
        return ([lastWork] + dues).max() ?? lastWork
    }

    private var lastWork: CivilDay {
        switch span {
        case .activities(let activities): activities.map(\.finish.lastDay).max() ?? .earliest
        case .days(_, let finish): finish
        }
    }

    /// The share of the line that is planned to be earned by the end of a day, 0…1, by the earning rule of the line.
    func share(at day: CivilDay) -> Rate {
        let worked = workedShare(at: day)
        switch rule {
        case .percentComplete, .units: return worked
        case .onFinish: return worked == 1 ? 1 : 0
        case .halfOnStart: return worked == 1 ? 1 : day >= start ? Rate(percent: 50) : 0
        case .milestones(let steps): return share(of: steps, at: day, worked: worked)
        }
    }

    /// A step without a date lies where work, going on evenly, has reached it and all before it.
    private func share(of steps: [EarningRule.Milestone], at day: CivilDay, worked: Rate) -> Rate {
        var (earned, upTo): (Rate, Rate) = (0, 0)
        for step in steps {
            upTo = (try? upTo + step.share) ?? upTo
            if step.due.map({ $0 <= day }) ?? (worked >= min(upTo, 1)) { earned = (try? earned + step.share) ?? earned }
        }
        return min(earned, 1)
    }

    /// The share of the planned work that lies before the end of a day: working time of the activities, or days of the
    /// calendar.
    func workedShare(at day: CivilDay) -> Rate {
        switch span {
        case .days(let start, let finish):
            return .part(start.distance(to: day) + 1, of: start.distance(to: finish) + 1)
        case .activities(let activities):
            let whole = activities.reduce(0) { $0 + $1.plannedMinutes }
            guard whole > 0 else { return .part(activities.count { $0.finish <= day.end }, of: activities.count) }
            // Milestones among work count when they are due: the whole is not done before them.
            let part = activities.reduce(0) { $0 + $1.plannedMinutes(before: day.end) }
            let isDone = activities.allSatisfy { $0.finish <= day.end }
            return isDone ? 1 : .part(min(part, whole - 1), of: whole)
        }
    }
}
