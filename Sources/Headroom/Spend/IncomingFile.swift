import Diagnostics
import Interchange
import MediaSpend
import Monetary
import Store
import WorkTime

/// A month file on its way into a workspace: what is counted of it while it is read, and how it is judged then.
struct IncomingFile {
    let layout: Layout
    let gate: SpendGate
    private let history: SpendHistory
    private let stored: [Delivery.MonthTotal]
    private var figures: QualityFiguresBuilder
    /// The rows of months that are stored already; `nil` where there are none, or too many to be compared row by row.
    private var reissued: CubeBuilder?
    private var reissuedRows = 0
    private let storedMonths: Set<UInt32>
    /// Whether months were delivered anew that were not compared.
    private(set) var isTooLongToCompare = false

    /// How many rows of months that were delivered before are compared row by row: both deliveries are in memory then,
    /// with some 300 bytes a row.
    private static let comparedRows = 2_000_000

    init(_ layout: Layout, _ history: SpendHistory, _ gate: SpendGate) throws {
        self.layout = layout
        self.history = history
        self.gate = gate
        figures = QualityFiguresBuilder(for: gate.rules)
        stored = try history.months()
        storedMonths = Set(stored.map { CalendarCode.of($0.month) })
        guard !stored.isEmpty else { return }
        reissued = CubeBuilder(
            by: SpendDimension.allCases, where: CubeFilter(months: Set(stored.map(\.month))))
    }

    mutating func update(with chunk: OccurrenceChunk) {
        figures.update(with: chunk)
        guard reissued != nil else { return }
        reissuedRows += chunk[.month].count(where: storedMonths.contains)
        if reissuedRows > Self.comparedRows {
            reissued = nil
            isTooLongToCompare = true
        } else {
            reissued?.update(with: chunk)
        }
    }

    /// What is to be said where months were delivered anew and not compared.
    var findings: [Finding] {
        guard isTooLongToCompare else { return [] }
        return [
            Finding(
                "spend.not-compared", .note,
                "more than \(Self.comparedRows) rows are of months that were delivered before; they are not compared row by row",
                advice: "deliver month by month to see what changed")
        ]
    }

    // MARK: Judging

    /// What the gate says of the file, once it has been read.
    func report(
        _ reading: MonthFileReading, _ names: Vocabulary
    ) throws -> (report: QualityReport, figures: QualityFigures) {
        let delivery = reading.delivery
        let (figures, file) = figures.finish(names)
        var gate = QualityGate(delivery, figures: figures, file: file, rules: self.gate.rules)
        let months = Set(delivery.months.map(\.month))
        gate.history = try past(of: months)
        gate.totals = Dictionary(
            uniqueKeysWithValues: stored.filter { !months.contains($0.month) }.map { ($0.month, $0.spend.minorUnits) })
        gate.monthRule = layout.month.kind
        gate.columns = reading.columns
        gate.earlierColumns = try history.columns()
        gate.foundByReader = reading.foundByRules
        return (QualityReport(gate.issues, accepting: self.gate.acceptances), figures)
    }

    /// The figures of the months before those of the file that are not in it.
    private func past(of months: Set<CivilMonth>) throws -> [QualityFigures] {
        guard let first = months.min(), let last = months.max() else { return [] }
        let window = first.advanced(by: -QualityGate.window)...last
        let past = Set(stored.map(\.month)).filter { window.contains($0) && !months.contains($0) }
        return past.isEmpty ? [] : try history.figures(of: past)
    }

    /// What became of the rows of months that were stored before; `nil` where the file brings none of them.
    func comparison(_ delivery: Delivery, _ names: Vocabulary) throws -> DeliveryComparison? {
        let months = Set(delivery.months.map(\.month)).intersection(stored.map(\.month))
        guard let reissued, !months.isEmpty, stored.first?.spend.currency == delivery.currency,
            let old = try history.cube(by: SpendDimension.allCases, in: months)
        else { return nil }
        return DeliveryComparison(
            from: old, to: try reissued.finish(names, of: delivery.market), by: layout.rowIdentity, covering: months)
    }
}

extension Delivery {
    /// What its figures are, by itself.
    var market: MarketData {
        MarketData(
            source: source, currency: currency, basis: basis, months: months.map(\.month),
            countsInsertions: countsInsertions)
    }
}

extension MonthFileReading {
    /// How often the reader found what is a rule of the gate. A control total that agrees is a note, and no finding of
    /// a rule.
    fileprivate var foundByRules: [QualityRule: Int] {
        findings.reduce(into: [:]) { counts, finding in
            guard finding.severity != .note, let rule = finding.rule else { return }
            counts[rule, default: 0] += 1
        }
    }
}

extension Finding {
    /// The rule of the gate that weighs what the reader found.
    var rule: QualityRule? {
        QualityRule.allCases.first { $0.isFoundByReader && "spend.\($0.rawValue)" == id.rawValue }
    }
}
