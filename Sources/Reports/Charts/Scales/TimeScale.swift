import WorkTime

/// Civil time along a picture's width. Only some hours of each day are shown, so that a day's work fills its day.
struct TimeScale: Sendable {
    /// The first day shown.
    let first: CivilDay
    /// The day after the last one shown.
    let end: CivilDay
    let left: Double
    let right: Double
    let hours: ClosedRange<Int>

    var days: Int { max(1, first.distance(to: end)) }
    var perDay: Double { (right - left) / Double(days) }

    /// Where a day begins.
    func x(_ day: CivilDay) -> Double { left + Double(first.distance(to: day)) * perDay }

    /// Where an instant lies; hours before and after those shown are at the ends of their day.
    func x(_ instant: CivilMinute) -> Double {
        let length = max(1, hours.upperBound - hours.lowerBound)
        let shown = min(max(0, instant.minuteOfDay - hours.lowerBound), length)
        return x(instant.day) + perDay * Double(shown) / Double(length)
    }

    /// A stretch between two lines of the axis, and what is written on it.
    struct Span: Hashable, Sendable {
        var from: CivilDay
        var to: CivilDay
        var label: String
        /// For a span too narrow for its label.
        var shortLabel: String
    }

    /// The upper line of the axis: months, or years where months are narrow.
    func majorSpans(_ book: Phrasebook) -> [Span] {
        perDay * 30 >= 48
            ? spans(everyMonths: 1, short: { book.monthName($0.month) }) { book.month($0) }
            : spans(everyMonths: 12) { "\($0.year)" }
    }

    /// The lower line: days, weeks by their Mondays, months or quarters, as finely as words have room.
    func minorSpans(_ book: Phrasebook) -> [Span] {
        if perDay >= 18 { return spans(everyDays: 1) { "\($0.day)" } }
        if perDay * 7 >= 22 { return spans(everyDays: 7) { "\($0.day)" } }
        if perDay * 14 >= 22 { return spans(everyDays: 14) { "\($0.day)" } }
        if perDay * 30 >= 48 { return [] }
        if perDay * 30 >= 30 { return spans(everyMonths: 1) { book.monthName($0.month) } }
        return perDay * 91 >= 24 ? spans(everyMonths: 3) { "Q\(($0.month - 1) / 3 + 1)" } : []
    }

    /// Stretches of days from the Monday on or before the first day (from the first day itself for single days).
    private func spans(everyDays step: Int, _ label: (CivilDay) -> String) -> [Span] {
        let start = step == 1 ? first : first.advanced(by: 1 - first.weekday.rawValue)
        return stride(from: start, to: end, by: step).map { day in
            let next = day.advanced(by: step)
            let words = day < first ? "" : label(day)
            return Span(from: max(day, first), to: min(next, end), label: words, shortLabel: words)
        }
    }

    private func spans(
        everyMonths step: Int, short: ((CivilMonth) -> String)? = nil, _ label: @escaping (CivilMonth) -> String
    ) -> [Span] {
        let opening = CivilMonth(of: first)
        let start = opening.advanced(by: -((opening.month - 1) % step))
        let count = start.distance(to: CivilMonth(of: end)) / step + 1
        return (0..<count).compactMap { index in
            let month = start.advanced(by: index * step)
            let from = max(month.firstDay, first)
            let to = min(month.advanced(by: step).firstDay, end)
            return from < to
                ? Span(from: from, to: to, label: label(month), shortLabel: short.map { $0(month) } ?? label(month))
                : nil
        }
    }
}
