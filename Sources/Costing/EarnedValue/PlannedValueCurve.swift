public import Monetary
public import WorkTime

/// The cumulative planned value of a job over civil time: straight lines between points.
public struct PlannedValueCurve: Hashable, Sendable {
    /// A cumulative planned value at an instant.
    public struct Point: Hashable, Sendable {
        public let instant: CivilMinute
        public let plannedValue: Money

        public init(_ instant: CivilMinute, _ plannedValue: Money) {
            self.instant = instant
            self.plannedValue = plannedValue
        }
    }

    /// From the planned start, where nothing is planned, on: later and later, never less.
    public let points: [Point]
    /// The planned finish, when it is known: no later than the last point.
    public let plannedFinish: CivilMinute?

    public var plannedStart: CivilMinute { points[0].instant }

    /// - Parameter plannedFinish: `nil` when the plan goes on beyond the last point.
    /// - Precondition: points begin at zero, instants ascend, values do not fall, the finish is after the start.
    public init(_ points: [Point], plannedFinish: CivilMinute?) {
        precondition(points.first?.plannedValue.isZero == true, "a plan that does not begin at zero")
        for (earlier, later) in zip(points, points.dropFirst()) {
            precondition(
                earlier.instant < later.instant && earlier.plannedValue.minorUnits <= later.plannedValue.minorUnits,
                "\(later.instant) \(later.plannedValue) after \(earlier.instant) \(earlier.plannedValue)")
        }
        precondition(plannedFinish.map { points[0].instant < $0 } ?? true, "a finish before the start")
        self.points = points
        self.plannedFinish = plannedFinish
    }

    /// From the planned start to the planned finish, on the clock.
    public var plannedDuration: ElapsedMinutes? { plannedFinish.map { $0 - plannedStart } }

    /// The earned schedule: how many minutes after the planned start the plan reaches, for the last time, the value that
    /// is earned now. On a plateau, such as a weekend, that is its end. Never beyond the planned finish.
    ///
    /// - Throws: `planIncomplete` when more is earned than the known plan holds, and its finish is not known.
    /// - Complexity: O(log points).
    /// - Source: Lipke, “Schedule is different”, 2003.
    public func minutesUntilPlanned(_ earnedValue: Money) throws(Undefined) -> Rate {
        guard !earnedValue.isNegative else { throw .negativeAmount }
        let reached = lastPoint(notAbove: earnedValue.minorUnits)
        var minutes = Rate((points[reached].instant - plannedStart).count)
        if reached + 1 < points.count {
            minutes = try self.minutes(after: points[reached], to: points[reached + 1], at: earnedValue, from: minutes)
        } else if plannedFinish == nil {
            throw .planIncomplete
        }
        guard let limit = plannedDuration else { return minutes }
        return min(minutes, Rate(limit.count))
    }

    private func minutes(
        after point: Point, to next: Point, at value: Money, from minutes: Rate
    ) throws(Undefined) -> Rate {
        try counted { () throws(MonetaryFault) in
            let share = try (value - point.plannedValue).ratio(to: next.plannedValue - point.plannedValue)
            return try minutes + share * Rate((next.instant - point.instant).count)
        }
    }

    /// The last point whose planned value does not pass `value`; there is one, because the first is zero.
    private func lastPoint(notAbove value: Int64) -> Int {
        var low = 0
        var high = points.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if points[middle].plannedValue.minorUnits <= value { low = middle } else { high = middle }
        }
        return low
    }
}
