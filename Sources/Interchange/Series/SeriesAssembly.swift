import Diagnostics
import Formats

/// The records of a table of series while they are put in order.
struct SeriesAssembly {
    private let table: CSVTable
    private(set) var findings: FindingList
    private var order: [String] = []
    private var observations: [String: [Observation]] = [:]

    private struct Observation {
        let period: SeriesPeriod
        let value: Double
        let record: CSVRecord
    }

    init(_ table: CSVTable) {
        self.table = table
        findings = table.findings
        guard table.header != nil, !table.findings.hasErrors else { return }
        for record in table.records { add(record) }
    }

    /// All series, in the order in which they were named first; what is wrong with one is a finding.
    mutating func series() -> [SeriesFile.Series] {
        order.compactMap { series($0, (observations[$0] ?? []).sorted { $0.period.place < $1.period.place }) }
    }

    // MARK: Records

    private mutating func add(_ record: CSVRecord) {
        let fields = LocatedFields(table, record)
        let id = fields["id"]?.value
        if id == nil { report(record, "id", "series.no-id", "no series is named", "write its id") }
        let period = fields["t"].flatMap { SeriesPeriod($0.value) }
        if period == nil {
            report(
                record, "t", "series.no-period", "“\(fields["t"]?.value ?? "")” is no period",
                "write a whole number, or a month such as 2025-12")
        }
        let value = fields["value"].flatMap { Self.number($0.value) }
        if value == nil {
            report(
                record, "value", "series.no-value", "“\(fields["value"]?.value ?? "")” is no number",
                "write a number such as 1250.5; 0 where there was nothing")
        }
        guard let id, let period else { return }
        if observations[id] == nil { order.append(id) }
        // A period whose value is wrong is not missing as well.
        observations[id, default: []].append(Observation(period: period, value: value ?? 0, record: record))
    }

    /// A number in decimals, with an exponent if need be; `nil` for anything else, and for what leaves the doubles.
    private static func number(_ text: String) -> Double? {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }) else { return nil }
        return Double(text).flatMap { $0.magnitude <= 1e100 ? $0 : nil }
    }

    // MARK: Series

    private mutating func series(_ id: String, _ sorted: [Observation]) -> SeriesFile.Series? {
        guard let first = sorted.first, let last = sorted.last else { return nil }
        if let other = sorted.first(where: { $0.period.isMonth != first.period.isMonth }) {
            report(
                other.record, "t", "series.mixed-periods", "“\(id)” has months and numbers for periods",
                "write all of its periods in one way")
            return nil
        }
        for (before, next) in zip(sorted, sorted.dropFirst()) {
            switch next.period.place - before.period.place {
            case 0:
                report(
                    next.record, "t", "series.twice", "“\(id)” has the period \(next.period) twice",
                    "leave one of them out")
            case 1: break
            default:
                report(
                    next.record, "t", "series.gap",
                    "“\(id)” lacks \(before.period.advanced(by: 1)), behind which it goes on",
                    "add the periods that are missing, with 0 where there was nothing")
            }
        }
        return SeriesFile.Series(id: id, values: sorted.map(\.value), lastPeriod: last.period)
    }

    private mutating func report(
        _ record: CSVRecord, _ column: String, _ id: FindingID, _ message: String, _ advice: String
    ) {
        findings.report(
            record.finding(id, .error, message, advice: advice, field: table.header?.position(of: column) ?? 0))
    }
}
