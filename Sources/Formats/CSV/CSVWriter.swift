/// What goes into one field of a written record.
public enum CSVCell: Hashable, Sendable {
    /// A name or any other words: never a formula in a spreadsheet, see ``FormulaGuard``.
    case text(String)
    case integer(Int)
    /// Finite; written in its shortest exact form.
    case number(Double)
    /// A figure or a date that is already put into words, such as `-1250.00` or `2026-02-14`; written as it stands.
    case figure(String)
    case empty
}

extension CSVCell: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByNilLiteral
{
    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int) { self = .integer(value) }
    public init(floatLiteral value: Double) { self = .number(value) }
    public init(nilLiteral: ()) { self = .empty }
}

/// Writes records as CSV that readers of RFC 4180 and spreadsheets read back.
///
/// A field is quoted when it holds a delimiter, a quote, a line end, or a blank at either end. Lines end in LF.
public struct CSVWriter: Sendable {
    public let delimiter: CSVDelimiter
    /// Whether names that a spreadsheet would take for formulas are made harmless.
    public let guardsFormulas: Bool
    /// Everything written so far.
    public private(set) var text: String

    /// - Parameters:
    ///   - guardsFormulas: turn it off only for files that no spreadsheet opens.
    ///   - marksByteOrder: begins the file with U+FEFF, which Excel needs to see that Chinese is in UTF-8.
    public init(delimiter: CSVDelimiter = .comma, guardsFormulas: Bool = true, marksByteOrder: Bool = false) {
        self.delimiter = delimiter
        self.guardsFormulas = guardsFormulas
        text = marksByteOrder ? "\u{FEFF}" : ""
    }

    /// Writes one record and its line end.
    public mutating func write(_ record: [CSVCell]) {
        // A lone empty field would be a blank line, which readers pass over.
        if record.count == 1, field(record[0]).isEmpty {
            text += "\"\"\n"
            return
        }
        for (index, cell) in record.enumerated() {
            if index > 0 { text.unicodeScalars.append(Unicode.Scalar(delimiter.rawValue)) }
            text += field(cell)
        }
        text += "\n"
    }

    private func field(_ cell: CSVCell) -> String {
        switch cell {
        case .text(let name): quoted(guardsFormulas ? FormulaGuard.guarded(name) : name)
        case .integer(let value): String(value)
        case .number(let value):
            finite(value)
        case .figure(let figure): quoted(figure)
        case .empty: ""
        }
    }

    private func finite(_ value: Double) -> String {
        precondition(value.isFinite, "\(value) has no form in CSV; say why it is undefined in words, or leave it empty")
        return value.description
    }

    private func quoted(_ field: String) -> String {
        let needsQuotes =
            field.utf8.contains {
                $0 == delimiter.rawValue || $0 == Byte.quote || $0 == Byte.lineFeed || $0 == Byte.carriageReturn
            } || field.first?.isWhitespace == true || field.last?.isWhitespace == true
        guard needsQuotes else { return field }
        var inner = ""
        for scalar in field.unicodeScalars {
            if scalar == "\"" { inner.unicodeScalars.append(scalar) }
            inner.unicodeScalars.append(scalar)
        }
        return "\"\(inner)\""
    }
}

/// Keeps a name that begins like a formula from becoming one when a spreadsheet opens the file.
///
/// A text of two characters or more that begins with `=`, `+`, `-`, `@`, a tab or a line end, or the wide forms of the
/// first four, gets an apostrophe in front, which spreadsheets read as “this is text”. A text that begins with
/// apostrophes before such a character gets one more, so that taking one away always gives back the original.
public enum FormulaGuard {
    /// The text with an apostrophe in front where it needs one.
    public static func guarded(_ text: String) -> String { isAtRisk(text) ? "'" + text : text }

    /// What ``guarded(_:)`` was given.
    public static func unguarded(_ text: String) -> String {
        text.unicodeScalars.first == "'" && isAtRisk(text) ? String(text.unicodeScalars.dropFirst()) : text
    }

    private static func isAtRisk(_ text: String) -> Bool {
        let rest = text.unicodeScalars.drop { $0 == "'" }
        guard let first = rest.first else { return false }
        return rest.dropFirst().first != nil && "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first)
    }
}
