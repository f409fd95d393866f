import WorkTime

/// Parts of a calendar drawn at random: odd weeks, night shifts, holidays and make-up days close together.
struct RandomCalendar {
    let week: [DayPattern]
    let rules: [DateRule]

    /// - Parameter days: the span in which rules lie.
    init(seed: UInt64, rulesIn days: ClosedRange<CivilDay>) {
        var generator = SeededGenerator(seed: seed)
        let palette = (0..<3).map { _ in Self.pattern(&generator) } + [.off]
        week = (0..<7).map { _ in palette.randomElement(using: &generator)! }
        rules = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
            let span = days.upperBound.number - days.lowerBound.number
            let day = days.lowerBound.advanced(by: Int.random(in: 0...span, using: &generator))
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: return .holiday(day, name: "holiday")
            case 1: return .makeUpDay(day, name: "make-up day")
            default: return .hours(day, Self.pattern(&generator), name: "own hours")
            }
        }
    }

    var calendar: WorkCalendar {
        WorkCalendar(id: "random", name: "Random", week: WeekPattern(week), rules: rules)
    }

    /// Up to four shifts at random minutes; the last may run up to a day into the next.
    private static func pattern(_ generator: inout SeededGenerator) -> DayPattern {
        let count = Int.random(in: 0...4, using: &generator)
        var edges = Set<Int>()
        while edges.count < 2 * count { edges.insert(Int.random(in: 0...1439, using: &generator)) }
        let sorted = edges.sorted()
        var shifts = (0..<count).map { Shift(start: sorted[2 * $0], end: sorted[2 * $0 + 1]) }
        if let last = shifts.popLast() {
            let isOvernight = Bool.random(using: &generator)
            let end = isOvernight ? last.start + Int.random(in: 1...1440, using: &generator) : last.end
            shifts.append(Shift(start: last.start, end: end))
        }
        return try! DayPattern(shifts)
    }
}
