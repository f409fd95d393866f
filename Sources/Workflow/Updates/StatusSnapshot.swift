public import Scheduling
public import WorkTime

/// Where a plan stood at an update, as it was reported then: what later ones are compared with.
public struct StatusSnapshot: Hashable, Sendable {
    public let date: CivilMinute
    /// What has dates, in the order of the plan.
    public let activities: [ActivitySnapshot]
    /// In the order of ``Schedule/deadlines``.
    public let promises: [PromiseSnapshot]
    /// What was read off the buffers; those of no time have no reading.
    public let buffers: [BufferSnapshot]

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

    /// How a buffer stood.
    public struct BufferSnapshot: Hashable, Sendable {
        public let id: BufferID
        public let reading: BufferReading

        public init(id: BufferID, reading: BufferReading) {
            self.id = id
            self.reading = reading
        }
    }

    public init(
        date: CivilMinute, activities: [ActivitySnapshot], promises: [PromiseSnapshot], buffers: [BufferSnapshot] = []
    ) {
        self.date = date
        self.activities = activities
        self.promises = promises
        self.buffers = buffers
    }

    /// As the plan stands now; without a data date, at its start.
    ///
    /// - Parameter buffers: those of the schedule.
    public init(of schedule: Schedule, _ buffers: [Buffer] = []) {
        let date = schedule.project.dataDate ?? schedule.project.start
        self.date = date
        self.buffers = buffers.compactMap { buffer in
            buffer.reading(on: date).map { BufferSnapshot(id: buffer.id, reading: $0) }
        }
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

extension [StatusSnapshot] {
    /// Of several on one day the last.
    public var onePerDay: [StatusSnapshot] {
        reduce(into: []) { kept, snapshot in
            if kept.last?.date.day == snapshot.date.day { kept.removeLast() }
            kept.append(snapshot)
        }
    }
}
