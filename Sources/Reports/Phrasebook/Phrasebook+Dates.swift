public import WorkTime

/// How much of a date is written.
public enum DayStyle: Hashable, Sendable, CaseIterable {
    /// `Mon 12 Jan 2026`, `2026年1月12日 周一`.
    case full
    /// `12 Jan 2026`, `2026年1月12日`.
    case dated
    /// `Mon 12 Jan`, `1月12日 周一`: where the year is plain from what stands around it.
    case weekday
    /// `12 Jan`, `1月12日`.
    case brief

    /// The same date without its weekday; `nil` when it has none.
    fileprivate var withoutWeekday: DayStyle? {
        switch self {
        case .full: .dated
        case .weekday: .brief
        case .dated, .brief: nil
        }
    }
}

extension Phrasebook {
    public func day(_ day: CivilDay, _ style: DayStyle = .full) -> String {
        let parts: (weekday: Bool, year: Bool) =
            switch style {
            case .full: (true, true)
            case .dated: (false, true)
            case .weekday: (true, false)
            case .brief: (false, false)
            }
        switch language {
        case .english:
            let weekday = parts.weekday ? weekday(day.weekday) + " " : ""
            return "\(weekday)\(day.day) \(monthName(day.month))" + (parts.year ? " \(day.year)" : "")
        case .simplifiedChinese:
            let year = parts.year ? "\(day.year)年" : ""
            return "\(year)\(day.month)月\(day.day)日" + (parts.weekday ? " \(weekday(day.weekday))" : "")
        }
    }

    /// A day among words. Chinese sets the weekday in brackets there: `2026年1月12日（周一）`.
    func dayInSentence(_ day: CivilDay, _ style: DayStyle = .full) -> String {
        guard language == .simplifiedChinese, let date = style.withoutWeekday else { return self.day(day, style) }
        return "\(self.day(day, date))\(say(LayoutPhrase.inParentheses(weekday(day.weekday))))"
    }

    /// `Mon 12 Jan 2026 09:30`, `2026年1月12日 周一 09:30`.
    public func instant(_ instant: CivilMinute, _ style: DayStyle = .full) -> String {
        "\(day(instant.day, style)) \(time(instant.minuteOfDay))"
    }

    /// `09:30`.
    public func time(_ minuteOfDay: Int) -> String {
        twoDigits(minuteOfDay / 60) + ":" + twoDigits(minuteOfDay % 60)
    }

    /// `Jan 2026`, `2026年1月`.
    public func month(_ month: CivilMonth) -> String {
        switch language {
        case .english: "\(monthName(month.month)) \(month.year)"
        case .simplifiedChinese: "\(month.year)年\(month.month)月"
        }
    }

    /// `Jan`, `1月`.
    ///
    /// - Parameter number: 1 to 12.
    public func monthName(_ number: Int) -> String {
        switch language {
        case .english: Self.englishMonths[number - 1]
        case .simplifiedChinese: "\(number)月"
        }
    }

    /// `Mon`, `周一`.
    public func weekday(_ weekday: Weekday) -> String {
        switch language {
        case .english: Self.englishWeekdays[weekday.rawValue - 1]
        case .simplifiedChinese: Self.chineseWeekdays[weekday.rawValue - 1]
        }
    }

    private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static let englishMonths = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    private static let englishWeekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let chineseWeekdays = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]
}
