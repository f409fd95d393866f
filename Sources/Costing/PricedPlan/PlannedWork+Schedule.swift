import Monetary
public import Scheduling
import WorkTime

extension PlannedWork {
    /// What a schedule says of its activities. Where the plan keeps what was promised, planned value follows the promise;
    /// else it follows the schedule, and moves when the schedule moves.
    public init(_ schedule: Schedule) {
        let project = schedule.project
        let activities = project.activities.indices.filter { schedule.hasDates($0) }.map { index in
            let (activity, dates) = (project.activities[index], schedule.activities[index])
            let baseline = activity.facts.baseline
            return Activity(
                id: activity.id.rawValue, start: baseline?.start ?? dates.start,
                finish: baseline?.finish ?? dates.finish, calendar: project.calendar(of: index),
                actualStart: activity.progress?.actualStart, actualFinish: activity.progress?.actualFinish,
                done: activity.doneShare)
        }
        self.init(activities, dataDate: project.dataDate)
    }
}

extension Scheduling.Activity {
    /// What is done of it: as it was stated, else by the work that is left.
    fileprivate var doneShare: Rate {
        guard let progress, progress.isStarted else { return 0 }
        if progress.isComplete { return 1 }
        if let complete = progress.complete { return .part(complete, of: 10_000) }
        return .part(duration.count - progress.remaining.count, of: max(1, duration.count))
    }
}
