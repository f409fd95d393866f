import WorkTime

extension CivilDay {
    /// The year that two digits stand for: 1980…2079.
    static func year(ofTwoDigits number: Int) -> Int { number < 80 ? 2_000 + number : 1_900 + number }

    /// `31-Dec-2025`, `31 December 25`, `31. Dezember 2025`, `31 de diciembre de 2025`.
    init?(withMonthName text: String) {
        let words = text.split { "-/ \u{A0}".contains($0) }.filter { $0.lowercased() != "de" }
        guard words.count == 3, let month = MonthName.number(of: words[1]),
            let day = Int(words[0].hasSuffix(".") ? words[0].dropLast() : words[0]),
            let year = Self.year(of: words[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// `2025年12月31日`, with or without blanks.
    init?(inChinese text: String) {
        guard text.hasSuffix("日") || text.hasSuffix("号") else { return nil }
        let parts = text.dropLast().split(whereSeparator: { "年月".contains($0) }).map { $0.filter { $0 != " " } }
        let marks = text.filter { "年月".contains($0) }
        guard marks == "年月", parts.count == 3, parts[0].count == 4, let year = Int(parts[0]),
            let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The Monday of `2025-W07` or `2025W07`.
    ///
    /// - Source: ISO 8601: the week of 4 January is the first of its year.
    init?(mondayOfWeek text: String) {
        let parts = text.uppercased().split(separator: "W", omittingEmptySubsequences: false)
        guard parts.count == 2, let week = Int(parts[1]), (1...53).contains(week), parts[1].count <= 2,
            let year = Self.year(of: parts[0].hasSuffix("-") ? parts[0].dropLast() : parts[0]), parts[0].count >= 4,
            let fourth = CivilDay(year: year, month: 1, day: 4)
        else { return nil }
        let monday = fourth.advanced(by: -fourth.daysSinceMonday + 7 * (week - 1))
        // Week 53 of a year that has only 52 is the next year's first.
        guard CivilMonth(of: monday.advanced(by: 3)).year == year else { return nil }
        self = monday
    }

    /// A serial number of spreadsheets, a time of day perhaps behind its decimal mark.
    init?(spreadsheetSerial field: Span<UInt8>, _ range: Range<Int>) {
        var whole = range
        if let mark = range.first(where: { field[$0] == UInt8(ascii: ".") || field[$0] == UInt8(ascii: ",") }) {
            guard range.suffix(from: mark + 1).allSatisfy({ Ascii.isDigit(field[$0]) }), mark + 1 < range.upperBound
            else { return nil }
            whole = range.lowerBound..<mark
        }
        // Day 60 is 29 February 1900, which never was; serials before it are a day off and never ads.
        guard whole.count <= 6, let serial = wholeNumber(in: field.extracting(whole)), serial > 60 else { return nil }
        self.init(number: Int(serial) - 25_569)
    }

    /// A year of four digits, or of two.
    private static func year(of text: some StringProtocol) -> Int? {
        guard text.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(text) else { return nil }
        switch text.count {
        case 4: return number
        case 2: return year(ofTwoDigits: number)
        default: return nil
        }
    }

    /// 0 for a Monday. Day 0 is 1970-01-01, a Thursday.
    private var daysSinceMonday: Int { ((number + 3) % 7 + 7) % 7 }
}

extension CivilMonth {
    /// The month that a field states as `2025-12`, `2025/12`, `202512`, `2025年12月`, `Dec-25` or `December 2025`; `nil` for
    /// any other text.
    package init?(stated field: Span<UInt8>) {
        if let month = CivilMonth(inDigits: field) {
            self = month
        } else if let month = CivilMonth(inWords: field.trimmedText) {
            self = month
        } else {
            return nil
        }
    }

    private init?(inDigits field: Span<UInt8>) {
        let range = trimmedRange(of: field)
        var digits = 0
        var number = 0
        var position = range.lowerBound
        while position < range.upperBound {
            let byte = field[position]
            if Ascii.isDigit(byte) {
                digits += 1
                number = number * 10 + Int(byte - Ascii.zero)
                guard digits <= 6 else { return nil }
            } else if digits == 4, byte == Ascii.minus || byte == UInt8(ascii: "/") {
                guard position + 3 == range.upperBound else { return nil }
            } else {
                return nil
            }
            position += 1
        }
        guard digits == 6 else { return nil }
        self.init(year: number / 100, month: number % 100)
    }

    private init?(inWords text: String) {
        if text.hasSuffix("月") || text.hasSuffix("月份") {
            let parts = text.split { "年月份 ".contains($0) }
            guard parts.count == 2, parts[0].count == 4, let year = Int(parts[0]), let month = Int(parts[1]) else {
                return nil
            }
            self.init(year: year, month: month)
            return
        }
        // A month is a day of it to the reader of days.
        guard let day = CivilDay(withMonthName: "1-" + text) else { return nil }
        self.init(of: day)
    }
}
