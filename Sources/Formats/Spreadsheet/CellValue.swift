/// What stands in a cell of a spreadsheet.
public enum CellValue: Hashable, Sendable {
    case text(String)
    /// As the file writes it, digit for digit; ``text`` is what the sheet shows.
    case number(String)
    /// A number that is shown in per cent: `0.15` for 15 %.
    case percentage(String)
    /// A day as `2026-01-05`, with a time of day as `2026-01-05T09:30`, or a time alone as `09:30`. To the minute.
    case date(String)
    case boolean(Bool)
    /// What a formula could not compute, such as `#DIV/0!`.
    case error(String)

    /// The cell as one would type it: numbers in plain decimals, 15 % as `15%`, `true` and `false`.
    ///
    /// Spreadsheets compute with 15 significant digits and may store 17: 1234.56 stands in the file as 1234.5599999999999. What
    /// is shown, and was typed, are the 15.
    public var text: String {
        switch self {
        case .text(let text), .date(let text), .error(let text): text
        case .number(let stored): SheetNumber(stored)?.text() ?? stored
        case .percentage(let stored): SheetNumber(stored).map { $0.text(timesTenTo: 2) + "%" } ?? stored
        case .boolean(let isTrue): isTrue ? "true" : "false"
        }
    }
}

/// The decimal digits of a number that a spreadsheet has stored.
struct SheetNumber {
    private var isNegative = false
    /// Without zeros at either end; none for nought.
    private var digits: [UInt8] = []
    /// The number is 0.digits · 10^exponent.
    private var exponent = 0

    /// Reads `12.5`, `-1E-3`; `nil` for anything else, and for numbers beyond what spreadsheets hold.
    init?(_ stored: String) {
        var text = Substring(stored).utf8
        if text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+") {
            isNegative = text.removeFirst() == UInt8(ascii: "-")
        }
        let mantissa = text.prefix { $0 | 0x20 != UInt8(ascii: "e") }
        var power = 0
        if mantissa.endIndex != text.endIndex {
            let written = String(Substring(text[mantissa.endIndex...].dropFirst()))
            guard let stated = Int(written), (-400...400).contains(stated) else { return nil }
            power = stated
        }
        let parts = mantissa.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), mantissa.count > parts.count - 1, mantissa.count <= 400 else { return nil }
        digits = parts.flatMap { $0.map { $0 &- UInt8(ascii: "0") } }
        guard digits.allSatisfy({ $0 < 10 }) else { return nil }
        exponent = parts[0].count + power
        trim()
        round(toSignificant: 15)
    }

    /// In plain decimals, without an exponent and without needless zeros.
    func text(timesTenTo shift: Int = 0) -> String {
        guard !digits.isEmpty else { return "0" }
        let point = exponent + shift
        let letters = digits.map { $0 + UInt8(ascii: "0") }
        var text: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
        if point <= 0 {
            text += Array("0.".utf8) + [UInt8](repeating: 0x30, count: -point) + letters
        } else if point >= letters.count {
            text += letters + [UInt8](repeating: 0x30, count: point - letters.count)
        } else {
            text += letters[..<point] + [UInt8(ascii: ".")] + letters[point...]
        }
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func trim() {
        while digits.last == 0 { digits.removeLast() }
        let leading = digits.prefix { $0 == 0 }.count
        digits.removeFirst(leading)
        exponent -= leading
    }

    /// To the nearest, a tie away from zero.
    private mutating func round(toSignificant count: Int) {
        guard digits.count > count else { return }
        let goesUp = digits[count] >= 5
        digits.removeSubrange(count...)
        if goesUp {
            var position = count - 1
            while position >= 0, digits[position] == 9 {
                digits[position] = 0
                position -= 1
            }
            if position >= 0 {
                digits[position] += 1
            } else {
                digits.insert(1, at: 0)
                exponent += 1
            }
        }
        trim()
    }
}
