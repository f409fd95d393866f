public import WorkTime

/// Where the consumption of a buffer leads, as the last readings have it.
public struct BufferTrend: Hashable, Sendable {
    /// The readings that it rests on, in order of their dates.
    public let readings: [BufferReading]
    /// The part of the buffer that is consumed in a working day; below zero for one that recovers. `nil` for fewer than
    /// ``leastReadings``.
    public let consumedPerDay: Double?
    public let runOut: RunOut

    /// Fewer say nothing of a trend.
    public static let leastReadings = 3
    /// What lies further back than so many readings no longer says how things go.
    public static let mostReadings = 8
}

/// When a buffer will be used up.
public enum RunOut: Hashable, Sendable {
    /// At this moment, before the promise.
    case on(CivilMinute)
    /// Not before the promise.
    case lasts
    /// It is already.
    case usedUp
    /// It is consumed no further.
    case notConsumed
    /// The work before it is done.
    case settled
    case tooFewReadings
    /// It has no time that could be consumed.
    case noTime
}

extension Buffer {
    /// The trend of its consumption.
    ///
    /// Slopes are the medians of those between all pairs of readings, so that one odd week does not bend them. The line is drawn
    /// on from the last reading.
    ///
    /// - Parameters:
    ///   - history: earlier readings, in any order; of those of one moment the last counts, and none after `date` does.
    ///   - date: up to when the progress of the buffer's schedule is known.
    ///   - calendar: that of the plan.
    /// - Source: Theil, 1950; Sen, Estimates of the regression coefficient based on Kendall's tau, 1968.
    public func trend(after history: [BufferReading], asOf date: CivilMinute, on calendar: WorkCalendar) -> BufferTrend
    {
        let readings = readings(after: history, asOf: date)
        let isEnough = readings.count >= BufferTrend.leastReadings
        let daily = isEnough ? consumedPerDay(readings, on: calendar) : nil
        return BufferTrend(
            readings: readings, consumedPerDay: daily, runOut: runOut(readings, consumedPerDay: daily, on: calendar))
    }

    private func readings(after history: [BufferReading], asOf date: CivilMinute) -> [BufferReading] {
        let sound = history.filter { $0.date <= date && $0.progress.isFinite && $0.consumed.isFinite }
        let all = sound + [reading(on: date)].compactMap(\.self)
        let last = Dictionary(all.map { ($0.date, $0) }) { _, later in later }
        return Array(last.values.sorted { $0.date < $1.date }.suffix(BufferTrend.mostReadings))
    }

    /// The median of what is consumed between two readings for each working day; `nil` where no work lies between any.
    private func consumedPerDay(_ readings: [BufferReading], on calendar: WorkCalendar) -> Double? {
        let perDay = Double(max(1, calendar.minutesPerDay.count))
        let days = readings.map { Double(calendar.position(of: $0.date).count) / perDay }
        var slopes: [Double] = []
        for later in readings.indices {
            for earlier in 0..<later where days[later] > days[earlier] {
                slopes.append((readings[later].consumed - readings[earlier].consumed) / (days[later] - days[earlier]))
            }
        }
        guard !slopes.isEmpty else { return nil }
        slopes.sort()
        return (slopes[(slopes.count - 1) / 2] + slopes[slopes.count / 2]) / 2
    }

    private func runOut(_ readings: [BufferReading], consumedPerDay: Double?, on calendar: WorkCalendar) -> RunOut {
        if isSettled { return .settled }
        guard size > .zero else { return .noTime }
        guard let last = readings.last, let consumed else { return .tooFewReadings }
        if consumed >= size { return .usedUp }
        guard let consumedPerDay else { return .tooFewReadings }
        guard consumedPerDay > 0 else { return .notConsumed }
        let minutes = (1 - last.consumed) / consumedPerDay * Double(max(1, calendar.minutesPerDay.count))
        // Beyond the promise no date is needed; that also keeps far ones off the end of the calendar.
        guard minutes < Double(calendar.work(from: last.date, to: to).count) else { return .lasts }
        return .on(calendar.finish(at: calendar.position(of: last.date) + WorkMinutes(Int(minutes.rounded(.up)))))
    }
}
