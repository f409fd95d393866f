import Costing
import Diagnostics
import Formats
import Monetary
import WorkTime

/// The columns of one kind of cost file, all of which it must have.
protocol CostColumn: CaseIterable, Hashable, RawRepresentable where RawValue == String {}

extension CostColumn {
    var isAmount: Bool { ["pv", "ev", "ac", "budget", "bac"].contains(rawValue) }
}

enum StatusColumn: String, CostColumn {
    case period
    case date = "status_date"
    case plannedValue = "pv"
    case earnedValue = "ev"
    case actualCost = "ac"
}

enum BaselineColumn: String, CostColumn {
    case day = "day_end"
    case plannedValue = "pv"
}

enum TrackingColumn: String, CostColumn {
    case period
    case activity = "activity_id"
    case earnedValue = "ev"
    case actualCost = "ac"
}

enum ActivityColumn: String, CostColumn {
    case start = "baseline_start"
    case finish = "baseline_end"
    case budget
}

enum JobColumn: String, CostColumn {
    case id
    case currency
    case budget = "bac"
    case start = "planned_start"
    case finish = "planned_end"
}

/// Reads the fields of a cost file; what is wrong with one is reported and reading goes on.
struct CostTable<Column: CostColumn> {
    /// Records that have all columns and hold something.
    let records: [CSVRecord]
    private let positions: [Column: Int]
    private let currency: Currency
    let style: AmountStyle
    private var tally = FindingTally()

    init(_ header: CSVHeader, _ records: [CSVRecord], currency: Currency) {
        var positions: [Column: Int] = [:]
        for column in Column.allCases { positions[column] = header.position(of: column.rawValue) }
        self.positions = positions
        // A record that is too short is reported with the table.
        let width = positions.values.reduce(0) { max($0, $1 + 1) }
        self.records = records.filter { record in
            record.count >= width && (0..<record.count).contains { !record.isEmpty($0) }
        }
        self.currency = currency
        style = Self.style(of: self.records, amounts: positions.filter(\.key.isAmount).map(\.value))
    }

    var findings: [Finding] { tally.findings }

    /// Reports what is wrong with a record as a whole.
    mutating func report(_ finding: Finding) { tally.report(finding.id) { finding } }

    /// Decimals stand after a point, unless every mark in the file's amounts is a comma.
    private static func style(of records: [CSVRecord], amounts: [Int]) -> AmountStyle {
        let fields = records.lazy.flatMap { record in amounts.lazy.map { record.bytes(of: $0) } }
        let hasPoint = fields.contains { $0.contains(UInt8(ascii: ".")) }
        let hasComma = fields.contains { $0.contains(UInt8(ascii: ",")) }
        return AmountStyle(decimalMark: hasComma && !hasPoint ? .comma : .point)
    }

    // MARK: Fields

    func isBlank(_ column: Column, _ record: CSVRecord) -> Bool {
        positions[column].map { record[$0].trimmed.isEmpty } ?? true
    }

    mutating func amount(_ column: Column, _ record: CSVRecord) -> Located<Money>? {
        let (currency, style) = (currency, style)
        return read(column, record) { text throws(TextFault) in
            do throws(AmountFault) {
                return try Money(text, currency, style: style)
            } catch {
                throw Self.fault(error, in: text)
            }
        }
    }

    private static func fault(_ fault: AmountFault, in text: String) -> TextFault {
        guard fault == .undeclaredMark(","), !text.contains(".") else {
            return TextFault("cost.bad-amount", "“\(text)” \(fault)", advice: fault.advice)
        }
        return TextFault(
            "cost.mixed-decimals", "“\(text)” has a comma in a file that writes decimals after a point",
            advice: "write all amounts the same way: 1234.50")
    }

    mutating func period(_ column: Column, _ record: CSVRecord) -> Located<Int>? {
        read(column, record) { text throws(TextFault) in
            if let period = Int(text), (0...1_000_000).contains(period) { return period }
            throw TextFault(
                "cost.bad-period",
                text.isEmpty ? "the period has no number" : "“\(text)” is not the number of a period",
                advice: "number the periods 1, 2, 3")
        }
    }

    mutating func name(_ column: Column, _ record: CSVRecord) -> Located<String>? {
        read(column, record) { text throws(TextFault) in
            if !text.isEmpty { return text }
            throw TextFault("cost.no-activity", "the activity has no id", advice: "give it its id in the plan")
        }
    }

    mutating func statusDate(_ column: Column, _ record: CSVRecord) -> Located<StatedStatusDate>? {
        read(column, record) { text throws(TextFault) in try StatedStatusDate(reading: text) }
    }

    mutating func day(_ column: Column, _ record: CSVRecord) -> Located<CivilDay>? {
        read(column, record) { text throws(TextFault) in
            guard case .endOfDay(let day) = try StatedStatusDate(reading: text) else {
                throw TextFault(
                    "cost.bad-date", "“\(text)” has a time where a day is needed", advice: "write \(text.prefix(10))")
            }
            return day
        }
    }

    /// `nil`, and a finding, when the field cannot be read; `nil` alone when the file has no such column, which is said
    /// of its header.
    mutating func read<Value>(
        _ column: Column, _ record: CSVRecord, _ read: (String) throws(TextFault) -> Value
    ) -> Located<Value>? {
        guard let position = positions[column] else { return nil }
        do throws(TextFault) {
            return Located(try read(record[position].trimmed), at: record.place(of: position))
        } catch {
            tally.report(error.id) {
                Finding(error, at: record.place(of: position), excerpt: record.excerpt(of: position))
            }
            return nil
        }
    }
}
