import MediaSpend
import Monetary

/// Where the usual row of a file has what it says: one field a column, each as the layout has it.
///
/// Most rows of most files are usual, and are read many times faster than by ``RowReader``, which knows what to say of any
/// other. Both make the same of a usual row.
struct UsualRow: Sendable {
    let layout: Layout
    let calendar: CalendarFields
    let currency: Currency
    /// How many fields a row has.
    let width: Int
    let month: Int
    let day: ColumnMap.DayColumn?
    /// The columns of names that are asked for.
    let names: [NameColumn]
    let insertions: Int?
    let spend: Int
    /// The column of the currency, and what it must say.
    let currencyColumn: Int?
    let currencyCode: [UInt8]
    let amounts: AmountReader
    /// What every row has in common, where that is asked for.
    let constants: [(dimension: SpendDimension, code: UInt32)]
    /// What the rows say themselves.
    let dimensions: Set<SpendDimension>
    /// Counted up when the columns of a file change on the way.
    let version: Int

    struct NameColumn: Sendable {
        let dimension: SpendDimension
        /// Where it stands what tells names apart: a key, or the name itself.
        let position: Int
        let isKey: Bool
        let dropsLeadingZeros: Bool
        /// Where the name of a key stands, if the file has it.
        let label: Int?

        /// - Returns: `nil` when the file states neither.
        init?(_ column: ColumnMap.NameColumn) {
            guard let position = column.key ?? column.name else { return nil }
            dimension = column.dimension
            self.position = position
            isKey = column.key != nil
            dropsLeadingZeros = column.dropsLeadingZeros
            label = isKey ? column.name : nil
        }
    }

    /// - Parameter wanted: the dimensions that anybody asks for.
    /// - Returns: `nil` when no row of this file is usual: its layout has controls or conditions to mind.
    init?(_ rows: RowReader, _ wanted: Set<SpendDimension>) {
        guard let map = rows.map, let currency = rows.currency, rows.layout.hasUsualRows else { return nil }
        layout = rows.layout
        calendar = rows.calendar
        self.currency = currency
        amounts = AmountReader(rows.layout.amounts, in: currency)
        width = map.width.upperBound
        month = map.month
        day = wanted.contains(.day) ? map.day : nil
        insertions = map.insertions
        spend = map.spend
        currencyColumn = map.currency
        currencyCode = rows.currencyCode
        version = rows.mapVersion
        names = map.names.filter { wanted.contains($0.dimension) }.compactMap(NameColumn.init)
        dimensions = Set(names.map(\.dimension)).union(day == nil ? [.month] : [.month, .day])
        constants = wanted.subtracting(dimensions).sorted().map { ($0, rows.common[$0]) }
    }
}

extension UsualRow {
    /// An amount in minor units, however the layout lets it be written; `nil` for none, and for what is no amount.
    func writtenAmount(_ field: UnsafeBufferPointer<UInt8>) -> Int64? {
        guard !trimmedRange(of: field.span).isEmpty else { return nil }
        return try? layout.amounts.minorUnits(asWritten: field.span, in: currency)
    }
}

extension Layout {
    /// Whether a row can be made sense of by its own fields alone.
    ///
    /// Lines without an amount are left to the careful reader, so that it does not matter what the layout makes of them,
    /// nor what stands for an empty amount, unless that could be taken for one.
    fileprivate var hasUsualRows: Bool {
        !isReadInOrder && key.isEmpty && rows.control == nil && rows.only.isEmpty
            && !emptyTexts.contains { $0.contains(where: \.isNumber) }
    }
}
