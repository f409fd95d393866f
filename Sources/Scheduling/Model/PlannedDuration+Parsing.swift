public import Diagnostics

extension PlannedDuration {
    /// Reads `2d`, `4h`, `30m`, `1.5w`, `3ed`: a number with at most three decimals, then a unit.
    ///
    /// A sign is read; whether it may be below zero is for the caller to say.
    ///
    /// - Throws: `plan.bad-duration` when the text is anything else or the amount passes ``limit``.
    public init(_ text: String) throws(TextFault) {
        guard let parsed = Self.parse(text.utf8) else {
            throw TextFault(
                "plan.bad-duration", "“\(text)” is not a duration",
                advice: Self.guess(text).map { "write \($0)" }
                    ?? "write a number and a unit: 30m, 4h, 2d, 1.5w, or 3ed for three days around the clock")
        }
        guard parsed.thousandths.magnitude <= Self.limit else {
            throw TextFault(
                "plan.bad-duration", "the duration “\(text)” is longer than a million of its unit",
                advice: "check the number; a plan has room for years, not for ages")
        }
        self = parsed
    }

    /// Sign, digits, up to three decimals, `e` for elapsed, unit; `nil` for any other text. Amounts beyond the limit
    /// come back as one past it.
    static func parse(_ text: String.UTF8View) -> PlannedDuration? { parse(text[...]) }

    static func parse(_ text: Substring.UTF8View) -> PlannedDuration? {
        var rest = text
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        guard let whole = digits(from: &rest), !whole.isEmpty else { return nil }
        var decimals: Substring.UTF8View = rest.prefix(0)
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            guard let found = digits(from: &rest), (1...3).contains(found.count) else { return nil }
            decimals = found
        }
        let isElapsed = rest.first == UInt8(ascii: "e")
        if isElapsed { rest.removeFirst() }
        guard rest.count == 1, let letter = rest.first, let unit = Unit(letter: letter) else { return nil }

        let significant = whole.drop { $0 == UInt8(ascii: "0") }
        guard significant.count <= 7 else {
            return PlannedDuration(thousandths: limit + 1, unit: unit, isElapsed: isElapsed)
        }
        var thousandths = value(significant)
        for position in 0..<3 {
            let digit = decimals.dropFirst(position).first.map { Int($0 - UInt8(ascii: "0")) } ?? 0
            thousandths = thousandths * 10 + digit
        }
        return PlannedDuration(thousandths: isNegative ? -thousandths : thousandths, unit: unit, isElapsed: isElapsed)
    }

    private static func digits(from rest: inout Substring.UTF8View) -> Substring.UTF8View? {
        let found = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        rest = rest.dropFirst(found.count)
        return found
    }

    private static func value(_ digits: Substring.UTF8View) -> Int {
        digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
}

extension PlannedDuration.Unit {
    fileprivate init?(letter: UInt8) {
        switch letter {
        case UInt8(ascii: "m"): self = .minutes
        case UInt8(ascii: "h"): self = .hours
        case UInt8(ascii: "d"): self = .days
        case UInt8(ascii: "w"): self = .weeks
        case UInt8(ascii: "%"): self = .percent
        default: return nil
        }
    }
}
