import WorkTime

/// The days that calendars of a file do differently, one by one.
///
/// A span may reach over centuries and there may be thousands of them, so days are counted: what goes beyond the bounds is
/// left out, and said.
struct CalendarDays {
    /// How many days of one span are looked at.
    static let longestSpan = 7_305
    /// How many more days are looked at in the whole file.
    private var budget = 1_000_000
    /// Nothing long before it is of interest.
    private let projectStart: CivilDay

    /// What has been made of a span.
    struct Span {
        var days: [CivilDay] = []
        /// The last day that was looked at, when the span goes on.
        var cutAfter: CivilDay?
    }

    init(projectStart: CivilDay) { self.projectStart = projectStart }

    /// The days of a span on which a claim holds, at most `count` of them.
    mutating func days(
        from: CivilMinute, to: CivilMinute?, atMost count: Int = .max, where holds: (CivilDay) -> Bool
    ) -> Span {
        var span = Span()
        let last = to?.day ?? .latest
        var day = from.day
        // Of a span that began long ago, the part before the plan is of no use; occurrences are counted from its start.
        if count == .max, day.distance(to: last) >= Self.longestSpan {
            day = max(day, projectStart.advanced(by: -1_826))
        }
        var looked = 0
        while day <= last, span.days.count < count {
            guard looked < Self.longestSpan, budget > 0 else {
                span.cutAfter = day.advanced(by: -1)
                return span
            }
            looked += 1
            budget -= 1
            if holds(day) { span.days.append(day) }
            if day == .latest { break }
            day = day.advanced(by: 1)
        }
        return span
    }
}
