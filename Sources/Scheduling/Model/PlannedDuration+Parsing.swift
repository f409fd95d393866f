public import Diagnostics

extension PlannedDuration {
    /// Reads `2d`, `4h`, `30m`, `1.5w`, `3ed`: a number with at most three decimals, then a unit.
    ///
    /// A sign is read; whether it may be below zero is for the caller to say.
    ///
    /// - Throws: `plan.bad-duration` when the text is anything else or the amount passes ``limit``.
    public init(_ text: String) throws(TextFault) {
        guard let parsed = Self.parse(text) else {
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
    static func parse(_ text: some StringProtocol) -> PlannedDuration? {
        var text = String(text)
        return text.withUTF8 { parse($0) }
    }

    /// The same of bytes.
    package static func parse(_ text: UnsafeBufferPointer<UInt8>) -> PlannedDuration? {
        var place = 0
        let isNegative = text.first == UInt8(ascii: "-")
        if isNegative || text.first == UInt8(ascii: "+") { place = 1 }
        let (whole, wholeCount, digits) = number(text, &place)
        guard digits > 0 else { return nil }
        var thousandths = whole * 1_000
        if place < text.count, text[place] == UInt8(ascii: ".") {
            place += 1
            let (part, _, decimals) = number(text, &place)
            guard (1...3).contains(decimals) else { return nil }
            thousandths += part * (decimals == 1 ? 100 : decimals == 2 ? 10 : 1)
        }
        let isElapsed = place < text.count && text[place] == UInt8(ascii: "e")
        if isElapsed { place += 1 }
        guard place == text.count - 1, let unit = Unit(letter: text[place]) else { return nil }
        guard wholeCount <= 7 else {
            return PlannedDuration(thousandths: limit + 1, unit: unit, isElapsed: isElapsed)
        }
        return PlannedDuration(thousandths: isNegative ? -thousandths : thousandths, unit: unit, isElapsed: isElapsed)
    }

    /// The digits from a place on: their value as far as it is of use, how many count and how many there are.
    private static func number(_ text: UnsafeBufferPointer<UInt8>, _ place: inout Int)
        -> (value: Int, significant: Int, digits: Int)
    {
        let start = place
        var value = 0
        var significant = 0
        while place < text.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[place]) {
            if significant > 0 || text[place] != UInt8(ascii: "0") { significant += 1 }
            if significant <= 7 { value = value * 10 + Int(text[place] - UInt8(ascii: "0")) }
            place += 1
        }
        return (value, significant, place - start)
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
