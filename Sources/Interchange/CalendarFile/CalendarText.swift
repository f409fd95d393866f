import Diagnostics
import Formats
import WorkTime

/// One line of a list of dates: `2026-02-14, 2026-02-28 Spring Festival / 春节`, with ranges as `2026-02-15..2026-02-23`
/// and, in front of the name, perhaps hours.
struct DateEntry {
    /// The longest range that can be meant: ten years of closing down.
    static let longestRange = 3_660

    let days: [CivilDay]
    /// As the file writes them; `nil` when none are.
    let hours: String?
    let name: Name

    /// What the dates are called, perhaps in both languages.
    struct Name {
        fileprivate let words: [String]

        /// The name, or what the date is called when the file gives none.
        func primary(_ usual: String) -> String { words.first ?? usual }

        /// The name in Chinese; `nil` when the name serves for both languages.
        func chinese(_ usual: String) -> String? { words.isEmpty ? usual : words.count > 1 ? words[1] : nil }
    }

    /// - Throws: `calendar.bad-date`, `calendar.range-reversed` or `calendar.range-too-long`.
    init(_ text: String) throws(TextFault) {
        var words = text.split(whereSeparator: \.isWhitespace)[...]
        var days: [CivilDay] = []
        // Dates come first, and a name never begins with a digit and a hyphen.
        while let word = words.first, days.isEmpty || Self.looksLikeDate(word) {
            for term in word.split(separator: ",") { days += try Self.days(term) }
            words.removeFirst()
        }
        guard !days.isEmpty else {
            throw TextFault(
                "calendar.bad-date", "“\(text)” names no date",
                advice: "begin with the date: 2026-02-15 Spring Festival")
        }
        self.days = days
        let hours = words.prefix { $0.first?.isNumber == true && $0.contains(":") && $0.contains("-") }
        self.hours = hours.isEmpty ? nil : hours.joined(separator: " ")
        let name = words.dropFirst(hours.count).joined(separator: " ")
        self.name = Name(words: name.split(separator: " / ", maxSplits: 1).map(\.trimmed).filter { !$0.isEmpty })
    }

    /// Whether a word that follows a date is another date: `2026-02-28`, `2026-02-28,` or a range.
    private static func looksLikeDate(_ word: Substring) -> Bool {
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        return digits.count == 4 && word.dropFirst(4).first == "-"
    }

    private static func days(_ term: Substring) throws(TextFault) -> [CivilDay] {
        let ends = term.split(separator: "..", omittingEmptySubsequences: false)
        let first = try CivilDay.reading(ends[0])
        guard ends.count > 1 else { return [first] }
        let last = try CivilDay.reading(ends.dropFirst().joined(separator: ".."))
        guard first <= last else {
            throw TextFault(
                "calendar.range-reversed", "the range \(term) ends before it begins", advice: "write \(last)..\(first)")
        }
        guard first.distance(to: last) < longestRange else {
            throw TextFault(
                "calendar.range-too-long", "the range \(term) is longer than ten years", advice: "check the years")
        }
        return Array(first...last)
    }
}

extension DayPattern {
    /// Reads `09:00-12:00 13:00-18:00`.
    ///
    /// - Throws: `calendar.bad-hours` or `calendar.overlapping-shifts`.
    static func reading(_ text: String) throws(TextFault) -> DayPattern {
        do throws(DayPatternFault) {
            return try DayPattern(text)
        } catch {
            switch error {
            case .overlap:
                throw TextFault(
                    "calendar.overlapping-shifts", "\(error)",
                    advice: "let each shift begin when the one before has ended")
            case .unreadable, .impossibleShift:
                throw TextFault(
                    "calendar.bad-hours", "\(error)",
                    advice: "write times of four digits from 00:00 to 24:00, such as 09:00-12:00 13:00-18:00")
            }
        }
    }
}

extension Weekday {
    /// Reads weekdays: `mon-fri`, `sun-thu`, `mon, wed, fri`, `monday`, `周一-周五`. A range may run over Sunday.
    ///
    /// - Throws: `calendar.unknown-weekday`.
    static func reading(_ text: String) throws(TextFault) -> [Weekday] {
        var days: [Weekday] = []
        for term in text.split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
            let ends = term.split(separator: "-", omittingEmptySubsequences: false)
            var day = try named(ends[0])
            let last = ends.count == 2 ? try named(ends[1]) : ends.count == 1 ? day : try named(term)
            days.append(day)
            while day != last {
                day = Weekday(rawValue: day.rawValue % 7 + 1) ?? .monday
                days.append(day)
            }
        }
        return days
    }

    private static func named(_ text: Substring) throws(TextFault) -> Weekday {
        let name = text.lowercased()
        if let day = allCases.first(where: { $0.names.contains(name) }) { return day }
        let nearest = nearestName(to: name, among: allCases.map { $0.names[1] })
        throw TextFault(
            "calendar.unknown-weekday", "“\(text)” is not a weekday",
            advice: nearest.map { "did you mean “\($0.prefix(3))”?" }
                ?? "write mon, tue, wed, thu, fri, sat or sun, or a range such as mon-fri")
    }

    /// What the weekday may be called: short, in full, in Chinese.
    private var names: [String] {
        switch self {
        case .monday: ["mon", "monday", "周一", "星期一"]
        case .tuesday: ["tue", "tuesday", "周二", "星期二"]
        case .wednesday: ["wed", "wednesday", "周三", "星期三"]
        case .thursday: ["thu", "thursday", "周四", "星期四"]
        case .friday: ["fri", "friday", "周五", "星期五"]
        case .saturday: ["sat", "saturday", "周六", "星期六"]
        case .sunday: ["sun", "sunday", "周日", "星期日", "周天", "星期天"]
        }
    }
}
