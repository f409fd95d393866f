import WorkTime

/// Tables as text: columns, then rows.
struct XERTableText {
    private(set) var text: String

    init(header: [String]) { text = header.map(Self.cell).joined(separator: "\t") + "\r\n" }

    /// A table whose rows all state the same columns; one without rows is left out.
    mutating func add(_ name: String, _ rows: [[(column: String, value: String)]]) {
        guard let first = rows.first else { return }
        text += "%T\t\(name)\r\n%F\t\(first.map(\.column).joined(separator: "\t"))\r\n"
        for row in rows {
            precondition(row.count == first.count, "a row of \(name) has \(row.count) cells for \(first.count) columns")
            text += "%R"
            for cell in row {
                text += "\t"
                text += Self.cell(cell.value)
            }
            text += "\r\n"
        }
    }

    mutating func end() { text += "%E\r\n" }

    /// A cell is one line without tabs.
    private static func cell(_ value: String) -> String {
        guard value.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return value }
        let scalars = value.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }
        return String(String.UnicodeScalarView(scalars))
    }

    // MARK: Values

    static func date(_ minute: CivilMinute?) -> String {
        guard let text = minute?.description.utf8 else { return "" }
        return "\(Substring(text.prefix(10))) \(Substring(text.suffix(5)))"
    }

    /// Minutes as hours, with as many decimals as tell minutes apart.
    static func hours(_ minutes: Int) -> String { decimal(minutes, of: 60) }

    static func flag(_ isSo: Bool) -> String { isSo ? "Y" : "N" }

    /// A quotient with at most six decimals.
    static func decimal(_ dividend: Int, of divisor: Int) -> String {
        let sign = dividend < 0 ? "-" : ""
        let (whole, rest) = dividend.magnitude.quotientAndRemainder(dividingBy: UInt(divisor))
        let millionths = (rest * 1_000_000 + UInt(divisor) / 2) / UInt(divisor)
        // At most a half of a millionth below the next whole number; no divisor here comes that near.
        guard millionths > 0 else { return whole == 0 ? "0" : "\(sign)\(whole)" }
        var digits = String(millionths + 1_000_000).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return "\(sign)\(whole).\(digits)"
    }
}
