import Monetary
import WorkTime

/// How much of one line is earned, by its rule, from what was reported of it; where nothing ever was, from the progress of
/// its activities in the plan. Never from what was spent.
struct LineProgress: Hashable, Sendable {
    private let rule: EarningRule
    private let quantity: Rate
    /// The last of them holds; see ``CostEvent/precedes(_:)``.
    private let reports: [CostEvent]
    private let activities: [PlannedWork.Activity]
    private let dataDate: CivilMinute?

    /// - Parameter reports: those of the job that stand.
    init(of line: EstimateLine, in reports: [CostEvent], on plan: PlannedWork?) {
        rule = line.earning
        quantity = line.quantity
        self.reports = reports.filter { $0.line == line.id && $0.progress != nil }
            .sorted { $0.precedes($1) }
        activities = line.activities.compactMap { plan?.activities[$0] }
        dataDate = plan?.dataDate
    }

    /// Whether anybody says how far it is, by the end of a day.
    func isReported(by day: CivilDay) -> Bool {
        reports.contains { $0.date <= day } || (reports.isEmpty && dataDate != nil && !activities.isEmpty)
    }

    /// The share that is earned by the end of a day, 0…1.
    func share(at day: CivilDay) -> Rate {
        let known = reports.filter { $0.date <= day }.compactMap(\.progress)
        let share = reports.isEmpty ? plannedShare(at: day) : reportedShare(known)
        return min(max(share, 0), 1)
    }

    /// Units delivered by the end of a day; `nil` where nobody counts them.
    func units(at day: CivilDay) -> Rate? {
        reports.filter { $0.date <= day }.compactMap { event in
            if case .units(let count)? = event.progress { count } else { nil }
        }.last
    }

    /// Whether the line was reported as finished by the end of a day.
    func isFinished(at day: CivilDay) -> Bool { reports.contains { $0.date <= day && $0.progress == .finished } }

    // MARK: Reports

    private func reportedShare(_ reports: [CostEvent.ReportedProgress]) -> Rate {
        let done = doneShare(reports)
        switch rule {
        case .percentComplete, .units: return done
        case .onFinish: return done >= 1 ? 1 : 0
        case .halfOnStart: return done >= 1 ? 1 : reports.isEmpty ? 0 : isBegun(reports) ? Rate(percent: 50) : 0
        case .milestones(let steps): return reachedShare(steps, reports)
        }
    }

    private func isBegun(_ reports: [CostEvent.ReportedProgress]) -> Bool {
        guard case .share(let share)? = reports.last else { return true }
        return share > 0
    }

    /// The last report holds, also where it says less than one before it.
    private func doneShare(_ reports: [CostEvent.ReportedProgress]) -> Rate {
        for report in reports.reversed() {
            switch report {
            case .share(let share): return share
            case .units(let count): return quantity > 0 ? (try? count / quantity) ?? 0 : 0
            case .finished: return 1
            case .started, .milestone: continue
            }
        }
        return 0
    }

    private func reachedShare(_ steps: [EarningRule.Milestone], _ reports: [CostEvent.ReportedProgress]) -> Rate {
        if reports.contains(.finished) { return 1 }
        return steps.filter { reports.contains(.milestone($0.name)) }.reduce(Rate.zero) { (try? $0 + $1.share) ?? $0 }
    }

    // MARK: The plan

    private func plannedShare(at day: CivilDay) -> Rate {
        guard dataDate != nil, !activities.isEmpty else { return 0 }
        let instant = day.end
        let isDone = activities.allSatisfy { $0.actualFinish.map { $0 <= instant } ?? false }
        if isDone { return 1 }
        switch rule {
        case .onFinish: return 0
        case .halfOnStart:
            return activities.contains { $0.actualStart.map { $0 < instant } ?? false } ? Rate(percent: 50) : 0
        case .percentComplete, .units: return workedShare(by: instant)
        case .milestones(let steps):
            let reached = activities.filter { $0.actualFinish.map { $0 <= instant } ?? false }.map(\.id)
            return steps.filter { reached.contains($0.name) }.reduce(Rate.zero) { (try? $0 + $1.share) ?? $0 }
        }
    }

    /// By the planned work of each activity; milestones among them weigh nothing.
    private func workedShare(by instant: CivilMinute) -> Rate {
        let whole = activities.reduce(0) { $0 + $1.plannedMinutes }
        let done = activities.reduce(Rate.zero) { sum, activity in
            let share = activity.doneShare(by: instant, dataDate: dataDate)
            let weight = whole > 0 ? activity.plannedMinutes : 1
            return (try? sum + share * Rate(weight)) ?? sum
        }
        return (try? done / Rate(whole > 0 ? whole : activities.count)) ?? 0
    }
}
