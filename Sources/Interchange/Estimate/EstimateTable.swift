import Costing
import Diagnostics
import Formats

/// The lines of an estimate as a table: a row of column names, then one line a row.
///
/// What a table is made of, a text file or a sheet, is for the caller: it hands over cells with their places.
struct EstimateTable {
    /// The columns that name the line; the first of them that is there.
    static let idColumns = ["id", "line"]
    static let columns = EstimateLineKey.allCases.map(\.rawValue)

    /// The column of each cell; `nil` for a column that is not read.
    private let names: [String?]
    private let idPosition: Int?
    private var tally = FindingTally()

    /// - Parameter header: the names of the columns; what is wrong with them is for the caller to say.
    init(header: [String]) {
        let plain = header.map { $0.trimmed.lowercased() }
        idPosition = Self.idColumns.lazy.compactMap { plain.firstIndex(of: $0) }.first
        names = plain.enumerated().map { index, name in
            // Of two columns with one name the first is read.
            Self.columns.contains(name) && plain.firstIndex(of: name) == index ? name : nil
        }
    }

    var findings: [Finding] { tally.findings }

    /// Reads one row; `nil` for a blank one and for one without an id, which is reported.
    mutating func line(_ cells: [Located<String>], at place: SourcePlace?) -> EstimateLineDraft? {
        let texts = cells.map { $0.map { FormulaGuard.unguarded($0.trimmed) } }
        guard texts.contains(where: { !$0.value.isEmpty }) else { return nil }
        guard let idPosition, idPosition < texts.count, !texts[idPosition].value.isEmpty else {
            tally.report("cost.no-id") {
                Finding(
                    "cost.no-id", .error, "this row names no line", advice: "give each line an id, such as tv-north",
                    at: place)
            }
            return nil
        }
        let entries = zip(names, texts).compactMap { name, cell -> YAMLEntry? in
            guard let name, !cell.value.isEmpty, let at = cell.place ?? place else { return nil }
            return YAMLEntry(
                key: Located(name, at: at),
                value: YAMLNode(.scalar(Formats.YAMLScalar(cell.value, style: .quoted)), at: at))
        }
        let at = texts[idPosition].place ?? place ?? SourcePlace(file: "-", line: 1, column: 1)
        var reader = EstimateLineReader(texts[idPosition], YAMLNode(.mapping(entries), at: at))
        let line = reader.line()
        for finding in reader.findings { tally.report(finding.id) { finding } }
        return line
    }
}
