import WorkTime

/// Numbers and dates as a file writes them.
enum XERNumber {
    /// A number such as `40`, `-8`, `2.5`, `2,5` or `1.5E-3`, times `factor` and rounded, halves away from zero.
    ///
    /// - Returns: `nil` for any other text, and for what does not fit into an `Int`.
    static func scaled(_ text: ArraySlice<UInt8>, by factor: Int) -> Int? {
        var rest = text
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
        let whole = rest.prefix(while: XERByte.isDigit)
        rest = rest.dropFirst(whole.count)
        var decimals: ArraySlice<UInt8> = []
        if let mark = rest.first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",") {
            decimals = rest.dropFirst().prefix(while: XERByte.isDigit)
            rest = rest.dropFirst(1 + decimals.count)
        }
        guard !whole.isEmpty || !decimals.isEmpty, let exponent = exponent(rest) else { return nil }
        // Further decimals are less than the rounding of those before them.
        let kept = decimals.prefix(12)
        guard let digits = integer(whole + kept) else { return nil }
        return shifted(digits, by: exponent - kept.count, factor).map { isNegative ? -$0 : $0 }
    }

    /// `E-3` as -3, nothing as 0; `nil` for any other text.
    private static func exponent(_ text: ArraySlice<UInt8>) -> Int? {
        guard let mark = text.first else { return 0 }
        guard mark == UInt8(ascii: "E") || mark == UInt8(ascii: "e") else { return nil }
        var digits = text.dropFirst()
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
        guard (1...4).contains(digits.count), let value = integer(digits) else { return nil }
        return isNegative ? -value : value
    }

    /// `digits × factor × 10^exponent`.
    private static func shifted(_ digits: Int, by exponent: Int, _ factor: Int) -> Int? {
        var (value, overflows) = digits.multipliedReportingOverflow(by: factor)
        guard !overflows else { return nil }
        guard exponent < 0, value != 0 else {
            for _ in 0..<(value == 0 ? 0 : exponent) where !overflows {
                (value, overflows) = value.multipliedReportingOverflow(by: 10)
            }
            return overflows ? nil : value
        }
        guard exponent >= -18 else { return 0 }
        let divisor = (0..<(-exponent)).reduce(1) { power, _ in power * 10 }
        let (quotient, rest) = value.quotientAndRemainder(dividingBy: divisor)
        return quotient + (rest >= divisor - rest ? 1 : 0)
    }

    /// Digits as a number; `nil` when something else stands among them or the number is too large.
    static func integer(_ digits: some Sequence<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard XERByte.isDigit(digit) else { return nil }
            let (tens, overflows) = value.multipliedReportingOverflow(by: 10)
            let (sum, passes) = tens.addingReportingOverflow(Int(digit - 0x30))
            guard !overflows, !passes else { return nil }
            value = sum
        }
        return value
    }

    /// `2025-09-02 17:00`, perhaps with seconds, which are dropped, or a day alone, which is its midnight; `nil` for any
    /// other text.
    static func minute(_ text: ArraySlice<UInt8>) -> CivilMinute? {
        let cells = Array(text)
        guard cells.count >= 10, cells[4] == UInt8(ascii: "-"), cells[7] == UInt8(ascii: "-"),
            let year = integer(cells[0..<4]), let month = integer(cells[5..<7]), let day = integer(cells[8..<10]),
            let date = CivilDay(year: year, month: month, day: day)
        else { return nil }
        if cells.count == 10 { return CivilMinute(day: date, minuteOfDay: 0) }
        guard cells[10] == UInt8(ascii: " ") || cells[10] == UInt8(ascii: "T"),
            cells.count == 16 || cells.count == 19 && cells[16] == UInt8(ascii: ":"),
            let time = minuteOfDay(cells[11..<16]), time < 1_440
        else { return nil }
        if cells.count == 19, integer(cells[17..<19]).map({ $0 < 60 }) != true { return nil }
        return CivilMinute(day: date, minuteOfDay: time)
    }

    /// `08:30` or `8:30` as minutes of the day, up to `24:00`; `nil` for any other text.
    static func minuteOfDay(_ text: ArraySlice<UInt8>) -> Int? {
        let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3, parts.allSatisfy({ (1...2).contains($0.count) }),
            let hour = integer(parts[0]), let minute = integer(parts[1]), hour <= 24, minute < 60,
            hour < 24 || minute == 0
        else { return nil }
        return hour * 60 + minute
    }
}
