import Diagnostics
import Formats
import MediaSpend

extension LayoutFileReader {
    mutating func rows(_ node: YAMLNode) -> LayoutDraft.RowsDraft {
        var rows = LayoutDraft.RowsDraft()
        for entry in entries(of: node, allowed: Self.rowKeys, "rows") {
            switch entry.key.value {
            case "control": rows.control = text(entry.value)
            case "tolerance": rows.tolerance = text(entry.value)
            case "totals": rows.totalsAreSkipped = word(entry.value, of: ["skipped": true, "rows": false]) ?? false
            case "parts": rows.parts = parts(entry.value)
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

    private static let rowKeys = ["control", "tolerance", "others", "totals", "only", "parts"]

    private mutating func parts(_ node: YAMLNode) -> LayoutDraft.PartsDraft {
        var parts = LayoutDraft.PartsDraft(place: node.place)
        for entry in entries(of: node, allowed: ["of", "total", "tolerance"], "parts") {
            switch entry.key.value {
            case "of": parts.group = text(entry.value)
            case "total": parts.total = text(entry.value)
            default: parts.tolerance = text(entry.value)
            }
        }
        return parts
    }

    mutating func unpivot(_ node: YAMLNode) -> LayoutDraft.UnpivotDraft {
        var unpivot = LayoutDraft.UnpivotDraft(place: node.place)
        for entry in entries(of: node, allowed: ["dimension", "zeros", "columns"], "unpivot") {
            switch entry.key.value {
            case "dimension": unpivot.dimension = text(entry.value)
            case "zeros":
                unpivot.zerosAreSkipped = word(entry.value, of: ["skipped": true, "rows": false]) ?? true
            default:
                if entry.value.entries == nil { reportKind(entry.value, "a group of columns and their names") }
                unpivot.columns = (entry.value.entries ?? []).map { sideColumn($0) }
            }
        }
        return unpivot
    }

    private mutating func sideColumn(
        _ entry: YAMLEntry
    ) -> (spend: Located<String>, name: Located<String>?, insertions: Located<String>?) {
        guard entry.value.entries != nil else { return (entry.key, text(entry.value), nil) }
        var name: Located<String>?
        var insertions: Located<String>?
        for part in entries(of: entry.value, allowed: ["name", "insertions"], "a column side by side") {
            if part.key.value == "name" { name = text(part.value) } else { insertions = text(part.value) }
        }
        return (entry.key, name, insertions)
    }
}
