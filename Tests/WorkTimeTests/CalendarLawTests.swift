import Testing
import WorkTime

/// What holds on every calendar, tried on calendars drawn at random, and measured against a minute-by-minute walk.
@Suite("Laws of the calendar map")
struct CalendarLawTests {
    static let days = day("2026-02-01")...day("2026-02-28")

    @Test("each minute of a month has the position that a walk counts", arguments: 1...24)
    func walk(seed: UInt64) {
        let random = RandomCalendar(seed: seed, rulesIn: Self.days)
        let calendar = random.calendar
        let walker = MinuteWalker(week: random.week, rules: random.rules, from: day("2026-01-29"), days: 33)
        let base = calendar.position(of: walker.instant(0)).count
        for (offset, work) in walker.workBefore.enumerated() {
            let position = calendar.position(of: walker.instant(offset)).count
            guard position - base == work else {
                Issue.record("\(walker.instant(offset)): \(position - base) instead of \(work), seed \(seed)")
                return
            }
        }
    }

    @Test("the way back gives the earliest and the latest instant of a position", arguments: 1...24)
    func wayBack(seed: UInt64) {
        let random = RandomCalendar(seed: seed, rulesIn: Self.days)
        let calendar = random.calendar
        let walker = MinuteWalker(week: random.week, rules: random.rules, from: day("2026-01-29"), days: 33)
        let base = calendar.position(of: walker.instant(0)).count
        let all = walker.workBefore
        // Positions whose stretch without work lies wholly inside the span.
        for work in Set(all).subtracting([all.first!, all.last!]) {
            let earliest = walker.instant(all.partitioning { $0 >= work })
            let latest = walker.instant(all.partitioning { $0 > work } - 1)
            let position = WorkMinutes(base + work)
            guard calendar.finish(at: position) == earliest, calendar.start(at: position) == latest else {
                Issue.record("\(calendar.finish(at: position))…\(calendar.start(at: position)), seed \(seed)")
                return
            }
        }
    }

    @Test("positions never fall, and the way back returns to them", arguments: 1...200)
    func roundTrips(seed: UInt64) {
        let calendar = RandomCalendar(seed: seed, rulesIn: Self.days).calendar
        // Without a working week all work is soon done, and sums stop at the ends.
        guard calendar.daysPerWeek > 0 else { return }
        var generator = SeededGenerator(seed: ~seed)
        for _ in 0..<100 {
            let instants = (0..<3).map { _ in Self.instant(&generator) }.sorted()
            let positions = instants.map(calendar.position(of:))
            #expect(positions[0] <= positions[1] && positions[1] <= positions[2])
            // Work over adjacent intervals adds up.
            #expect(
                calendar.work(from: instants[0], to: instants[1]) + calendar.work(from: instants[1], to: instants[2])
                    == calendar.work(from: instants[0], to: instants[2]))
            let (finish, start) = (calendar.finish(at: positions[1]), calendar.start(at: positions[1]))
            #expect(finish <= instants[1] && instants[1] <= start, "seed \(seed), \(instants[1])")
            #expect(calendar.position(of: finish) == positions[1] && calendar.position(of: start) == positions[1])
            // Work added and taken away again.
            let work = WorkMinutes(Int.random(in: 0...5_000, using: &generator))
            #expect(calendar.position(of: calendar.finish(at: positions[1] + work)) - work == positions[1])
            #expect(calendar.position(of: calendar.start(at: positions[1] - work)) + work == positions[1])
        }
    }

    @Test("rules in the years 1, 2026 and 9999 stand in one calendar", arguments: 1...12)
    func scatteredRules(seed: UInt64) {
        let (early, late) = (CivilDay.earliest...day("0001-01-31"), day("9999-12-01")...CivilDay.latest)
        let parts = [early, Self.days, late].enumerated().map {
            RandomCalendar(seed: seed &* 3 + UInt64($0.offset), rulesIn: $0.element)
        }
        let (week, rules) = (parts[0].week, parts.flatMap(\.rules))
        let calendar = WorkCalendar(id: "x", name: "X", week: WeekPattern(week), rules: rules)
        for first in [CivilDay.earliest, day("2026-01-29"), day("9999-11-29")] {
            let walker = MinuteWalker(week: week, rules: rules, from: first, days: 33)
            let base = calendar.position(of: walker.instant(0)).count
            for (offset, work) in walker.workBefore.enumerated() where offset % 7 == 0 {
                // At the end of all years the walker's last instant is one that the calendar does not have.
                guard walker.instant(offset) < .latest else { break }
                let position = calendar.position(of: walker.instant(offset))
                guard position.count - base == work else {
                    Issue.record("\(walker.instant(offset)), seed \(seed)")
                    return
                }
            }
        }
    }

    /// Mostly near the rules, now and then anywhere in ten thousand years.
    static func instant(_ generator: inout SeededGenerator) -> CivilMinute {
        let isNear = Int.random(in: 0..<4, using: &generator) > 0
        let (first, last) = isNear ? (days.lowerBound, days.upperBound) : (day("0100-01-01"), day("9900-01-01"))
        let minute = Int.random(in: first.number * 1440...last.number * 1440, using: &generator)
        return CivilMinute(number: minute)
    }
}

extension [Int] {
    /// The first index of which the claim holds, where it holds of all that follow; or the end.
    fileprivate func partitioning(_ claim: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if claim(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
