import Diagnostics
import MediaSpend
import Monetary
import WorkTime

extension RowReader {
    /// What a row says but for its spend; `nil` when something in it cannot be read, which is reported.
    mutating func occurrence(_ record: RecordView, _ map: ColumnMap, in block: Span<UInt8>) -> Occurrence? {
        var row = common
        guard let month = month(record, map, in: block), checkCurrency(record, map, in: block) else { return nil }
        row[.month] = CalendarCode.of(month)
        if let day = map.day { row[.day] = self.day(record, day, in: block) }
        for column in map.names {
            row[column.dimension] =
                if let key = column.key {
                    coder.code(forKey: record[key], name: column.name.map { record[$0] }, of: block, in: column)
                } else if let name = column.name ?? column.substitutes.first {
                    coder.code(for: record[filled(name, column, record, in: block)], of: block, in: column.dimension)
                } else {
                    NameTable.notStated
                }
        }
        if let column = map.insertions { row.insertions = insertions(record, column, in: block) }
        return row
    }

    /// The column of a name, or the first of its substitutes that is filled in where it is empty.
    private func filled(
        _ name: Int, _ column: ColumnMap.NameColumn, _ record: RecordView, in block: Span<UInt8>
    ) -> Int {
        guard !column.substitutes.isEmpty, record.isBlank(name, in: block) else { return name }
        return column.substitutes.first { !record.isBlank($0, in: block) } ?? name
    }

    // MARK: Month and day

    private mutating func month(_ record: RecordView, _ map: ColumnMap, in block: Span<UInt8>) -> CivilMonth? {
        let field = record[map.month]
        let month = calendar.month(in: block.extracting(field.start..<field.end))
        if month == nil { reportUnreadable("spend.bad-month", "month", map.month, record, in: block) }
        return month
    }

    private mutating func day(_ record: RecordView, _ column: ColumnMap.DayColumn, in block: Span<UInt8>) -> UInt32 {
        let field = record[column.position]
        let bytes = block.extracting(field.start..<field.end)
        if let day = calendar.day(in: bytes) { return CalendarCode.of(day) }
        if !trimmedRange(of: bytes).isEmpty || !column.isOptional {
            reportUnreadable("spend.bad-day", "day", column.position, record, isOptional: column.isOptional, in: block)
        }
        return NameTable.notStated
    }

    private mutating func reportUnreadable(
        _ id: FindingID, _ what: String, _ column: Int, _ record: RecordView, isOptional: Bool = false,
        in block: Span<UInt8>
    ) {
        let text = record.text(column, in: block)
        let severity: Severity = isOptional ? .warning : .error
        ledger.report(id, severity) {
            record.finding(
                id, severity, text.isEmpty ? "the row states no \(what)" : "“\(text)” is not a \(what)",
                advice: isOptional
                    ? "the row is counted without a \(what)"
                    : "correct it, or let the layout say how the file writes it", field: column, in: block)
        }
    }

    // MARK: Measures

    mutating func insertions(_ record: RecordView, _ column: Int, in block: Span<UInt8>) -> Int64 {
        let field = record[column]
        if let count = wholeNumber(in: block.extracting(field.start..<field.end)) { return count }
        if isEmpty(block.extracting(field.start..<field.end)) {
            ledger.report("spend.missing-insertions", .warning) {
                record.finding(
                    "spend.missing-insertions", .warning, "the row does not say how many insertions it stands for",
                    advice: "its spend counts; its change over time will count as price", field: column, in: block)
            }
        } else {
            ledger.report("spend.bad-insertions") {
                record.finding(
                    "spend.bad-insertions", .error,
                    "“\(record.text(column, in: block))” is not a whole number of insertions",
                    advice: "write digits only, at most 18", field: column, in: block)
            }
        }
        return 0
    }

    // MARK: Currency

    /// Takes the currency of the file from its first row.
    mutating func readCurrency(_ record: RecordView, _ map: ColumnMap, in block: Span<UInt8>) {
        guard let column = map.currency else { return }
        currency = try? Currency(record.text(column, in: block))
    }

    /// Whether a row is in the currency of the file.
    private mutating func checkCurrency(_ record: RecordView, _ map: ColumnMap, in block: Span<UInt8>) -> Bool {
        guard let column = map.currency else { return true }
        let field = record[column]
        let bytes = block.extracting(field.start..<field.end)
        if currency != nil, bytes.extracting(trimmedRange(of: bytes)).holds(currencyCode) { return true }
        let text = record.text(column, in: block)
        ledger.report("spend.mixed-currencies") {
            record.finding(
                "spend.mixed-currencies", .error,
                currency.map { "the amount is in “\(text)”, and those before it are in \($0.code)" }
                    ?? "“\(text)” is not the code of a currency",
                advice: "amounts of two currencies cannot be added: split the file, or correct the code",
                field: column, in: block)
        }
        return false
    }
}

extension Span<UInt8> {
    /// Whether these are the same bytes.
    func holds(_ other: [UInt8]) -> Bool {
        guard count == other.count else { return false }
        for position in 0..<count where self[position] != other[position] { return false }
        return true
    }
}
