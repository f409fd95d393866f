import Diagnostics
import MediaSpend

/// Where in a record each thing stands that a layout speaks of, as the header of a file says.
struct ColumnMap: Hashable, Sendable {
    /// How many fields a row may have: spreadsheets leave nameless columns at the end, which rows need not fill.
    let width: ClosedRange<Int>
    /// Of no meaning where the month is in the name of the file.
    let month: Int
    /// The first of them where there are several.
    let spend: Int
    let insertions: Int?
    let currency: Int?
    let control: Int?
    let names: [NameColumn]
    /// The column of days, and whether a row may go without one.
    let day: DayColumn?
    let key: [Int]
    let conditions: [Condition]
    /// Columns side by side that are rows; empty where a line is one row.
    let unpivoted: [UnpivotedColumn]
    let parts: Parts?

    /// A column of names.
    struct NameColumn: Hashable, Sendable {
        let dimension: SpendDimension
        /// `nil` when the file lacks it and may.
        let name: Int?
        let key: Int?
        let dropsLeadingZeros: Bool
        /// What is read where the name is empty.
        let substitutes: [Int]
    }

    /// A column of a wide file.
    struct UnpivotedColumn: Hashable, Sendable {
        /// Its position in the layout.
        let number: Int
        let spend: Int
        let insertions: Int?
    }

    /// Where a group and its total are stated.
    struct Parts: Hashable, Sendable {
        let group: Int
        let total: Int
    }

    struct DayColumn: Hashable, Sendable {
        let position: Int
        let isOptional: Bool
    }

    /// A row counts only if this column says this.
    struct Condition: Hashable, Sendable {
        let position: Int
        let text: String
    }

    /// - Parameters:
    ///   - header: the names in the first line, as the file writes them.
    ///   - missing: receives the names of columns that the layout needs and the header lacks; with any, the map is `nil`.
    init?(_ header: [String], for layout: Layout, missing: inout [String]) {
        var finder = Finder(header)
        month = layout.month.column.map { finder.needed($0) } ?? 0
        unpivoted = (layout.unpivot?.columns ?? []).enumerated().map { number, column in
            UnpivotedColumn(
                number: number, spend: finder.needed(column.spend),
                insertions: column.insertions.map { finder.needed($0) })
        }
        spend = unpivoted.first?.spend ?? finder.needed(layout.spend)
        insertions = layout.insertions.map { finder.needed($0) }
        control = layout.rows.control.map { finder.needed($0.column) }
        if case .column(let name) = layout.currency { currency = finder.needed(name) } else { currency = nil }
        key = layout.key.map { finder.needed($0) }
        conditions = layout.rows.only.map {
            Condition(position: finder.needed($0.column), text: $0.text)
        }
        parts = layout.rows.parts.map { Parts(group: finder.needed($0.group), total: finder.needed($0.total)) }
        day = layout.column(of: .day).flatMap { finder.day($0) }
        names = SpendDimension.named.compactMap { dimension in
            layout.column(of: dimension).map { finder.name($0, of: dimension) }
        }
        width = ((header.lastIndex { !$0.isEmpty } ?? 0) + 1)...header.count
        missing = finder.missing
        if !missing.isEmpty { return nil }
    }

    /// Columns of a header that the layout says nothing of.
    static func unread(_ header: [String], by layout: Layout) -> [String] {
        let known = Set(layout.columnNames.map(Finder.folded))
        return header.filter { !$0.isEmpty && !known.contains(Finder.folded($0)) }
    }

    /// Finds columns by name, without regard to upper and lower case and to how it is wrapped.
    private struct Finder {
        private let positions: [String: Int]
        private(set) var missing: [String] = []

        init(_ header: [String]) {
            positions = Dictionary(header.enumerated().map { (Self.folded($1), $0) }) { first, _ in first }
        }

        /// Line ends within a name are blanks, however many.
        static func folded(_ name: String) -> String {
            name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }

        /// 0 when the header lacks it, which `missing` then says.
        mutating func needed(_ name: String) -> Int { position(name, isOptional: false) ?? 0 }

        mutating func position(_ name: String, isOptional: Bool) -> Int? {
            guard let position = positions[Self.folded(name)] else {
                if !isOptional { missing.append(name) }
                return nil
            }
            return position
        }

        mutating func day(_ column: ColumnSource.NamedColumn) -> DayColumn? {
            position(column.name, isOptional: column.isOptional)
                .map { DayColumn(position: $0, isOptional: column.isOptional) }
        }

        mutating func name(_ column: ColumnSource.NamedColumn, of dimension: SpendDimension) -> NameColumn {
            // A name may be missing where the key beside it tells what it is.
            let isOptional = column.isOptional || column.key != nil
            return NameColumn(
                dimension: dimension, name: position(column.name, isOptional: isOptional),
                key: column.key.map { needed($0) }, dropsLeadingZeros: column.dropsLeadingZeros,
                substitutes: column.substitutes.compactMap { position($0, isOptional: column.isOptional) })
        }
    }
}

extension Layout {
    /// The column that a dimension is read from; `nil` where it is none.
    fileprivate func column(of dimension: SpendDimension) -> ColumnSource.NamedColumn? {
        if case .column(let column) = dimensions[dimension] { column } else { nil }
    }
}
