/// The arithmetic behind ``WorkCalendar``: work time as a function of civil time, and back.
///
/// Only days that differ from their weekday stand in a table, each with the work done before it; between two of them
/// the plain week goes on, shifted by what the days so far have added or taken. So memory follows the number of rules,
/// not the years between them.
///
/// Days are counted from 0001-01-01, a Monday, and work from that day's midnight: nothing is negative, and the weekday
/// is the remainder by seven. Positions become public ones by taking away `origin`.
struct WorkTimeMap: Sendable {
    /// A day that differs from its weekday.
    struct SpecialDay {
        var day: Int
        /// Its working hours, a slot of the profile table.
        var slot: Int
        /// Work done before its midnight.
        var before: Int
        /// Work done on it.
        var work: Int
        /// What to add to the plain week's count for the days after it, until the next special day.
        var offset: Int
    }

    let profiles: DayProfileTable
    /// Slots of the seven weekdays, Monday first.
    let weekSlots: [Int]
    /// Work of a week before each weekday, and at last of the whole week.
    let weekBefore: [Int]
    /// In order of day. The first stands before all days, so that each day has one that is not after it, whose place
    /// is the count of those that the indices find.
    let specialDays: [SpecialDay]
    let byDay: StepIndex
    let byPosition: StepIndex

    /// Work done before 1970-01-01T00:00.
    private(set) var origin = 0
    /// Public positions of the two ends of civil time.
    private(set) var firstPosition = 0
    private(set) var lastPosition = 0

    /// - Parameter rules: by day, at most one a day.
    init(week: WeekPattern, rules: [DateRule]) {
        var profiles = DayProfileTable()
        weekSlots = (0..<7).map { profiles.slot(of: week.days[$0], after: week.days[($0 + 6) % 7]) }
        weekBefore = weekSlots.reduce(into: [0]) { $0.append($0.last! + profiles.work(in: $1)) }

        var table = [SpecialDay(day: -1, slot: 0, before: 0, work: 0, offset: 0)]
        for (day, slot) in Self.differingDays(week, rules, weekSlots, &profiles) {
            let before = Self.plainWork(before: day, weekBefore) + table.last!.offset
            let work = profiles.work(in: slot)
            let offset = before + work - Self.plainWork(before: day + 1, weekBefore)
            table.append(SpecialDay(day: day, slot: slot, before: before, work: work, offset: offset))
        }
        self.profiles = profiles
        specialDays = table
        byDay = StepIndex(table.dropFirst().map(\.day))
        byPosition = StepIndex(table.dropFirst().map(\.before))

        origin = position(of: CivilMinute(number: 0))
        firstPosition = -origin
        lastPosition = position(of: .latest)
        #if HEADROOM_CHECKS
            checkInvariants()
        #endif
    }

    /// Minutes worked before this instant, less `origin`.
    func position(of minute: CivilMinute) -> Int {
        let (day, minuteOfDay) = (minute.number - CivilMinute.firstNumber)
            .quotientAndRemainder(dividingBy: CivilMinute.minutesPerDay)
        let special = specialDays[byDay.count(notAfter: day)]
        if special.day == day {
            return special.before + profiles.work(in: special.slot, before: minuteOfDay) - origin
        }
        let (weeks, weekday) = day.quotientAndRemainder(dividingBy: 7)
        return weeks * weekBefore[7] + weekBefore[weekday] + special.offset
            + profiles.work(in: weekSlots[weekday], before: minuteOfDay) - origin
    }

    /// The latest instant with this position.
    func start(at position: Int) -> CivilMinute {
        guard position >= firstPosition else { return .earliest }
        guard position < lastPosition else { return .latest }
        return beginning(ofWorkMinute: position + origin)
    }

    /// The earliest instant with this position: the end of the working minute that leads up to it.
    func finish(at position: Int) -> CivilMinute {
        guard position > firstPosition else { return .earliest }
        guard position <= lastPosition else { return .latest }
        return beginning(ofWorkMinute: position - 1 + origin) + ElapsedMinutes(1)
    }

    /// When the working minute begins that has `work` minutes before it.
    private func beginning(ofWorkMinute work: Int) -> CivilMinute {
        let special = specialDays[byPosition.count(notAfter: work)]
        if work - special.before < special.work {
            return minute(special.day, profiles.minute(in: special.slot, after: work - special.before))
        }
        // Not reached by a week without work: there every working minute lies on a special day.
        let (weeks, workOfWeek) = (work - special.offset).quotientAndRemainder(dividingBy: weekBefore[7])
        var weekday = 0
        while weekBefore[weekday + 1] <= workOfWeek { weekday += 1 }
        let minuteOfDay = profiles.minute(in: weekSlots[weekday], after: workOfWeek - weekBefore[weekday])
        return minute(7 * weeks + weekday, minuteOfDay)
    }

    private func minute(_ day: Int, _ minuteOfDay: Int) -> CivilMinute {
        CivilMinute(number: day * CivilMinute.minutesPerDay + minuteOfDay + CivilMinute.firstNumber)
    }

    /// Work of the plain week before the midnight of a day.
    static func plainWork(before day: Int, _ weekBefore: [Int]) -> Int {
        day / 7 * weekBefore[7] + weekBefore[day % 7]
    }

    /// The days whose hours are not those of their weekday, in order: days with a rule, and the day after one whose
    /// night shift is longer or shorter than usual. A holiday on a day off differs in nothing and is left out.
    private static func differingDays(
        _ week: WeekPattern, _ rules: [DateRule], _ weekSlots: [Int], _ profiles: inout DayProfileTable
    ) -> [(day: Int, slot: Int)] {
        var differing: [(day: Int, slot: Int)] = []
        // What the day before the current one works, while that day had a rule.
        var ruled: (day: Int, pattern: DayPattern)?
        func add(_ day: Int, _ own: DayPattern) {
            let before = ruled?.day == day - 1 ? ruled!.pattern : week.days[(day + 6) % 7]
            let slot = profiles.slot(of: own, after: before)
            if slot != weekSlots[day % 7] { differing.append((day, slot)) }
        }
        for rule in rules {
            let day = rule.day.number - CivilDay.firstNumber
            if let last = ruled, last.day + 1 < day { add(last.day + 1, week.days[(last.day + 1) % 7]) }
            let pattern = rule.pattern(in: week)
            add(day, pattern)
            ruled = (day, pattern)
        }
        let pastTheEnd = CivilDay.lastNumber - CivilDay.firstNumber + 1
        if let last = ruled, last.day + 1 < pastTheEnd { add(last.day + 1, week.days[(last.day + 1) % 7]) }
        return differing
    }
}
