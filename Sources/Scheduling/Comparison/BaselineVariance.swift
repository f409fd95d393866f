public import WorkTime

/// A schedule against the baseline that its plan's file keeps: what was promised when it was accepted.
public struct BaselineVariance: Sendable {
    public let schedule: Schedule
    /// The work of which the file keeps a baseline, summaries left out, in the order of the file.
    public let activities: [ActivityVariance]
    /// Work that the file keeps none of: added since.
    public let withoutBaseline: [ActivityID]
    /// When the last of the baseline was to finish, and how much later all is done now, in working minutes of the plan's
    /// calendar; `nil` where the file keeps no baseline.
    public let finish: (baseline: CivilMinute, variance: WorkMinutes)?

    public init(of schedule: Schedule) {
        self.schedule = schedule
        var found: [ActivityVariance] = []
        var without: [ActivityID] = []
        for (index, activity) in schedule.project.activities.enumerated() where activity.isScheduledWork {
            if let baseline = activity.facts.baseline, baseline.start != nil || baseline.finish != nil {
                found.append(ActivityVariance(index, baseline, schedule))
            } else {
                without.append(activity.id)
            }
        }
        activities = found
        withoutBaseline = without
        let calendar = schedule.project.calendar
        finish = found.compactMap(\.baseline.finish).max().map { ($0, calendar.work(from: $0, to: schedule.finish)) }
    }

    /// Whether the project finishes later than its baseline.
    public var isLate: Bool { finish.map { $0.variance > .zero } ?? false }
}

/// An activity against its baseline.
public struct ActivityVariance: Hashable, Sendable {
    public let id: ActivityID
    public let baseline: BaselineDates
    public let start: CivilMinute
    public let finish: CivilMinute
    /// Now less baseline, in working minutes of the activity's calendar: above zero, later or longer. `nil` where the
    /// baseline does not say.
    public let startVariance: WorkMinutes?
    public let finishVariance: WorkMinutes?
    public let durationVariance: WorkMinutes?

    init(_ index: Int, _ baseline: BaselineDates, _ schedule: Schedule) {
        let activity = schedule.project.activities[index]
        let dates = schedule.activities[index]
        let calendar = schedule.project.calendar(of: index)
        id = activity.id
        self.baseline = baseline
        start = dates.start
        finish = dates.finish
        startVariance = baseline.start.map { calendar.work(from: $0, to: dates.start) }
        finishVariance = baseline.finish.map { calendar.work(from: $0, to: dates.finish) }
        durationVariance = baseline.duration.map { activity.duration - $0 }
    }
}

extension Activity {
    /// Whether it is work or a point in time of its own, which the schedule places by its links and dates.
    var isScheduledWork: Bool { kind != .summary && kind != .levelOfEffort && !facts.isInactive }
}
