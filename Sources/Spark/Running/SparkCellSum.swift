import Diagnostics
import Formats
import MediaSpend
import Monetary
import WorkTime

/// A cube while cells of Spark are added up.
struct SparkCellSum {
    private let query: SparkQuery
    private var builder: CubeBuilder
    private var names = Vocabulary()
    private var months: Set<CivilMonth> = []
    private var currency: Currency?
    /// What has been read.
    private(set) var totals = SparkTotals()
    private var uncounted: Int64 = 0
    /// What each file calls its keys: the first name in byte order; the last file counts.
    private var labels: [LabelKey: (delivery: Int, label: String)] = [:]

    private struct LabelKey: Hashable {
        let dimension: SpendDimension
        let code: UInt32
    }

    init(_ query: SparkQuery) {
        self.query = query
        builder = CubeBuilder(by: query.dimensions)
        if case .fixed(let currency) = query.layout.currency { self.currency = currency }
    }

    /// Adds the cells of one file.
    mutating func add(_ bytes: [UInt8], file: String) throws {
        var reader = CSVReader(bytes, file: file)
        guard let header = reader.next() else { return }
        let wanted = query.columns.selected.map(\.name)
        let written = (0..<header.count).map { header[$0] }
        guard written == wanted else {
            throw SparkFault.unreadable("\(file) has the columns \(written.joined(separator: ", "))")
        }
        let columns = Dictionary(uniqueKeysWithValues: wanted.enumerated().map { ($1, $0) })
        while let record = reader.next() { try add(SparkCell(record, columns)) }
        if let fault = reader.findings.first { throw SparkFault.unreadable("\(fault.message)") }
    }

    func finish() throws -> (Cube, [Finding]) {
        guard let currency, totals.rowCount > 0 else {
            throw Rejection(findings: [
                Finding(
                    "spend.no-rows", .error, "no row counts as spend",
                    advice: "check that the layout \(query.layout.name) is the right one")
            ])
        }
        var names = names
        for (key, entry) in labels { names[key.dimension].relabel(key.code, entry.label) }
        let cube = try builder.finish(
            names,
            of: MarketData(
                source: query.layout.name, currency: currency, basis: query.layout.basis, months: months,
                countsInsertions: query.layout.countsInsertions))
        return (cube, uncounted > 0 ? [missingInsertions] : [])
    }

    private var missingInsertions: Finding {
        Finding(
            "spend.missing-insertions", .warning,
            "\(uncounted) rows do not say how many insertions they stand for",
            advice: "their spend counts; its change over time will count as price")
    }

    // MARK: One cell

    private mutating func add(_ cell: SparkCell) throws {
        let count = try cell.count(SparkOutputColumns.rows)
        totals.cellCount += 1
        guard count > 0 else { return }
        try takeCurrency(of: cell)
        var occurrence = Occurrence(insertions: 0, spend: try amount(of: cell))
        if query.layout.countsInsertions {
            occurrence.insertions = try cell.count(SparkOutputColumns.insertions)
            uncounted += try cell.count(SparkOutputColumns.uncounted)
        }
        let delivery =
            query.columns.grouped.first == SparkOutputColumns.delivery
            ? Int(try cell.count(SparkOutputColumns.delivery)) : 0
        for dimension in query.dimensions {
            occurrence[dimension] = try code(of: cell, in: dimension, delivery: delivery)
        }
        totals.rowCount += count
        builder.add(occurrence, rows: count)
    }

    private mutating func takeCurrency(of cell: SparkCell) throws {
        guard case .column = query.layout.currency else { return }
        let code = cell.text(SparkOutputColumns.currency)
        let known = currency ?? (try? Currency(code))
        guard let known, known.code == code, cell.text(SparkOutputColumns.lastCurrency) == code else {
            let other = known?.code == code ? cell.text(SparkOutputColumns.lastCurrency) : code
            throw Rejection(findings: [
                Finding(
                    "spend.mixed-currencies", .error,
                    known.map { "amounts are in “\(other)” and in \($0.code)" }
                        ?? "“\(other)” is not the code of a currency",
                    advice: "amounts of two currencies cannot be added: split the files, or correct the code")
            ])
        }
        currency = known
    }

    private func amount(of cell: SparkCell) throws -> Int64 {
        guard let currency else { preconditionFailure("an amount before its currency") }
        let scale = query.layout.amounts.scale
        if case .column = query.layout.currency,
            try cell.count(SparkOutputColumns.decimals) > Int64(currency.exponent + scale)
        {
            throw Rejection(findings: [
                Finding(
                    "spend.bad-amount", .error,
                    "an amount has more decimals than the \(currency.exponent + scale) that are possible in \(currency.code)",
                    advice: "correct it; the embedded engine names the line")
            ])
        }
        let style = AmountStyle(scale: scale, surplusDecimals: .zeros)
        do throws(AmountFault) {
            return try style.minorUnits(of: cell.text(SparkOutputColumns.spend).utf8, in: currency)
        } catch {
            guard error == .tooLarge else {
                throw SparkFault.unreadable("“\(cell.text(SparkOutputColumns.spend))” \(error)")
            }
            throw Rejection(findings: [
                Finding(
                    "spend.too-large", .error, "the spend of a cell is more than can be counted",
                    advice: "look for amounts with too many digits, or for a layout with the wrong unit")
            ])
        }
    }

    private mutating func code(of cell: SparkCell, in dimension: SpendDimension, delivery: Int) throws -> UInt32 {
        let text = cell.text(SparkOutputColumns.name(of: dimension))
        switch dimension {
        case .month:
            guard let month = CivilMonth(text) else { throw SparkFault.unreadable("“\(text)” is not a month") }
            months.insert(month)
            return CalendarCode.of(month)
        case .day where text.isEmpty: return NameTable.notStated
        case .day:
            guard let day = CivilDay(text) else { throw SparkFault.unreadable("“\(text)” is not a day") }
            return CalendarCode.of(day)
        default:
            let code = names[dimension].code(for: text)
            if query.layout.key(of: dimension) != nil {
                take(cell.text(SparkOutputColumns.label(of: dimension)), of: code, in: dimension, delivery)
            }
            return code
        }
    }

    private mutating func take(_ label: String, of code: UInt32, in dimension: SpendDimension, _ delivery: Int) {
        guard !label.isEmpty else { return }
        let key = LabelKey(dimension: dimension, code: code)
        if let known = labels[key] {
            let isLater = delivery > known.delivery
            let isFirst = delivery == known.delivery && label.utf8.lexicographicallyPrecedes(known.label.utf8)
            guard isLater || isFirst else { return }
        }
        labels[key] = (delivery, label)
    }
}

/// One record of what Spark wrote.
struct SparkCell {
    private let record: CSVRecord
    private let columns: [String: Int]

    init(_ record: CSVRecord, _ columns: [String: Int]) {
        self.record = record
        self.columns = columns
    }

    func text(_ column: String) -> String { columns[column].map { record[$0] } ?? "" }

    func count(_ column: String) throws(SparkFault) -> Int64 {
        guard let count = Int64(text(column)) else {
            throw .unreadable("“\(text(column))” is not a count of \(column)")
        }
        return count
    }
}
