import Diagnostics
public import MediaSpend
import Monetary

extension LayoutProposal {
    /// A layout for a file, from its first 1,000 lines.
    ///
    /// - Throws: ``SpendFileFault`` when the file cannot be opened or read; a `Rejection` when it is damaged, or is no table
    ///   with a column of numbers.
    public init(for path: String) throws {
        let sample = try FileSample(path)
        guard let header = sample.header else { throw Self.rejection("no line that names columns", path) }
        let names = sample.records[header].fields
        let body = ProposedBody(sample.records[(header + 1)...], under: names)
        let columns = names.enumerated().map { position, name in
            ColumnSketch(name, position: position, values: body.values(at: position))
        }
        let roles = ColumnRoles(columns)
        guard !roles.amounts.isEmpty else { throw Self.rejection("no column of amounts", path) }
        let text = ProposedText(sample, roles, columns, isIrregular: header > 0 || body.hasOthers, body.hasTotals)
        self.init(
            text: text.yaml, encoding: sample.encoding, delimiter: sample.delimiter,
            headerLine: sample.records[header].line, lines: sample.records.count - header - 1,
            columns: columns.map {
                Column(name: $0.name, kind: $0.kind, role: roles.roles[$0.position], examples: $0.examples)
            }, assumptions: text.assumptions)
    }

    private static func rejection(_ lack: String, _ path: String) -> Rejection {
        Rejection(findings: [
            Finding(
                "spend.no-table", .error, "“\(path)” has \(lack) among its first \(FileSample.recordLimit) lines",
                advice: "check that it is a month file; a layout can still be written by hand",
                at: SourcePlace(file: path, line: 1, column: 1))
        ])
    }
}

/// The records under the header of a sample, without those that are no rows.
struct ProposedBody {
    private let rows: [FileSample.Record]
    /// Whether a line calls itself a total.
    let hasTotals: Bool
    /// Whether the header comes again, or lines hold next to nothing.
    let hasOthers: Bool

    init(_ records: ArraySlice<FileSample.Record>, under names: [String]) {
        let usual = records.map(\.filled).sorted().dropFirst(records.count / 2).first ?? 0
        var rows: [FileSample.Record] = []
        var (hasTotals, hasOthers) = (false, false)
        for record in records {
            if record.fields.contains(where: TotalWords.isOne) {
                hasTotals = true
            } else if record.filled * 2 < usual || Self.repeats(names, record.fields) {
                hasOthers = true
            } else {
                rows.append(record)
            }
        }
        self.rows = rows
        self.hasTotals = hasTotals
        self.hasOthers = hasOthers
    }

    /// Whether half of the names stand in a record once more.
    private static func repeats(_ names: [String], _ fields: [String]) -> Bool {
        let named = zip(names, fields).count { !$0.isEmpty && $0 == $1 }
        return named * 2 >= names.count { !$0.isEmpty }
    }

    func values(at position: Int) -> [String] {
        rows.map { position < $0.fields.count ? $0.fields[position] : "" }
    }
}
