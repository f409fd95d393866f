import WorkTime

/// What the format of a cell makes of the number in it.
enum NumberStyle: Hashable, Sendable {
    case plain
    case percentage
    case date

    /// The formats that every workbook has, by their number.
    ///
    /// 27…36 and 50…58 are dates in the Chinese, Japanese and Korean versions, and nothing elsewhere.
    ///
    /// - Source: ECMA-376-1, 18.8.30.
    init(builtIn number: Int) {
        switch number {
        case 9, 10: self = .percentage
        case 14...22, 27...36, 45, 47, 50...58: self = .date
        default: self = .plain
        }
    }

    /// A format that the workbook defines, such as `yyyy-mm-dd` or `0.0%`.
    init(code: String) {
        var meaning = Meaning()
        for scalar in code.unicodeScalars where meaning.goesOn(with: scalar) {}
        self = meaning.isDate ? .date : meaning.isPercentage ? .percentage : .plain
    }

    /// What the letters of a format stand for. Texts in quotes, single letters behind `\`, `_` or `*`, and names in brackets
    /// stand for themselves.
    private struct Meaning {
        private(set) var isDate = false
        private(set) var isPercentage = false
        private var isQuoted = false
        private var isBracketed = false
        private var isEscaped = false

        /// `false` at the end of the first section, which is that of positive numbers.
        mutating func goesOn(with scalar: Unicode.Scalar) -> Bool {
            if isEscaped {
                isEscaped = false
            } else if isQuoted {
                isQuoted = scalar != "\""
            } else if isBracketed {
                isBracketed = scalar != "]"
            } else {
                switch scalar {
                case "\"": isQuoted = true
                case "[": isBracketed = true
                case "\\", "_", "*": isEscaped = true
                case ";": return false
                case "%": isPercentage = true
                case "y", "Y", "m", "M", "d", "D", "h", "H", "s", "S": isDate = true
                default: break
                }
            }
            return true
        }
    }
}

/// From which day a workbook counts its dates.
enum DateSystem: Sendable {
    /// 1 is 1900-01-01; 60 is a 29 February that never was.
    case from1900
    /// 0 is 1904-01-01.
    case from1904

    /// The day and time of a number; `nil` when there is no such day. A number below 1 in the 1900 system is a time.
    ///
    /// - Source: ECMA-376-1, 18.17.4.1.
    func text(of stored: String) -> String? {
        guard let serial = Double(stored), serial >= 0, serial < 2_958_466 else { return nil }
        var day = Int(serial)
        var minutes = Int(((serial - Double(day)) * 1_440).rounded())
        if minutes == 1_440 { (day, minutes) = (day + 1, 0) }
        let time = "\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))"
        if day == 0, self == .from1900 { return time }
        guard let date = civilDay(day) else { return nil }
        return minutes == 0 ? "\(date)" : "\(date)T\(time)"
    }

    private func civilDay(_ day: Int) -> CivilDay? {
        switch self {
        case .from1900 where day == 60: nil
        case .from1900: CivilDay(year: 1899, month: 12, day: day < 60 ? 31 : 30)?.advanced(by: day)
        case .from1904: CivilDay(year: 1904, month: 1, day: 1)?.advanced(by: day)
        }
    }

    private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
