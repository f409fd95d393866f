import Costing
import Monetary
import WorkTime

/// A small job in yuan with a supplier in Hong Kong, one change order and a cost that nobody estimated; every figure that
/// tests expect of it was computed by hand.
///
/// | line | first version | change order of 1 March | work |
/// | --- | --- | --- | --- |
/// | tv | 100 spots, gross 100,000, net 85,000 | the same | 1–31 March |
/// | film | HKD 50,000 at 0.9 = 45,000 | HKD 60,000 = 54,000 | 1 January – 28 February |
/// | fee | 6 × 5,000 = 30,000 | the same | 1 January – 30 June |
/// | web | – | 20,000 | April |
struct SampleJob {
    var versions: [EstimateVersion]
    var events: [CostEvent] = []

    static let status = sampleDay("2026-03-31")

    init() throws {
        let lines = try [Self.tv(), Self.film(supplierCost: "50000", cost: "45000", price: "49500"), Self.fee()]
        let changed = try [
            Self.tv(), Self.film(supplierCost: "60000", cost: "54000", price: "59400"), Self.fee(),
            line("web", "production", cost: "20000", from: "2026-04-01", to: "2026-04-30"),
        ]
        versions = [
            Self.approved(try Self.estimate(1, "2026-01-01", lines), on: "2025-12-20"),
            Self.approved(try Self.estimate(2, "2026-03-01", changed), on: "2026-02-25"),
        ]
        events = try Self.filmEvents() + Self.tvEvents() + Self.feeEvents()
        events.append(try event("X-1", .expense, "2026-03-05", "travel", "3000"))
    }

    var record: EstimateRecord { EstimateRecord(versions: versions) }
    var currency: Currency { .cny }

    func books(on day: CivilDay = status) throws -> JobBooks {
        try JobBooks(of: record, Ledger(of: "spring", inBooksOf: .cny, events: events), on: day)
    }

    func outlook(on day: CivilDay = status, plan: PlannedWork? = nil, confidence: Double = 0.8) throws -> JobOutlook {
        try JobOutlook(JobStatus(PricedPlan(books(on: day), on: plan)), confidence: confidence)
    }

    // MARK: The estimate

    static func estimate(_ version: Int, _ effective: String, _ lines: [EstimateLine]) throws -> CostEstimate {
        CostEstimate(
            job: "spring", name: "Spring launch", client: "Example Tea", type: "campaign", currency: .cny,
            version: version, effective: sampleDay(effective), reason: version > 1 ? "a longer film" : nil,
            start: sampleDay("2026-01-01"), finish: sampleDay("2026-06-30"), lines: lines,
            contingency: try yuan("10000"), managementReserve: try yuan("5000"), ceiling: try yuan("260000"),
            billing: [
                BillingStep(
                    name: "First invoice", date: sampleDay("2026-02-28"), amount: try yuan("80000"), isRetainer: false)
            ])
    }

    static func approved(_ estimate: CostEstimate, on day: String) -> EstimateVersion {
        let date = sampleDay(day)
        return EstimateVersion(
            estimate: estimate, internalSignOff: SignOff(date: date, name: "Chen"),
            clientSignOff: SignOff(date: date, name: "Li"))
    }

    static func tv() throws -> EstimateLine {
        line(
            "tv", "media", cost: try yuan("85000"), price: try yuan("100000"), quantity: 100, unit: "spot",
            basis: .commission(try Commission(shareOfGross: Rate(percent: 15))), from: "2026-03-01", to: "2026-03-31",
            earning: .units)
    }

    static func film(supplierCost: String, cost: String, price: String) throws -> EstimateLine {
        line(
            "film", "production", cost: try yuan(cost), price: try yuan(price),
            foreign: (try Money(supplierCost, .hkd), try Rate(9, over: 10)), basis: .markup(Rate(percent: 10)),
            from: "2026-01-01", to: "2026-02-28")
    }

    static func fee() throws -> EstimateLine {
        line("fee", "fee", cost: try yuan("30000"), price: try yuan("40000"), quantity: 6, unit: "month", basis: .fixed)
    }

    // MARK: What happened

