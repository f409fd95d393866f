import Monetary

extension Layout {
    /// The fingerprint of all that decides how a file is read: the same file through another version of a layout is
    /// another delivery.
    public var digest: ContentDigest {
        let columns = SpendDimension.allCases.map { dimension -> String in
            switch dimensions[dimension] {
            case .constant(let text): "=\(text)"
            case .column(let column):
                ([
                    "\(column.name)|\(column.key ?? "")|\(column.dropsLeadingZeros)|\(column.isOptional)"
                ] + column.substitutes).joined(separator: "|")
            case nil: ""
            }
        }
        let parts: [String] =
            [
                name, encoding.rawValue, delimiter.rawValue, amounts.decimalMark.rawValue, "\(amounts.scale)",
                amounts.grouping?.rawValue ?? "", "\(amounts.surplusDecimals)", currency.column ?? "",
                currency.fixed?.code ?? "",
                basis.rawValue, month.column ?? "", month.kind.rawValue, insertions ?? "", spend,
                rows.control?.column ?? "", "\(rows.othersAreSkipped)",
            ] + dates.map(\.rawValue) + columns + rows.only.flatMap { [$0.column, $0.text] } + key
            + laterParts
        return ContentDigest(of: parts.map { "\($0.utf8.count):\($0)" }.joined())
    }

    /// What layouts could not state at first: nothing where nothing is stated, so that what was imported by an older
    /// version is known again.
    private var laterParts: [String] {
        var parts: [String] = []
        if rows.totalsAreSkipped { parts.append("totals") }
        if let rule = rows.parts { parts += ["parts", rule.group, rule.total] }
        if let unpivot {
            parts += ["unpivot", unpivot.dimension.rawValue, "\(unpivot.zerosAreSkipped)"]
            parts += unpivot.columns.flatMap { [$0.name, $0.spend, $0.insertions ?? ""] }
        }
        if !emptyTexts.isEmpty { parts += ["empty"] + emptyTexts }
        if !sheets.isEmpty { parts += ["sheets"] + sheets }
        return parts
    }
}
