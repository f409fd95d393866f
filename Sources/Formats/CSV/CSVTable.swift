public import Diagnostics

/// The first record of a table as the names of its columns.
///
/// Names are compared without regard to upper and lower case and to blanks at either end.
public struct CSVHeader: Sendable {
    public let record: any TableRecord
    /// As the file writes them, without blanks at either end.
    public let names: [String]
    private let positions: [String: Int]

    public init(_ record: some TableRecord) {
        self.record = record
        names = (0..<record.count).map { record[$0].trimmed }
        positions = Dictionary(names.enumerated().map { ($1.lowercased(), $0) }) { first, _ in first }
    }

    /// The position of a column, counted from 0; `nil` when the file has none of this name.
    public func position(of name: String) -> Int? { positions[name.trimmed.lowercased()] }

    /// What is wrong with the header: columns missing (`csv.missing-column`), columns named twice
    /// (`csv.duplicate-column`), and, when `optional` is given, columns that nobody reads (`csv.unknown-column`, a warning).
    public func findings(required: [String], optional: [String]? = nil) -> [Finding] {
        missing(required) + duplicates + (optional.map { unknown(to: required + $0) } ?? [])
    }

    private func missing(_ required: [String]) -> [Finding] {
        required.filter { position(of: $0) == nil }.map { name in
            let nearest = nearestName(to: name, among: names)
            return record.finding(
                "csv.missing-column", .error, "the column “\(name)” is missing",
                advice: nearest.map { "is “\($0)” meant to be “\(name)”? Then rename it" }
                    ?? "name it in the first line; the file has: \(names.joined(separator: ", "))",
                field: nearest.flatMap { names.firstIndex(of: $0) } ?? 0)
        }
    }

    private var duplicates: [Finding] {
        names.enumerated().compactMap { index, name in
            guard !name.isEmpty, let first = position(of: name), first != index else { return nil }
            return record.finding(
                "csv.duplicate-column", .error,
                "the column “\(name)” stands twice, as number \(first + 1) and \(index + 1)",
                advice: "keep one of them or give it another name; the first is read", field: index)
        }
    }

    private func unknown(to known: [String]) -> [Finding] {
        let wanted = Set(known.map { $0.lowercased() })
        return names.enumerated().compactMap { index, name in
            guard !name.isEmpty, !wanted.contains(name.lowercased()) else { return nil }
            let nearest = nearestName(to: name, among: known.filter { position(of: $0) == nil })
            return record.finding(
                "csv.unknown-column", .warning, "the column “\(name)” is not read",
                advice: nearest.map { "is “\($0)” meant? Then rename it" }
                    ?? "leave it, or use one of: \(known.joined(separator: ", "))",
                field: index)
        }
    }
}

/// A CSV file with a header: its columns by name, its records, and everything wrong with it.
///
/// For files that fit in memory; larger ones are read record by record with ``CSVReader`` and ``CSVHeader``.
public struct CSVTable: Sendable {
    /// `nil` when the file is empty, which the findings then say (`csv.empty`).
    public let header: CSVHeader?
    /// Without the header.
    public let records: [CSVRecord]
    public let findings: FindingList

    /// - Parameters:
    ///   - required: names of columns that the file must have.
    ///   - optional: names of columns that are read when they are there; `nil` when other columns are nobody's business.
    public init(
        _ bytes: [UInt8], file: String, delimiter: CSVDelimiter = .comma, required: [String],
        optional: [String]? = nil
    ) {
        var reader = CSVReader(bytes, file: file, delimiter: delimiter)
        header = reader.next().map(CSVHeader.init)
        var records: [CSVRecord] = []
        while let record = reader.next() { records.append(record) }
        self.records = records
        var findings = FindingList(reader.findings)
        if let header {
            findings.report(contentsOf: header.findings(required: required, optional: optional))
        } else if !findings.hasErrors {
            findings.report(Self.emptyFile(file, required: required))
        }
        self.findings = findings
    }

    /// The text of a record in a column; empty when the file has no such column.
    public func text(_ record: CSVRecord, _ column: String) -> String {
        header?.position(of: column).map { record[$0] } ?? ""
    }

    private static func emptyFile(_ file: String, required: [String]) -> Finding {
        Finding(
            "csv.empty", .error, "the file is empty",
            advice: "begin it with a line of column names: \(required.joined(separator: ","))",
            at: SourcePlace(file: file, line: 1, column: 1))
    }
}
