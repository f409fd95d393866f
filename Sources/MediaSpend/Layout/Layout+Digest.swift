import Monetary

extension Layout {
    /// The fingerprint of all that decides how a file is read: the same file through another version of a layout is
    /// another delivery.
    public var digest: ContentDigest {
        let columns = SpendDimension.allCases.map { dimension -> String in
            switch dimensions[dimension] {
            case .constant(let text): "=\(text)"
            case .column(let column):
                "\(column.name)|\(column.key ?? "")|\(column.dropsLeadingZeros)|\(column.isOptional)"
            case nil: ""
            }
        }
        let parts: [String] =
            [
                name, encoding.rawValue, delimiter.rawValue, amounts.decimalMark.rawValue, "\(amounts.scale)",
                amounts.grouping?.rawValue ?? "", "\(amounts.surplusDecimals)", currency.column ?? "",
                currency.fixed?.code ?? "",
                basis.rawValue, month.column, month.kind.rawValue, insertions ?? "", spend,
                rows.control?.column ?? "", "\(rows.othersAreSkipped)",
            ] + dates.map(\.rawValue) + columns + rows.only.flatMap { [$0.column, $0.text] } + key
        return ContentDigest(of: parts.map { "\($0.utf8.count):\($0)" }.joined())
    }
}
