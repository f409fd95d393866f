public import WorkTime

/// The dates of a plan as they were told to someone, and what was promised by them.
///
/// A value of its own, so that it can be kept when the plan goes on changing: later plans are measured against it.
public struct Baseline: Hashable, Sendable {
    /// What has dates in the plan, in its order.
    public let activities: [Entry]
    /// In the order of ``Schedule/deadlines``.
    public let promises: [Promise]

    /// An activity as it was told.
    public struct Entry: Hashable, Sendable {
        public let id: ActivityID
        public let start: CivilMinute
        public let finish: CivilMinute
        /// Minutes of the activity's calendar.
        public let duration: WorkMinutes

        public init(id: ActivityID, start: CivilMinute, finish: CivilMinute, duration: WorkMinutes) {
            self.id = id
            self.start = start
            self.finish = finish
            self.duration = duration
        }
    }

    /// A promise as it was made.
    public struct Promise: Hashable, Sendable {
        /// `nil` for the promise of the whole plan.
        public let activity: ActivityID?
        public let promised: CivilMinute
        /// When it was to be kept.
        public let forecast: CivilMinute

        public init(activity: ActivityID?, promised: CivilMinute, forecast: CivilMinute) {
            self.activity = activity
            self.promised = promised
            self.forecast = forecast
        }
    }

    public init(activities: [Entry], promises: [Promise]) {
        self.activities = activities
        self.promises = promises
    }

    /// The dates of a plan as they are now.
    public init(of schedule: Schedule) {
        let project = schedule.project
        activities = project.activities.indices.filter(schedule.hasDates).map { index in
            let dates = schedule.activities[index]
            return Entry(
                id: dates.id, start: dates.start, finish: dates.finish, duration: project.activities[index].duration)
        }
        promises = schedule.deadlines.map {
            Promise(activity: $0.activity, promised: $0.promised, forecast: $0.forecast)
        }
    }

    /// The dates of each activity, for a draft that is to keep them.
    public var dates: [ActivityID: BaselineDates] {
        Dictionary(
            activities.map { ($0.id, BaselineDates(start: $0.start, finish: $0.finish, duration: $0.duration)) }
        ) { first, _ in first }
    }
}

// MARK: - Changes

extension Baseline {
    /// One way in which a plan is no longer what was told.
    public enum Change: Hashable, Sendable {
        /// In the plan now, and not told.
        case added(ActivityID)
        /// Told, and not in the plan now.
        case gone(ActivityID)
        case moved(told: Entry, now: Entry)
        /// A promise that was not made, is not made any more, or names another date; `nil` stands for none.
        case promise(ActivityID?, told: CivilMinute?, now: CivilMinute?)
    }

    /// What differs in a plan as it is now; empty when a reader would see the same dates.
    ///
    /// In the order of the plan now, what is gone behind it, promises last.
    public func changes(to now: Baseline) -> [Change] {
        let told = Dictionary(activities.map { ($0.id, $0) }) { first, _ in first }
        let kept = Set(now.activities.map(\.id))
        let moved = now.activities.compactMap { entry -> Change? in
            guard let before = told[entry.id] else { return .added(entry.id) }
            return before.hasSameDates(as: entry) ? nil : .moved(told: before, now: entry)
        }
        let gone = activities.filter { !kept.contains($0.id) }.map { Change.gone($0.id) }
        return moved + gone + promiseChanges(to: now)
    }

    private func promiseChanges(to now: Baseline) -> [Change] {
        let made = Dictionary(promises.map { ($0.activity, $0.promised) }) { first, _ in first }
        let makes = Dictionary(now.promises.map { ($0.activity, $0.promised) }) { first, _ in first }
        let changed = now.promises.filter { made[$0.activity] != $0.promised }
            .map { Change.promise($0.activity, told: made[$0.activity], now: $0.promised) }
        return changed
            + promises.filter { makes[$0.activity] == nil }.map { .promise($0.activity, told: $0.promised, now: nil) }
    }
}

extension Baseline.Entry {
    fileprivate func hasSameDates(as other: Self) -> Bool { start == other.start && finish == other.finish }
}
