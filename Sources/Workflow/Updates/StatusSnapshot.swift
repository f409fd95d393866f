public import Scheduling
public import WorkTime

/// Where a plan stood at an update, as it was reported then: what later ones are compared with.
public struct StatusSnapshot: Hashable, Sendable {
    public let date: CivilMinute
    /// What has dates, in the order of the plan.
    public let activities: [ActivitySnapshot]
    /// In the order of ``Schedule/deadlines``.
    public let promises: [PromiseSnapshot]

    public struct ActivitySnapshot: Hashable, Sendable {
        public let id: ActivityID
        public let start: CivilMinute
        public let finish: CivilMinute
        /// Minutes of the activity's calendar; `nil` once it is finished.
        public let totalFloat: WorkMinutes?

        public init(id: ActivityID, start: CivilMinute, finish: CivilMinute, totalFloat: WorkMinutes?) {
            self.id = id
            self.start = start
            self.finish = finish
            self.totalFloat = totalFloat
        }
    }

    public struct PromiseSnapshot: Hashable, Sendable {
        /// `nil` for the promise of the whole plan.
        public let activity: ActivityID?
        public let promised: CivilMinute
        public let forecast: CivilMinute
        /// Working minutes of the plan's calendar.
        public let headroom: WorkMinutes

        public init(activity: ActivityID?, promised: CivilMinute, forecast: CivilMinute, headroom: WorkMinutes) {
            self.activity = activity
            self.promised = promised
            self.forecast = forecast
            self.headroom = headroom
        }
    }

    public init(date: CivilMinute, activities: [ActivitySnapshot], promises: [PromiseSnapshot]) {
        self.date = date
        self.activities = activities
        self.promises = promises
    }

    /// As the plan stands now; without a data date, at its start.
    public init(of schedule: Schedule) {
        date = schedule.project.dataDate ?? schedule.project.start
        activities = schedule.project.activities.indices.filter(schedule.hasDates).map { index in
            let dates = schedule.activities[index]
            return ActivitySnapshot(
                id: dates.id, start: dates.start, finish: dates.finish, totalFloat: dates.totalFloat)
        }
        promises = schedule.deadlines.map {
            PromiseSnapshot(
                activity: $0.activity, promised: $0.promised, forecast: $0.forecast, headroom: $0.timeHeadroom)
        }
    }

    /// What it says of a promise; `nil` where it was not made yet.
    public func promise(of activity: ActivityID?) -> PromiseSnapshot? {
        promises.first { $0.activity == activity }
    }
}
