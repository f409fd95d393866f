import Costing
import Diagnostics
import Formats

/// An estimate as a text file with a table: keys of the job in lines that begin with `#`, then the records.
struct EstimateTableText {
    /// The keys as YAML with every line and column in its place; `nil` where there are none.
    let head: SourceText?
    private let source: SourceText
    /// How many lines stand before the names of the columns.
    private let skippedLines: Int
    private let delimiter: CSVDelimiter

    /// `nil` for a text that is no table.
    init?(_ source: SourceText) {
        self.source = source
        var rest = source.text.unicodeScalars[...]
        var head = String.UnicodeScalarView()
        var lines = 0
        var hasKeys = false
        while !rest.isEmpty {
            let line = rest.prefix { !Self.isLineEnd($0) }
            let isMarked = line.first { $0 != "\u{FEFF}" && $0 != " " } == "#"
            guard isMarked || line.allSatisfy({ $0.properties.isWhitespace || $0 == "\u{FEFF}" }) else { break }
            hasKeys = hasKeys || isMarked
            head.append(contentsOf: Self.unmarked(line))
            head.append("\n")
            lines += 1
            rest = rest[line.endIndex...]
            if rest.first == "\r" { rest.removeFirst() }
            if rest.first == "\n" { rest.removeFirst() }
        }
        let names = String(String.UnicodeScalarView(rest.prefix { !Self.isLineEnd($0) }.prefix(4_096)))
        delimiter = .guess(from: Array(names.utf8))
        guard Self.isHeader(names, delimiter) else { return nil }
        self.head = hasKeys ? SourceText(String(head), file: source.file) : nil
        skippedLines = lines
    }

    private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }

    /// A blank for the mark keeps every column; delimiters that a spreadsheet put behind the value go.
    private static func unmarked(_ line: Substring.UnicodeScalarView) -> String.UnicodeScalarView {
        var plain = String.UnicodeScalarView(line)
        if let mark = plain.firstIndex(of: "#") { plain.replaceSubrange(mark...mark, with: [" "]) }
        while let last = plain.last, ",;\t ".unicodeScalars.contains(last) { plain.removeLast() }
        return plain
    }

    /// Whether a line names columns of which one is that of the ids.
    private static func isHeader(_ line: String, _ delimiter: CSVDelimiter) -> Bool {
        let names = line.split(
            separator: Character(Unicode.Scalar(delimiter.rawValue)), omittingEmptySubsequences: false)
        let words = names.map { $0.filter { $0 != "\"" && $0 != "\u{FEFF}" }.trimmed.lowercased() }
        return words.count > 1 && words.contains { EstimateTable.idColumns.contains($0) }
    }

    /// The lines of the table, and what is wrong with it.
    func lines() -> (lines: [EstimateLineDraft], findings: [Finding]) {
        var csv = CSVReader(
            Array(source.text.utf8), file: source.file, delimiter: delimiter, skippingLines: skippedLines)
        guard let header = csv.next().map(CSVHeader.init) else { return ([], csv.findings) }
        let found = header.findings(required: [], optional: EstimateTable.columns + EstimateTable.idColumns)
        var table = EstimateTable(header: header.names)
        var lines: [EstimateLineDraft] = []
        while let record = csv.next() {
            let cells = (0..<record.count).map { Located(record[$0], at: record.place(of: $0)) }
            if let line = table.line(cells, at: record.place(of: 0)) { lines.append(line) }
        }
        return (lines, found + csv.findings + table.findings)
    }
}
