import MediaSpend

/// How months and days are read in SQL.
enum CalendarSQL {
    /// The month of a row, such as `2025-12`.
    ///
    /// - Parameters:
    ///   - text: the trimmed text of the column that decides it.
    ///   - year: of the delivery, where the column holds numbers of months.
    static func month(_ text: String, _ rule: MonthRule.Kind, dates: [DateFormat], year: Int?) -> String {
        let fault = FieldSQL.fault("spend.bad-month", text)
        switch rule {
        case .month:
            let isMonth = FieldSQL.matches(text, "^[0-9]{4}[-/]?(0[1-9]|1[0-2])$")
            return "CASE WHEN \(isMonth) THEN concat(left(\(text), 4), '-', right(\(text), 2)) ELSE \(fault) END"
        case .monthNumber:
            let isNumber = FieldSQL.matches(text, "^0{0,16}([1-9]|1[0-2])$")
            let years = padded(year ?? 0, to: 4)
            return """
                CASE WHEN \(isNumber) THEN concat('\(years)-', lpad(CAST(CAST(\(text) AS INT) AS STRING), 2, '0')) \
                ELSE \(fault) END
                """
        case .day, .weekStart, .weekMiddle, .weekEnd, .broadcast:
            let day = day(text, dates)
            let moved =
                switch rule.decisiveDay {
                case .ahead(let days) where days > 0: "date_add(\(day), \(days))"
                case .sunday: "next_day(date_sub(\(day), 1), 'SU')"
                default: day
                }
            return "coalesce(left(CAST(\(moved) AS STRING), 7), \(fault))"
        case .quarter: return quarter(text, fault)
        case .year:
            let isYear = FieldSQL.matches(text, "^[0-9]{4}年?$")
            return "CASE WHEN \(isYear) THEN concat(left(\(text), 4), '-12') ELSE \(fault) END"
        case .fileName: preconditionFailure("\(rule) is refused before")
        }
    }

    /// The last month of a quarter: `20123`, or a year of four digits and a number of one, in either order.
    private static func quarter(_ text: String, _ fault: String) -> String {
        func month(_ pattern: String, year: Int, quarter: Int) -> String {
            let parts = [year, quarter].map { "regexp_extract(\(text), \(SQLText.pattern(pattern)), \($0))" }
            return """
                WHEN \(FieldSQL.matches(text, pattern)) THEN concat(\(parts[0]), '-', \
                lpad(CAST(3 * CAST(\(parts[1]) AS INT) AS STRING), 2, '0'))
                """
        }
        return "CASE " + month("^([0-9]{4})([1-4])$", year: 1, quarter: 2) + " "
            + month("^[^0-9]*([0-9]{4})[^0-9]+([1-4])[^0-9]*$", year: 1, quarter: 2) + " "
            + month("^[^0-9]*([1-4])[^0-9]+([0-9]{4})[^0-9]*$", year: 2, quarter: 1) + " ELSE \(fault) END"
    }

    /// The day of a row, such as `2025-12-31`; empty where none is stated and none needs to be.
    static func day(_ text: String, dates: [DateFormat], isOptional: Bool) -> String {
        let otherwise = isOptional ? "''" : FieldSQL.fault("spend.bad-day", text)
        return "coalesce(CAST(\(day(text, dates)) AS STRING), \(otherwise))"
    }

    /// A date in the first of several forms that reads it; NULL when none does, or there is no such day.
    private static func day(_ text: String, _ formats: [DateFormat]) -> String {
        let readings = formats.map { day(text, $0) }
        return readings.count == 1 ? readings[0] : "coalesce(\(readings.joined(separator: ", ")))"
    }

    private static func day(_ text: String, _ format: DateFormat) -> String {
        switch format {
        case .yearMonthDay:
            let short = "[0-9]{4}([-/.])[0-9]{1,2}\\2[0-9]{1,2}"
            let timed = "[0-9]{4}([-/.])[0-9]{2}\\3[0-9]{2}[T ].*"
            let date = "regexp_replace(left(\(text), 10), \(SQLText.pattern("[/.]")), '-')"
            return whenMatching(text, "(?s)^(\(short)|\(timed))$", date)
        case .dayMonthYear: return whenMatching(text, parts, joined(text, year: 4, month: 3, day: 1))
        case .monthDayYear: return whenMatching(text, parts, joined(text, year: 4, month: 1, day: 3))
        case .digits:
            let date = "concat(left(\(text), 4), '-', substr(\(text), 5, 2), '-', right(\(text), 2))"
            return whenMatching(text, "^[0-9]{8}$", date)
        case .spreadsheetSerial:
            // Serial 61 is 1 March 1900; those before it are a day off, and never ads.
            let isSerial = FieldSQL.matches(text, "^0*(6[1-9]|[7-9][0-9]|[1-9][0-9]{2,5})$")
            return
                "CASE WHEN \(isSerial) AND length(\(text)) <= 6 THEN date_add(DATE'1899-12-30', CAST(\(text) AS INT)) END"
        case .dayMonthShortYear, .monthDayShortYear, .dayMonthName, .chinese, .week:
            preconditionFailure("\(format) is refused before")
        }
    }

    /// Whether SQL can read a form of date exactly.
    static func reads(_ format: DateFormat) -> Bool {
        switch format {
        case .yearMonthDay, .dayMonthYear, .monthDayYear, .digits, .spreadsheetSerial: true
        case .dayMonthShortYear, .monthDayShortYear, .dayMonthName, .chinese, .week: false
        }
    }

    /// Two numbers and a year of four digits, with the same mark between them.
    private static let parts = "^([0-9]{1,2})([-/.])([0-9]{1,2})\\2([0-9]{4})$"

    private static func joined(_ text: String, year: Int, month: Int, day: Int) -> String {
        let pieces = [year, month, day].map { "regexp_extract(\(text), \(SQLText.pattern(parts)), \($0))" }
        return "concat_ws('-', \(pieces.joined(separator: ", ")))"
    }

    private static func whenMatching(_ text: String, _ pattern: String, _ date: String) -> String {
        "CASE WHEN \(FieldSQL.matches(text, pattern)) THEN try_cast(\(date) AS DATE) END"
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
