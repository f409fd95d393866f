import Costing
import Diagnostics
import Formats

/// An estimate as the rows of a sheet: keys of the job in the first rows, each with its value beside it, then the table of
/// lines.
///
/// A key may have a `#` before it and a colon behind it; `# currency: CNY` in one cell is read too, as it stands in a text
/// file. Values that begin with a bracket are read as YAML.
struct EstimateSheet {
    /// The keys as YAML, each in the line that has the number of its row; `nil` where there are none.
    let head: SourceText?
    /// The names of the columns.
    private let header: [Located<String>]
    private let rows: [[Located<String>]]

    /// `nil` for rows among which none names columns.
    ///
    /// - Parameter rows: cells with their places, whose line is the number of the row.
    init?(_ rows: [[Located<String>]], file: String) {
        guard let index = rows.firstIndex(where: Self.isHeader) else { return nil }
        header = rows[index]
        self.rows = Array(rows[(index + 1)...])
        var lines: [String] = []
        for row in rows[..<index] {
            guard let line = Self.line(of: row), let number = row.first?.place?.line else { continue }
            // Rows that are not there leave lines that are blank.
            while lines.count < number - 1 { lines.append("") }
            lines.append(line)
        }
        head = lines.isEmpty ? nil : SourceText(lines.joined(separator: "\n"), file: file)
    }

    private static func isHeader(_ row: [Located<String>]) -> Bool {
        let names = row.map { $0.value.trimmed.lowercased() }.filter { !$0.isEmpty }
        return names.count > 1 && names.contains { EstimateTable.idColumns.contains($0) }
            && names.contains { EstimateTable.columns.contains($0) }
    }

    /// A key and its value as a line of YAML; `nil` for a row without words.
    private static func line(of row: [Located<String>]) -> String? {
        let cells = row.map(\.value).filter { !$0.trimmed.isEmpty }
        guard let first = cells.first else { return nil }
        guard cells.count > 1 else { return unmarked(first) }
        let key = first.trimmed.drop { $0 == "#" || $0 == " " }
        let name = key.last == ":" || key.last == "：" ? key.dropLast() : key
        return "\(name): \(written(cells[1].trimmed))"
    }

    /// Without the mark and the blank behind it; further blanks say what belongs to what.
    private static func unmarked(_ line: String) -> String {
        guard line.first == "#" else { return line }
        let rest = line.dropFirst()
        return String(rest.first == " " ? rest.dropFirst() : rest)
    }

    /// Words may hold colons and marks that mean something in YAML.
    private static func written(_ value: String) -> String {
        if value.first == "{" || value.first == "[" { return value }
        var quoted = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\n", "\r", "\t": quoted += " "
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return "\"\(quoted)\""
    }

    /// The lines of the table, and what is wrong with it.
    func lines() -> (lines: [EstimateLineDraft], findings: [Finding]) {
        var table = EstimateTable(header: header.map(\.value))
        let lines = rows.compactMap { table.line($0, at: $0.first?.place) }
        return (lines, unknownColumns + table.findings)
    }

    private var unknownColumns: [Finding] {
        let known = EstimateTable.columns + EstimateTable.idColumns
        return header.compactMap { name in
            let plain = name.value.trimmed
            guard !plain.isEmpty, !known.contains(plain.lowercased()) else { return nil }
            let nearest = nearestName(to: plain, among: known)
            return Finding(
                "cost.unknown-column", .warning, "the column “\(plain)” is not read",
                advice: nearest.map { "is “\($0)” meant? Then rename it" }
                    ?? "leave it, or use one of: \(known.joined(separator: ", "))", at: name.place)
        }
    }
}
