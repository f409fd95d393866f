import Diagnostics
import Formats
import MediaSpend
import WorkTime

/// What the values of one column of a sample are, and which words its name holds.
struct ColumnSketch {
    let position: Int
    let name: String
    let words: HeaderWords
    /// Without those that are empty or stand for nothing.
    let values: [String]
    /// Texts that stand for nothing among numbers, such as `na`.
    let emptyTexts: [String]
    let hasBlanks: Bool
    let distinct: Int
    /// `nil` for a column that holds no numbers.
    let amounts: AmountSketch?
    private(set) var kind = ColumnKind.empty
    /// The forms of date that occur; one or more in a column of days.
    private(set) var dates: [DateFormat] = []
    /// Whether some values of a column of days are none.
    private(set) var hasOddDates = false

    private static let nothings: Set<String> = [
        "na", "NA", "n/a", "N/A", "-", "–", "—", "null", "NULL", "nan", "NaN", "无", ".", "--", "/",
    ]

    init(_ name: String, position: Int, values all: [String]) {
        self.name = name
        self.position = position
        words = HeaderWords(name)
        let filled = all.filter { !$0.isEmpty }
        let meant = filled.filter { !Self.nothings.contains($0) }
        let amounts = AmountSketch(meant, share: words.suggestsAmount ? 90 : 100)
        self.amounts = amounts
        values = amounts == nil ? filled : meant
        emptyTexts = amounts == nil ? [] : Set(filled).intersection(Self.nothings).sorted()
        hasBlanks = filled.count < all.count
        distinct = Set(values).count
        findDates()
        kind = values.isEmpty ? .empty : kindOfValues()
    }

    /// The first three values that differ.
    var examples: [String] {
        var examples: [String] = []
        for value in values where !examples.contains(value) && examples.count < 3 { examples.append(value) }
        return examples
    }

    private func kindOfValues() -> ColumnKind {
        if let date = dates.first { return .day(date) }
        if words.suggests(.quarter), isEach({ CivilMonth(lastOfQuarter: $0) != nil }) { return .quarter }
        if isEach({ CivilMonth(stated: $0) != nil }), amounts == nil || words.suggests(.month) { return .month }
        if words.suggests(.month), isEach({ (1...12).contains(wholeNumber(in: $0) ?? 0) }, share: 90) {
            return .monthNumber
        }
        if words.suggests(.year), isEach({ CivilMonth(lastOfYear: $0) != nil }) { return .year }
        guard let amounts else { return .name(distinct: distinct) }
        return amounts.isWhole ? .wholeNumber : .amount
    }

    private func isEach(_ holds: (Span<UInt8>) -> Bool, share: Int = 100) -> Bool {
        count(holds) * 100 >= values.count * share
    }

    private func count(_ holds: (Span<UInt8>) -> Bool) -> Int {
        values.count { value in
            let bytes = Array(value.utf8)
            return holds(bytes.span)
        }
    }

    // MARK: Dates

    /// The forms of date that together read nearly all values, each of which reads one that those before it do not.
    private mutating func findDates() {
        guard !values.isEmpty else { return }
        var left = values
        var found: [DateFormat] = []
        for format in candidates {
            let rest = left.filter { value in
                let bytes = Array(value.utf8)
                return format.day(in: bytes.span) == nil
            }
            // Numbers are dates only where the name of the column says so, or where they can be nothing else.
            guard rest.count < left.count, found.isEmpty ? rest.count * 2 < values.count : true else { continue }
            found.append(format)
            left = rest
        }
        guard left.count * 20 <= values.count, !found.isEmpty else { return }
        guard left.isEmpty || words.suggests(.day) else { return }
        dates = found
        hasOddDates = !left.isEmpty
    }

    /// The forms to try, the most usual first. Of day before month and month before day the one that reads more.
    private var candidates: [DateFormat] {
        var formats: [DateFormat] = [.yearMonthDay, .chinese, .dayMonthName, .week]
        for (dayFirst, monthFirst) in [
            (DateFormat.dayMonthYear, DateFormat.monthDayYear), (.dayMonthShortYear, .monthDayShortYear),
        ] {
            let (left, right) = (count { dayFirst.day(in: $0) != nil }, count { monthFirst.day(in: $0) != nil })
            formats.append(right > left ? monthFirst : dayFirst)
        }
        if words.suggests(.day) || words.suggests(.month) { formats += [.digits, .spreadsheetSerial] }
        return formats
    }

    /// Whether day and month could change places in every value.
    var isDayBeforeMonthUncertain: Bool {
        guard case .day(let format) = kind else { return false }
        let other: DateFormat? =
            switch format {
            case .dayMonthYear: .monthDayYear
            case .dayMonthShortYear: .monthDayShortYear
            default: nil
            }
        return other.map { other in isEach { other.day(in: $0) != nil } } ?? false
    }
}
