import WorkTime

/// What a calendar's cell says: hours by weekday, and dates that differ.
///
/// The cell holds nested lists, each `(0||name(key|value|…)(lists…))`:
/// ```
/// (0||CalendarData()(
///   (0||DaysOfWeek()( (0||2()( (0||0(s|08:00|f|12:00)()) (0||1(s|13:00|f|17:00)()) )) … ))
///   (0||Exceptions()( (0||0(d|38355)()) ))))
/// ```
/// Days count from Sunday, 1; dates are days after 30 December 1899.
struct XERCalendarText {
    /// A shift as written, in minutes of the day.
    struct Hours: Hashable {
        var start: Int
        var end: Int
    }

    struct Day {
        /// What the list is called: the number of a weekday, or a running number.
        var name: Int?
        /// The date that differs.
        var date: Int?
        var hours: [Hours] = []
    }

    private(set) var weekdays: [Day] = []
    private(set) var exceptions: [Day] = []
    /// Whether the cell lists weekdays at all.
    private(set) var hasWeek = false
    /// Whether some of the cell could not be made out.
    private(set) var isDamaged = false

    private let text: ArraySlice<UInt8>
    private var position: Int
    /// Open parentheses: two for each list that is open.
    private var depth = 0
    /// The list on the second level in which the reading stands.
    private var section = Section.other

    private enum Section { case week, exceptions, other }

    init(_ text: ArraySlice<UInt8>) {
        self.text = text
        position = text.startIndex
        read()
    }

    private mutating func read() {
        while position < text.endIndex {
            switch text[position] {
            case Self.open: readList()
            case Self.close:
                position += 1
                depth -= 1
                if depth < 0 { isDamaged = true; depth = 0 }
            case let byte:
                if !XERByte.isBlank(byte) { isDamaged = true }
                position += 1
            }
        }
        if depth != 0 { isDamaged = true }
    }

    /// Reads the head of a list, up to where its own lists begin.
    private mutating func readList() {
        let level = depth / 2
        position += 1
        _ = take { $0 != Self.bar && !Self.isParenthesis($0) }
        while position < text.endIndex, text[position] == Self.bar { position += 1 }
        let name = take { !Self.isParenthesis($0) }
        guard skip(Self.open) else { return damaged() }
        let values = take { !Self.isParenthesis($0) }
        guard skip(Self.close), skip(Self.open) else { return damaged() }
        depth += 2
        add(name, values, level)
    }

    private mutating func damaged() {
        isDamaged = true
        depth += 1
    }

    private mutating func add(_ name: ArraySlice<UInt8>, _ values: ArraySlice<UInt8>, _ level: Int) {
        let pairs = Self.pairs(in: values)
        switch level {
        case 1:
            section =
                name.elementsEqual("DaysOfWeek".utf8)
                ? .week : name.elementsEqual("Exceptions".utf8) ? .exceptions : .other
            if section == .week { hasWeek = true }
        case 2 where section == .week: weekdays.append(Day(name: XERNumber.integer(name)))
        case 2 where section == .exceptions:
            exceptions.append(Day(name: nil, date: pairs["d"].flatMap { XERNumber.integer($0) }))
        case 3 where section != .other: addHours(pairs)
        default: break
        }
    }

    private mutating func addHours(_ pairs: [Character: ArraySlice<UInt8>]) {
        guard let start = pairs["s"].flatMap(XERNumber.minuteOfDay), let end = pairs["f"].flatMap(XERNumber.minuteOfDay)
        else {
            isDamaged = true
            return
        }
        let hours = Hours(start: start, end: end)
        if section == .week, !weekdays.isEmpty { weekdays[weekdays.count - 1].hours.append(hours) }
        if section == .exceptions, !exceptions.isEmpty { exceptions[exceptions.count - 1].hours.append(hours) }
    }

    /// `s|08:00|f|12:00` by key, in any order.
    private static func pairs(in values: ArraySlice<UInt8>) -> [Character: ArraySlice<UInt8>] {
        let parts = values.split(separator: bar, omittingEmptySubsequences: false)
        var pairs: [Character: ArraySlice<UInt8>] = [:]
        for index in stride(from: 0, to: parts.count - 1, by: 2) {
            guard parts[index].count == 1, let key = parts[index].first else { continue }
            pairs[Character(Unicode.Scalar(key))] = parts[index + 1]
        }
        return pairs
    }

    // MARK: Bytes

    private static let open = UInt8(ascii: "(")
    private static let close = UInt8(ascii: ")")
    private static let bar = UInt8(ascii: "|")

    private static func isParenthesis(_ byte: UInt8) -> Bool { byte == open || byte == close }

    /// The bytes from here on of which the claim holds, without white space.
    private mutating func take(while claim: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let start = position
        while position < text.endIndex, claim(text[position]) { position += 1 }
        var taken = text[start..<position]
        while let first = taken.first, XERByte.isBlank(first) { taken = taken.dropFirst() }
        while let last = taken.last, XERByte.isBlank(last) { taken = taken.dropLast() }
        return taken
    }

    /// Passes over white space and one byte; `false` when another one stands there.
    private mutating func skip(_ byte: UInt8) -> Bool {
        while position < text.endIndex, XERByte.isBlank(text[position]) { position += 1 }
        guard position < text.endIndex, text[position] == byte else { return false }
        position += 1
        return true
    }
}
