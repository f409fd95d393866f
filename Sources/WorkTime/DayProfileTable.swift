/// The working stretches of civil days, from midnight to midnight, each kind of day once.
///
/// A day's stretches are its own shifts up to midnight, and what the day before runs into it; where the two meet, the
/// time is counted once.
struct DayProfileTable: Sendable {
    /// Work without a break, in minutes of the day.
    struct Stretch: Hashable {
        var start: Int
        var end: Int
        /// Work done that day before `start`.
        var before: Int
    }

    /// One kind of day: a run of `stretches`.
    private struct Slot: Hashable {
        var first: Int
        var end: Int
        var work: Int
    }

    private var stretches: [Stretch] = []
    private var slots: [Slot] = []

    /// The slot of a day that works `own` after a day that worked `previous`, made if there is none yet. Days with the
    /// same hours share a slot.
    mutating func slot(of own: DayPattern, after previous: DayPattern) -> Int {
        let wanted = Self.stretches(own, spill: previous.spill)
        if let known = slots.firstIndex(where: { stretches[$0.first..<$0.end].elementsEqual(wanted) }) { return known }
        let work = wanted.last.map { $0.before + $0.end - $0.start } ?? 0
        slots.append(Slot(first: stretches.count, end: stretches.count + wanted.count, work: work))
        stretches += wanted
        return slots.count - 1
    }

    /// Minutes worked on such a day.
    func work(in slot: Int) -> Int { slots[slot].work }

    /// Minutes worked on such a day before a minute of it.
    func work(in slot: Int, before minute: Int) -> Int {
        let slot = slots[slot]
        var index = slot.end
        while index > slot.first {
            index -= 1
            let stretch = stretches[index]
            if stretch.start < minute { return stretch.before + min(minute, stretch.end) - stretch.start }
        }
        return 0
    }

    /// The minute of such a day at which the working minute begins that has `work` minutes before it.
    ///
    /// - Parameter work: from 0, and less than the day's work.
    func minute(in slot: Int, after work: Int) -> Int {
        var index = slots[slot].end - 1
        while stretches[index].before > work { index -= 1 }
        return stretches[index].start + work - stretches[index].before
    }

    /// The stretches of a day, joined where they touch or meet.
    private static func stretches(_ own: DayPattern, spill: Int) -> [Stretch] {
        let midnight = CivilMinute.minutesPerDay
        let parts = [(start: 0, end: spill)] + own.shifts.map { (start: $0.start, end: min($0.end, midnight)) }
        var joined: [Stretch] = []
        for part in parts where part.end > part.start {
            guard let last = joined.last else {
                joined.append(Stretch(start: part.start, end: part.end, before: 0))
                continue
            }
            if part.start <= last.end {
                joined[joined.count - 1].end = max(last.end, part.end)
            } else {
                let before = last.before + last.end - last.start
                joined.append(Stretch(start: part.start, end: part.end, before: before))
            }
        }
        return joined
    }
}
