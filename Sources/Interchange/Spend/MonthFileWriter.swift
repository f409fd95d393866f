import Formats
public import MediaSpend
public import Monetary
import WorkTime

/// Writes rows as the vendor's file that they came from would state them: under the columns of a layout, in its ways of
/// writing dates and amounts, so that reading them through the layout gives the same rows.
///
/// What a layout passes over when it reads is not there to be written: ignored columns, page furniture, and the amounts of
/// control rows but for their total. The text is UTF-8; where the layout states another encoding it begins with a byte
/// order mark, which overrules that. Names stand as they are: this is a table for programs.
public struct MonthFileWriter {
    private let columns: [Column]
    private let layout: Layout?
    private let currency: Currency
    private let delimiter: CSVDelimiter
    /// With a minus below zero, which every style reads; brackets are for books.
    private let amounts: AmountStyle
    /// The fields that were written before, as bytes, by column and code.
    private var texts: [[[UInt8]?]]

    /// - Parameters:
    ///   - stated: `nil` where it is not known. Then, and where lines mean more or less than one row as in wide files,
    ///     columns have the names of the dimensions, dates are in ISO 8601, and amounts as programs write them.
    ///   - currency: of the amounts.
    public init(_ stated: Layout?, _ currency: Currency) {
        // Lines that mean more or less than one row cannot be made of rows again.
        let layout = stated.flatMap { $0.isReadInOrder ? nil : $0 }
        self.layout = layout
        self.currency = currency
        columns = layout.map(Column.all(of:)) ?? Column.plain
        delimiter = layout?.delimiter.written ?? .comma
        var amounts = layout?.amounts ?? .plain
        amounts.acceptsBrackets = false
        self.amounts = amounts
        texts = Array(repeating: [], count: columns.count)
    }

    /// The first line.
    public func header() -> [UInt8] {
        var writer = CSVWriter(
            delimiter: delimiter, guardsFormulas: false,
            marksByteOrder: layout.map { $0.encoding != .utf8 } ?? false)
        writer.write(columns.map { .text($0.name) })
        return Array(writer.text.utf8)
    }

    /// The lines of rows.
    ///
    /// - Parameters:
    ///   - chunk: with all columns.
    ///   - names: what its codes stand for; the same in every call, but for names that are added.
    public mutating func lines(of chunk: OccurrenceChunk, _ names: Vocabulary) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(chunk.count * 128)
        for row in 0..<chunk.count {
            for column in columns.indices {
                if column > 0 { bytes.append(delimiter.rawValue) }
                append(column, of: row, in: chunk, names, to: &bytes)
            }
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }

    /// The line that states what all control rows of a delivery add up to; empty where its layout compares none.
    public func controlLine(of delivery: Delivery) -> [UInt8] {
        guard layout?.rows.control != nil, let control = delivery.control else { return [] }
        let month = delivery.months.last.map { CalendarCode.of($0.month) } ?? NameTable.notStated
        var writer = CSVWriter(delimiter: delimiter, guardsFormulas: false)
        writer.write(
            columns.map { column in
                switch column.content {
                case .control: .figure(amounts.text(of: control.total))
                case .month: .text(monthText(month, day: NameTable.notStated))
                case .currency: .text(currency.code)
                case .constant(let text): .text(text)
                case .key, .name, .day, .insertions, .spend, .nothing: .empty
                }
            })
        return Array(writer.text.utf8)
    }

    // MARK: Fields

    private mutating func append(
        _ column: Int, of row: Int, in chunk: OccurrenceChunk, _ names: Vocabulary, to bytes: inout [UInt8]
    ) {
        switch columns[column].content {
        case .name(let dimension):
            let code = chunk[dimension][row]
            append(code, of: column, to: &bytes) { names.text(of: code, in: dimension) }
        case .key(let dimension):
            let code = chunk[dimension][row]
            append(code, of: column, to: &bytes) { names[dimension].key(of: code) }
        case .month:
            bytes.append(contentsOf: quoted(monthText(chunk[.month][row], day: chunk[.day][row])))
        case .day:
            let day = chunk[.day][row]
            if day != NameTable.notStated { bytes.append(contentsOf: quoted(text(of: CalendarCode.day(of: day)))) }
        case .insertions: bytes.append(contentsOf: String(chunk.insertions[row]).utf8)
        case .spend:
            let amount = Money(minorUnits: chunk.spend[row], currency)
            bytes.append(contentsOf: quoted(amounts.text(of: amount)))
        case .currency: bytes.append(contentsOf: currency.code.utf8)
        case .constant(let text): append(0, of: column, to: &bytes) { text }
        case .control, .nothing: break
        }
    }

    /// Adds a name, which is put into words once however often it occurs.
    private mutating func append(_ code: UInt32, of column: Int, to bytes: inout [UInt8], _ text: () -> String) {
        let missing = Int(code) + 1 - texts[column].count
        if missing > 0 { texts[column].append(contentsOf: repeatElement(nil, count: missing)) }
        if texts[column][Int(code)] == nil { texts[column][Int(code)] = quoted(text()) }
        bytes.append(contentsOf: texts[column][Int(code)] ?? [])
    }

    /// A field as it stands in a line of several.
    private func quoted(_ text: String) -> [UInt8] {
        guard !text.isEmpty else { return [] }
        var writer = CSVWriter(delimiter: delimiter, guardsFormulas: false)
        writer.write([.text(text)])
        return Array(writer.text.utf8.dropLast())
    }

    // MARK: Dates

    /// What stands in the column that decides the month.
    private func monthText(_ code: UInt32, day: UInt32) -> String {
        guard code != NameTable.notStated else { return "" }
        let month = CalendarCode.month(of: code)
        switch layout?.month.kind {
        case nil, .month, .quarter, .year, .fileName: return month.description
        case .monthNumber: return String(month.month)
        case .day, .weekStart, .weekMiddle, .weekEnd, .broadcast:
            guard let layout, day != NameTable.notStated, layout.readsDayFromMonthColumn else {
                // Not kept; by every rule the first day of a month is counted in it.
                return text(of: month.firstDay)
            }
            return text(of: CalendarCode.day(of: day))
        }
    }

    private func text(of day: CivilDay) -> String { (layout?.dates.first ?? .yearMonthDay).text(of: day) }
}

extension Layout {
    /// Whether the day of a row stands in the column that decides its month.
    fileprivate var readsDayFromMonthColumn: Bool {
        guard case .column(let column) = dimensions[.day] else { return false }
        return column.name.lowercased() == month.column?.lowercased()
    }
}

extension FieldDelimiter {
    fileprivate var written: CSVDelimiter {
        switch self {
        case .comma: .comma
        case .semicolon: .semicolon
        case .tab: .tab
        }
    }
}
