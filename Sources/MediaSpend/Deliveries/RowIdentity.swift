/// By what two deliveries of a layout tell their rows apart, and which periods each covers.
public struct RowIdentity: Hashable, Sendable {
    /// Rows that agree in all of these are the same row; their amounts are added up. In the order of the dimensions.
    public let dimensions: [SpendDimension]
    /// Whether they come from the layout's key. Otherwise they are all that a row says but its amounts, so that a row
    /// under another category is first of all another row.
    public let isKeyed: Bool
    /// Whether the days of the data are weeks, which are then the periods delivered; otherwise months are.
    public let isWeekly: Bool

    /// - Parameter dimensions: `nil`: all of them.
    public init(_ dimensions: Set<SpendDimension>? = nil, isWeekly: Bool = false) {
        isKeyed = dimensions != nil
        self.isWeekly = isWeekly
        let periods: Set<SpendDimension> = isWeekly ? [.month, .day] : [.month]
        self.dimensions = dimensions?.union(periods).sorted() ?? SpendDimension.allCases
    }
}

extension Layout {
    /// The layout's key in the terms of the workspace: of each of its columns, the dimension that is told apart by it.
    ///
    /// A column that no dimension is read from is not kept in the workspace; then the key cannot be asked, and all that
    /// a row says takes its place.
    public var rowIdentity: RowIdentity {
        let dimensions = key.filter { $0 != currency.column }.map(dimension(toldApartBy:))
        let isKnown = !dimensions.isEmpty && !dimensions.contains(nil)
        return RowIdentity(isKnown ? Set(dimensions.compactMap(\.self)) : nil, isWeekly: month.kind.isWeekly)
    }

    private func dimension(toldApartBy column: String) -> SpendDimension? {
        let read = SpendDimension.allCases.first { dimension in
            guard case .column(let source) = dimensions[dimension] else { return false }
            return (source.key ?? source.name) == column
        }
        return read ?? (month.column == column ? .month : nil)
    }
}
