public import Diagnostics
import Formats
public import MediaSpend

/// Layout files: how a vendor's month files are read, as YAML.
///
/// ```yaml
/// name: occurrences
/// basis: rate card
/// month: {column: month}
/// columns:
///   brand: brand
///   category: {constant: Beer}
///   spend: spend
/// ```
public enum LayoutFile {
    /// Reads and checks a layout; findings show the lines that they speak of.
    ///
    /// - Throws: a `Rejection` with everything that is wrong with it.
    public static func read(_ source: SourceText) throws(Rejection) -> Layout {
        var findings = FindingList()
        let document = YAMLDocument(reading: source)
        findings.report(contentsOf: document.findings.inReadingOrder)
        var reader = LayoutFileReader()
        let draft = reader.draft(of: document.root, in: source)
        findings.report(contentsOf: reader.findings)
        let layout = Layout(checking: draft, findings: &findings)
        let shown = FindingList(findings.inReadingOrder.map(source.showing))
        try shown.throwIfErrors()
        guard let layout else { preconditionFailure("\(source.file): a layout without faults was refused") }
        return layout
    }
}

/// The walk through the tree of a layout file.
private struct LayoutFileReader {
    private(set) var findings: [Finding] = []

    private static let keys = [
        "name", "about", "encoding", "delimiter", "decimal", "grouping", "unit", "surplus decimals", "currency",
        "basis", "dates", "month",
        "columns", "rows", "key", "ignored",
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
        let allowed = ["column", "key", "constant", "optional", "leading zeros"]
        for entry in entries(of: node, allowed: allowed, "a column") {
            switch entry.key.value {
            case "column": column.column = text(entry.value)
            case "key": column.key = text(entry.value)
            case "constant": column.constant = text(entry.value)
            case "optional": column.isOptional = word(entry.value, of: ["yes": true, "no": false]) ?? false
            default: column.dropsLeadingZeros = word(entry.value, of: ["dropped": true, "kept": false]) ?? false
            }
        }
        return column
    }

    private mutating func rows(_ node: YAMLNode) -> LayoutDraft.RowsDraft {
        var rows = LayoutDraft.RowsDraft()
        for entry in entries(of: node, allowed: ["control", "tolerance", "others", "only"], "rows") {
            switch entry.key.value {
            case "control": rows.control = text(entry.value)
            case "tolerance": rows.tolerance = text(entry.value)
            case "others": rows.othersAreSkipped = word(entry.value, of: ["skipped": true, "faults": false]) ?? false
            default:
                rows.only = (entry.value.entries ?? []).compactMap { condition in
                    text(condition.value).map { (column: condition.key, text: $0) }
                }
                if entry.value.entries == nil { reportKind(entry.value, "a group of columns and their texts") }
            }
        }
        return rows
    }

    // MARK: Nodes

    /// The entries of a group of keys; those with a key that is not allowed are reported and left out.
    private mutating func entries(of node: YAMLNode?, allowed: [String], _ what: String) -> [YAMLEntry] {
        guard let node else { return [] }
        guard let entries = node.entries else {
            reportKind(node, "a group of keys")
            return []
        }
        return entries.filter { entry in
            if allowed.contains(entry.key.value) { return true }
            let nearest = nearestName(to: entry.key.value, among: allowed)
            findings.append(
                Finding(
                    "layout.unknown-key", .error, "“\(entry.key.value)” is nothing that \(what) can state",
                    advice: nearest.map { "is “\($0)” meant?" } ?? "use one of: \(allowed.joined(separator: ", "))",
                    at: entry.key.place))
            return false
        }
    }

    private mutating func text(_ node: YAMLNode) -> Located<String>? {
        guard let text = node.text else {
            reportKind(node, "a word or a name")
            return nil
        }
        return Located(text, at: node.place)
    }

    /// A list of texts; a single text is a list of one.
    private mutating func texts(_ node: YAMLNode) -> [Located<String>] {
        (node.elements ?? [node]).compactMap { text($0) }
    }

    private mutating func word<Value>(_ node: YAMLNode, of words: [String: Value]) -> Value? {
        guard let text = text(node) else { return nil }
        if let value = words[text.value] { return value }
        findings.append(
            Finding(
                "layout.unknown-value", .error, "“\(text.value)” is not allowed here",
                advice: "use one of: \(words.keys.sorted().joined(separator: ", "))", at: node.place))
        return nil
    }

    private mutating func reportKind(_ node: YAMLNode, _ wanted: String) {
        findings.append(
            Finding(
                "layout.wrong-kind", .error, "\(node.kindName) stands where \(wanted) is expected",
                advice: "write \(wanted)", at: node.place))
    }
}
