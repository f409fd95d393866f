import Monetary

/// A formula as spreadsheets write it: `=ROUND(C2*E2,2)`.
struct FormulaText {
    /// The names of the sheets that hold tables, by the id of the table.
    let sheets: [String: String]
    /// The line of the first row: headings stand in line 1, and on the sheets of charts a title above them.
    var firstLine = 2

    /// `nil` when it speaks of a table that has no sheet.
    func text(of formula: Formula) -> String? { expression(formula, isOperand: false).map { "=\($0)" } }

    /// Sums and differences are set in brackets where they are part of something else.
    private func expression(_ formula: Formula, isOperand: Bool = true) -> String? {
        switch formula {
        case .cell(let reference): address(reference)
        case .number(let rate): number(rate)
        case .sum(let references): sum(references)
        case .plus(let left, let right): joined(left, "+", right, isOperand)
        case .minus(let left, let right): joined(left, "-", right, isOperand)
        case .times(let left, let right): joined(left, "*", right, isOperand)
        case .over(let left, let right): joined(left, "/", right, isOperand)
        case .least(let left, let right): called("MIN", left, right)
        case .most(let left, let right): called("MAX", left, right)
        case .rounded(let inner, let places): expression(inner, isOperand: false).map { "ROUND(\($0),\(places))" }
        }
    }

    private func joined(_ left: Formula, _ sign: String, _ right: Formula, _ isOperand: Bool) -> String? {
        guard let left = expression(left), let right = expression(right) else { return nil }
        return isOperand ? "(\(left)\(sign)\(right))" : "\(left)\(sign)\(right)"
    }

    private func called(_ name: String, _ left: Formula, _ right: Formula) -> String? {
        guard let left = expression(left, isOperand: false), let right = expression(right, isOperand: false) else {
            return nil
        }
        return "\(name)(\(left),\(right))"
    }

    /// A ratio is left to the spreadsheet, which knows it as well as a number can be known there.
    private func number(_ rate: Rate) -> String {
        rate.denominator == 1 ? "\(rate.numerator)" : "(\(rate.numerator)/\(rate.denominator))"
    }

    // MARK: Cells

    /// Neighbours below one another are written as one range.
    private func sum(_ references: [CellReference]) -> String? {
        guard !references.isEmpty else { return "0" }
        var ranges: [(first: CellReference, last: CellReference)] = []
        for reference in references {
            if let last = ranges.last?.last, last.table == reference.table, last.column == reference.column,
                last.row + 1 == reference.row
            {
                ranges[ranges.count - 1].last = reference
            } else {
                ranges.append((reference, reference))
            }
        }
        let addresses = ranges.compactMap { first, last in
            first == last ? address(first) : address(first).map { "\($0):\(place(last))" }
        }
        return addresses.count == ranges.count ? "SUM(\(addresses.joined(separator: ",")))" : nil
    }

    private func address(_ reference: CellReference) -> String? {
        guard let table = reference.table else { return place(reference) }
        guard let sheet = sheets[table] else { return nil }
        var quoted = ""
        for character in sheet { quoted += character == "'" ? "''" : String(character) }
        return "'\(quoted)'!\(place(reference))"
    }

    /// `C2` for the first row of the third column below a line of headings.
    private func place(_ reference: CellReference) -> String {
        "\(Self.letters(reference.column))\(reference.row + firstLine)"
    }

    /// `A` … `Z`, `AA` …
    private static func letters(_ column: Int) -> String {
        var rest = column + 1
        var letters = ""
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}