    private static func filmEvents() throws -> [CostEvent] {
        try [
            hongKong("PO-1", .order, "2026-01-10", "50000", "46000"),
            progress("P-1", "2026-01-31", "film", .share(Rate(percent: 40))),
            hongKong("W-1", .workDone, "2026-01-31", "20000", "18400"),
            progress("P-2", "2026-02-28", "film", .share(Rate(percent: 80))),
            hongKong("W-2", .workDone, "2026-02-28", "25000", "23000"),
            hongKong("C-1", .orderChange, "2026-03-02", "10000", "9200"),
            hongKong("I-1", .invoice, "2026-03-20", "40000", "36800"),
            progress("P-3", "2026-03-31", "film", .finished),
        ]
    }

    private static func tvEvents() throws -> [CostEvent] {
        try [
            event("PO-2", .order, "2026-02-20", "tv", "85000", order: "PO-2"),
            event("W-3", .workDone, "2026-03-16", "tv", "40000", order: "PO-2"),
            progress("P-4", "2026-03-16", "tv", .units(50)),
        ]
    }

    private static func feeEvents() throws -> [CostEvent] {
        try (1...3).flatMap { month in
            let day = ["2026-01-31", "2026-02-28", "2026-03-31"][month - 1]
            return try [
                event("T-\(month)", .time, day, "fee", "5000"),
                progress("F-\(month)", day, "fee", .share(Rate(Int128(month), over: 6))),
            ]
        }
    }
}

// MARK: Pieces

func sampleDay(_ text: String) -> CivilDay { CivilDay(text)! }

/// A line whose price is its cost where nothing else is said.
func line(
    _ id: LineID, _ category: String, cost: Money, price: Money? = nil, foreign: (Money, Rate)? = nil,
    quantity: Rate = 1, unit: String? = nil, basis: PriceBasis = .passThrough, supplier: String? = nil,
    activities: [String] = [], from: String? = nil, to: String? = nil, earning: EarningRule = .percentComplete
) -> EstimateLine {
    let supplierCost = foreign?.0 ?? cost
    let units = Rate(Int(supplierCost.currency.minorUnitsPerUnit))
    return EstimateLine(
        id: id, name: id.rawValue, category: category, phase: nil, supplier: supplier, quantity: quantity, unit: unit,
        unitCost: try! Rate(Int128(supplierCost.minorUnits), over: 1) / units / quantity,
        supplierCurrency: supplierCost.currency, exchangeRate: foreign?.1 ?? 1, supplierCost: supplierCost, cost: cost,
        price: price ?? cost, basis: basis, activities: activities, start: from.map(sampleDay),
        finish: to.map(sampleDay),
        earning: earning)
}

func line(
    _ id: LineID, _ category: String, cost: String, activities: [String] = [], from: String? = nil, to: String? = nil,
    earning: EarningRule = .percentComplete
) throws -> EstimateLine {
    line(id, category, cost: try yuan(cost), activities: activities, from: from, to: to, earning: earning)
}

func event(
    _ id: String, _ kind: CostEvent.Kind, _ day: String, _ line: LineID?, _ amount: String, tax: String = "0",
    order: String? = nil, due: String? = nil, settles: String? = nil
) throws -> CostEvent {
    CostEvent(
        id: id, kind: kind, date: sampleDay(day), line: line, order: order, party: "Someone", amount: try yuan(amount),
        tax: try yuan(tax), bookAmount: try yuan(amount), due: due.map(sampleDay), settles: settles)
}

func progress(_ id: String, _ day: String, _ line: LineID, _ progress: CostEvent.ReportedProgress) -> CostEvent {
    CostEvent(
        id: id, kind: .progress, date: sampleDay(day), line: line, amount: .zero(.cny), tax: .zero(.cny),
        bookAmount: .zero(.cny), progress: progress)
}

private func hongKong(
    _ id: String, _ kind: CostEvent.Kind, _ day: String, _ amount: String, _ book: String
) throws -> CostEvent {
    CostEvent(
        id: id, kind: kind, date: sampleDay(day), line: "film", order: "PO-1", party: "Harbour Films",
        amount: try Money(amount, .hkd), tax: .zero(.hkd), bookAmount: try yuan(book),
        exchange: .init(rate: try Rate(92, over: 100), isDerived: false, date: sampleDay(day), source: nil))
}
