extension PlannedDuration {
    /// What someone probably meant by a text that is not a duration: `2d` for `2 days`, `2D`, `２天`, `2天` or a bare `2`;
    /// `1.5w` for `1,5 weeks`. `nil` when the text does not tell.
    static func guess(_ text: String) -> String? {
        let plain = text.lowercased().unicodeScalars.compactMap(halfWidth)
        let number = plain.prefix { "0123456789+-.,".unicodeScalars.contains($0) }
        let words = String(String.UnicodeScalarView(plain.dropFirst(number.count)))
        guard let unit = words.isEmpty ? "d" : units.first(where: { $0.value.contains(words) })?.key else { return nil }
        let amount = String(String.UnicodeScalarView(number.map { $0 == "," ? "." : $0 }))
        guard let guessed = parse(amount + unit), guessed.thousandths.magnitude <= limit else { return nil }
        return amount + unit
    }

    /// What people call the units.
    private static let units: KeyValuePairs<String, Set<String>> = [
        "m": ["m", "min", "mins", "minute", "minutes", "分", "分钟"],
        "h": ["h", "hr", "hrs", "hour", "hours", "小时", "个小时", "时"],
        "d": ["d", "day", "days", "wd", "workday", "workdays", "workingday", "workingdays", "天", "日", "工作日", "个工作日"],
        "w": ["w", "wk", "wks", "week", "weeks", "周", "星期", "个星期", "礼拜"],
        "ed": ["ed", "eday", "edays", "calendarday", "calendardays", "自然日", "个自然日", "日历天"],
    ]

    /// The plain form of the wide digits and letters of a Chinese keyboard; white space is left out.
    private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        if scalar.properties.isWhitespace { return nil }
        return (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) : scalar
    }
}
