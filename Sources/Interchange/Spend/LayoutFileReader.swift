import Diagnostics
import Formats
import MediaSpend

/// The walk through the tree of a layout file.
struct LayoutFileReader {
    var findings: [Finding] = []

    private static let keys = [
        "name", "about", "encoding", "delimiter", "decimal", "grouping", "unit", "surplus decimals", "currency",
        "basis", "dates", "month", "columns", "unpivot", "rows", "key", "ignored", "empty", "sheets",
    ]

    mutating func draft(of root: YAMLNode?, in source: SourceText) -> LayoutDraft {
        var draft = LayoutDraft(place: root?.place ?? source.place(line: 1, column: 1))
        for entry in entries(of: root, allowed: Self.keys, "a layout") {
            let value = entry.value
            switch entry.key.value {
            case "name": draft.name = text(value)
            case "about": draft.about = text(value)?.value
            case "encoding": draft.encoding = text(value)
            case "delimiter": draft.delimiter = text(value)
            case "decimal": draft.decimalMark = text(value)
            case "grouping": draft.groupingMark = text(value)
            case "unit": draft.unit = text(value)
            case "surplus decimals": draft.surplusDecimals = text(value)
            case "currency": draft.currency = text(value)
            case "basis": draft.basis = text(value)
            case "dates": draft.dates = texts(value)
            case "month": draft.month = month(value)
            case "columns": draft.columns = columns(value)
            case "rows": draft.rows = rows(value)
            case "key": draft.key = texts(value)
            case "unpivot": draft.unpivot = unpivot(value)
            case "empty": draft.emptyTexts = texts(value).map(\.value)
            case "sheets": draft.sheets = texts(value).map(\.value)
            default: draft.ignored = texts(value).map(\.value)
            }
        }
        return draft
    }

    private mutating func month(_ node: YAMLNode) -> LayoutDraft.MonthDraft {
        var month = LayoutDraft.MonthDraft(place: node.place)
        if node.entries == nil, let column = text(node) {
            month.column = column
            return month
        }
        for entry in entries(of: node, allowed: ["column", "rule"], "month") {
            if entry.key.value == "column" { month.column = text(entry.value) } else { month.rule = text(entry.value) }
        }
        return month
    }

    private mutating func columns(_ node: YAMLNode) -> [(name: Located<String>, source: LayoutDraft.ColumnDraft)] {
        guard let entries = node.entries else {
            reportKind(node, "a group of keys, one for each column")
            return []
        }
        return entries.map { (name: $0.key, source: column($0.value)) }
    }

    private mutating func column(_ node: YAMLNode) -> LayoutDraft.ColumnDraft {
        var column = LayoutDraft.ColumnDraft(place: node.place)
        if node.entries == nil {
            column.column = text(node)
            return column
        }
        let allowed = ["column", "key", "constant", "optional", "leading zeros", "or"]
        for entry in entries(of: node, allowed: allowed, "a column") {
            switch entry.key.value {
            case "column": column.column = text(entry.value)
            case "key": column.key = text(entry.value)
            case "constant": column.constant = text(entry.value)
            case "or": column.substitutes = texts(entry.value).map(\.value)
            case "optional": column.isOptional = word(entry.value, of: ["yes": true, "no": false]) ?? false
            default: column.dropsLeadingZeros = word(entry.value, of: ["dropped": true, "kept": false]) ?? false
            }
        }
        return column
    }
}
