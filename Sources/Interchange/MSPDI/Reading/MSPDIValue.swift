import WorkTime

/// The texts that values of a Microsoft Project file have, read from their bytes.
enum MSPDIValue {
    /// A whole number, a sign before it or not; of `12.0` the 12. `nil` for any other text and beyond 15 digits.
    static func number(_ text: ArraySlice<UInt8>) -> Int? {
        var rest = text
        let isNegative = skip("-", &rest)
        guard let whole = digits(&rest, atMost: 15) else { return nil }
        if skip(".", &rest) { rest = rest.drop { $0 == UInt8(ascii: "0") } }
        return rest.isEmpty ? (isNegative ? -whole : whole) : nil
    }

    /// A number with decimals, in ten-thousandths; further decimals are dropped.
    static func tenThousandths(_ text: ArraySlice<UInt8>) -> Int? {
        var rest = text
        let isNegative = skip("-", &rest)
        guard let whole = digits(&rest, atMost: 12) else { return nil }
        var value = whole * 10_000
        if skip(".", &rest) { value += decimals(&rest, places: 4) }
        return rest.isEmpty ? (isNegative ? -value : value) : nil
    }

    static func flag(_ text: ArraySlice<UInt8>) -> Bool? {
        switch text.count {
        case 1 where text.first == UInt8(ascii: "1"): true
        case 1 where text.first == UInt8(ascii: "0"): false
        case 4 where text.elementsEqual("true".utf8): true
        case 5 where text.elementsEqual("false".utf8): false
        default: nil
        }
    }

    /// `2026-03-02T08:00:00`, or a day alone; seconds are cut off, and a time zone is not looked at: every date in the file is
    /// local to whoever works by it.
    static func minute(_ text: ArraySlice<UInt8>) -> CivilMinute? {
        var rest = text
        guard let year = digits(&rest, exactly: 4), skip("-", &rest), let month = digits(&rest, exactly: 2),
            skip("-", &rest), let day = digits(&rest, exactly: 2),
            let date = CivilDay(year: year, month: month, day: day)
        else { return nil }
        if rest.isEmpty { return CivilMinute(day: date, minuteOfDay: 0) }
        guard skip("T", &rest), let minute = clock(&rest), minute < 1_440 else { return nil }
        return CivilMinute(day: date, minuteOfDay: minute)
    }

    /// `08:00:00`, as a minute of the day; also behind a date, as some programs write it.
    static func timeOfDay(_ text: ArraySlice<UInt8>) -> Int? {
        if let minute = minute(text), text.count > 10 { return minute.minuteOfDay }
        var rest = text
        return clock(&rest)
    }

    /// `PT16H30M0S`, in thousandths of a minute. `nil` for any other text, for days, months and years, whose length the
    /// file does not say, and beyond nine digits.
    static func duration(_ text: ArraySlice<UInt8>) -> Int? {
        var rest = text
        let isNegative = skip("-", &rest)
        guard skip("P", &rest) else { return nil }
        // Some programs write the days that are not there: P0Y0M0DT8H0M0S.
        while !rest.isEmpty, rest.first != UInt8(ascii: "T") {
            guard digits(&rest, atMost: 9) == 0, skip("Y", &rest) || skip("M", &rest) || skip("D", &rest) else {
                return nil
            }
        }
        guard skip("T", &rest), !rest.isEmpty else { return nil }
        var total = 0
        var unitsBefore = 0
        while !rest.isEmpty {
            guard let whole = digits(&rest, atMost: 9) else { return nil }
            let thousandths = skip(".", &rest) ? decimals(&rest, places: 3) : 0
            let amount = whole * 1_000 + thousandths
            switch rest.popFirst() {
            case UInt8(ascii: "H") where unitsBefore < 1: (total, unitsBefore) = (total + amount * 60, 1)
            case UInt8(ascii: "M") where unitsBefore < 2: (total, unitsBefore) = (total + amount, 2)
            case UInt8(ascii: "S") where unitsBefore < 3: (total, unitsBefore) = (total + (amount + 30) / 60, 3)
            default: return nil
            }
        }
        return isNegative ? -total : total
    }

    // MARK: Parts

    /// `08:00`, `08:00:00` and what may follow it.
    private static func clock(_ rest: inout ArraySlice<UInt8>) -> Int? {
        guard let hour = digits(&rest, exactly: 2), skip(":", &rest), let minute = digits(&rest, exactly: 2),
            hour <= 24, minute < 60, hour < 24 || minute == 0
        else { return nil }
        guard skip(":", &rest) else { return rest.isEmpty ? hour * 60 + minute : nil }
        return digits(&rest, exactly: 2).map { _ in hour * 60 + minute }
    }

    private static func skip(_ character: Unicode.Scalar, _ rest: inout ArraySlice<UInt8>) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }

    private static func digits(_ rest: inout ArraySlice<UInt8>, exactly count: Int) -> Int? {
        let before = rest.count
        guard let value = digits(&rest, atMost: count), before - rest.count == count else { return nil }
        return value
    }

    /// As many digits as stand there; `nil` for none. More than `limit`, without the noughts in front, are none either.
    private static func digits(_ rest: inout ArraySlice<UInt8>, atMost limit: Int) -> Int? {
        var value = 0
        var count = 0
        var significant = 0
        while let byte = rest.first, byte &- UInt8(ascii: "0") < 10 {
            if value > 0 || byte != UInt8(ascii: "0") { significant += 1 }
            guard significant <= limit else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
            count += 1
            rest.removeFirst()
        }
        return count > 0 ? value : nil
    }

    private static func decimals(_ rest: inout ArraySlice<UInt8>, places: Int) -> Int {
        var value = 0
        var place = 0
        while let byte = rest.first, byte &- UInt8(ascii: "0") < 10 {
            if place < places { value = value * 10 + Int(byte - UInt8(ascii: "0")) }
            place += 1
            rest.removeFirst()
        }
        for _ in min(place, places)..<places { value *= 10 }
        return value
    }
}
