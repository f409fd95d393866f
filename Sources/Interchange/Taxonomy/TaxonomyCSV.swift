import Diagnostics
import Formats
import MediaSpend

/// Reads the records of a taxonomy.
struct TaxonomyCSV {
    private let table: CSVTable
    private(set) var findings: FindingList

    private static let columns = ["kind", "level", "name", "in"]
    private static let optionalColumns = ["weight", "from", "through"]

    init(_ bytes: [UInt8], file: String) {
        table = CSVTable(
            bytes, file: file, delimiter: CSVDelimiter.guess(from: bytes), required: Self.columns,
            optional: Self.optionalColumns)
        findings = table.findings
    }

    mutating func draft() -> TaxonomyDraft {
        var draft = TaxonomyDraft()
        guard table.header != nil, !table.findings.hasErrors else { return draft }
        for record in table.records { add(record, to: &draft) }
        return draft
    }

    private mutating func add(_ record: CSVRecord, to draft: inout TaxonomyDraft) {
        let fields = LocatedFields(table, record)
        let (level, name, other) = (fields["level"], fields["name"], fields["in"])
        let validity = ValidityDraft(from: fields["from"], through: fields["through"])
        switch fields["kind"]?.value {
        case "category", "owner":
            draft.nodes.append(
                TaxonomyDraft.NodeDraft(
                    level: level, name: name, parent: other, validity: validity, place: fields.place))
        case "alias":
            draft.aliases.append(
                TaxonomyDraft.AliasDraft(
                    level: level, name: name, canonical: other, validity: validity, place: fields.place))
        case "brand":
            draft.weights.append(
                TaxonomyDraft.WeightDraft(
                    brand: name, category: other, weight: fields["weight"], validity: validity, place: fields.place))
        default:
            findings.report(
                record.finding(
                    "taxonomy.unknown-kind", .error, "“\(fields["kind"]?.value ?? "")” is no kind of record",
                    advice: "write category, owner, alias or brand",
                    field: table.header?.position(of: "kind") ?? 0))
        }
    }
}

/// The fields of a record by their columns, each with its place; `nil` for an empty one.
struct LocatedFields {
    private let table: CSVTable
    private let record: CSVRecord

    init(_ table: CSVTable, _ record: CSVRecord) {
        self.table = table
        self.record = record
    }

    var place: SourcePlace { record.place(of: 0) }

    subscript(column: String) -> Located<String>? {
        guard let position = table.header?.position(of: column) else { return nil }
        let text = record[position].trimmed
        return text.isEmpty ? nil : Located(text, at: record.place(of: position))
    }
}
