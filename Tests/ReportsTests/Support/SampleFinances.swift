import Costing
import Monetary
import Reports
import WorkTime

/// A made job in yuan for papers: media, a film from Hong Kong, a fee, a change order, and a cost that nobody estimated.
struct SampleFinances {
    var versions: [EstimateVersion]
    var events: [CostEvent]

    static let status = CivilDay("2026-03-31")!

    init() throws {
        let first = try [Self.television(), Self.film("50000", "45000"), Self.fee()]
        let second = try [
            Self.television(), Self.film("60000", "54000"), Self.fee(),
            Self.line("web", "Campaign site", "production", "20000", from: "2026-04-01", to: "2026-04-30"),
        ]
        versions = [
            Self.approved(try Self.estimate(1, "2026-01-01", first), on: "2025-12-20"),
            Self.approved(try Self.estimate(2, "2026-03-01", second), on: "2026-02-25"),
        ]
        events = try Self.happened()
    }

    func outlook(confidence: Double = 0.8) throws -> JobOutlook {
        try JobOutlook(JobStatus(PricedPlan(books())), confidence: confidence)
    }

    func financialStatus(confidence: Double = 0.8) throws -> FinancialStatus {
        try FinancialStatus(outlook(confidence: confidence))
    }

    func books() throws -> JobBooks { try JobBooks(of: EstimateRecord(versions: versions), ledger, on: Self.status) }

    var ledger: Ledger { Ledger(of: "spring", inBooksOf: .cny, events: events) }

    // MARK: The estimate

    private static func estimate(_ version: Int, _ effective: String, _ lines: [EstimateLine]) throws -> CostEstimate {
        CostEstimate(
            job: "spring", name: "Spring launch", client: "Example Tea", type: "campaign", currency: .cny,
            version: version, effective: day(effective), reason: version > 1 ? "a longer film and a site" : nil,
            start: day("2026-01-01"), finish: day("2026-06-30"), lines: lines, contingency: try yuan("10000"),
            managementReserve: try yuan("5000"), ceiling: try yuan("260000"),
            billing: [
                BillingStep(
                    name: "First invoice", date: day("2026-02-28"), amount: try yuan("80000"), isRetainer: false)
            ])
    }

    private static func approved(_ estimate: CostEstimate, on text: String) -> EstimateVersion {
        let date = day(text)
        return EstimateVersion(
            estimate: estimate, internalSignOff: SignOff(date: date, name: "Chen"),
            clientSignOff: SignOff(date: date, name: "Li"))
    }

    private static func television() throws -> EstimateLine {
        try line(
            "tv", "TV spots", "media", "85000", price: "100000", quantity: 100, unit: "spot",
            basis: .commission(Commission(shareOfGross: Rate(percent: 15))), from: "2026-03-01", to: "2026-03-31",
            earning: .units)
    }

    private static func film(_ foreign: String, _ cost: String) throws -> EstimateLine {
        try line(
            "film", "Launch film", "production", cost, foreign: foreign, from: "2026-01-01", to: "2026-02-28")
    }

    private static func fee() throws -> EstimateLine {
        try line("fee", "Agency fee", "fee", "30000", price: "40000", quantity: 6, unit: "month", basis: .fixed)
    }

    private static func line(
        _ id: LineID, _ name: String, _ category: String, _ cost: String, price: String? = nil, foreign: String? = nil,
        quantity: Rate = 1, unit: String? = nil, basis: PriceBasis = .passThrough, from: String? = nil,
        to: String? = nil, earning: EarningRule = .percentComplete
    ) throws -> EstimateLine {
        let supplierCost = try foreign.map { try Money($0, .hkd) } ?? yuan(cost)
        return EstimateLine(
            id: id, name: name, category: category, phase: nil, supplier: nil, quantity: quantity, unit: unit,
            unitCost: try Rate(Int128(supplierCost.minorUnits), over: 100) / quantity,
            supplierCurrency: supplierCost.currency, exchangeRate: foreign == nil ? 1 : try Rate(9, over: 10),
            supplierCost: supplierCost, cost: try yuan(cost), price: try yuan(price ?? cost), basis: basis,
            activities: [], start: from.map(day), finish: to.map(day), earning: earning)
    }

    // MARK: What happened

    private static func happened() throws -> [CostEvent] {
        try [
            event("PO-1", .order, "2026-01-10", "film", "46000", order: "PO-1", foreign: "50000"),
            event("W-1", .workDone, "2026-01-31", "film", "18400", order: "PO-1", foreign: "20000"),
            event("W-2", .workDone, "2026-02-28", "film", "23000", order: "PO-1", foreign: "25000"),
            event("C-1", .orderChange, "2026-03-02", "film", "9200", order: "PO-1", foreign: "10000"),
            event("I-1", .invoice, "2026-03-20", "film", "36800", order: "PO-1", foreign: "40000"),
            event("PO-2", .order, "2026-02-20", "tv", "85000", order: "PO-2"),
            event("W-3", .workDone, "2026-03-16", "tv", "40000", order: "PO-2"),
            event("T-1", .time, "2026-01-31", "fee", "5000"), event("T-2", .time, "2026-02-28", "fee", "5000"),
            event("T-3", .time, "2026-03-31", "fee", "5000"), event("X-1", .expense, "2026-03-05", "travel", "3000"),
            event("B-1", .bill, "2026-02-10", nil, "50000", due: "2026-03-12"),
            event("R-1", .receipt, "2026-03-11", nil, "30000", settles: "B-1"),
        ] + [
            progress("P-1", "2026-01-31", "film", .share(Rate(percent: 40))),
            progress("P-2", "2026-02-28", "film", .share(Rate(percent: 80))),
            progress("P-3", "2026-03-31", "film", .finished), progress("P-4", "2026-03-16", "tv", .units(50)),
            progress("F-1", "2026-01-31", "fee", .share(Rate(1, over: 6))),
            progress("F-2", "2026-02-28", "fee", .share(Rate(2, over: 6))),
            progress("F-3", "2026-03-31", "fee", .share(Rate(3, over: 6))),
        ]
    }

    private static func event(
        _ id: String, _ kind: CostEvent.Kind, _ date: String, _ line: LineID?, _ amount: String, order: String? = nil,
        foreign: String? = nil, due: String? = nil, settles: String? = nil
    ) throws -> CostEvent {
        let (book, document) = (try yuan(amount), try foreign.map { try Money($0, .hkd) } ?? yuan(amount))
        return CostEvent(
            id: id, kind: kind, date: day(date), line: line, order: order, party: "Harbour Films", amount: document,
            tax: .zero(document.currency), bookAmount: book,
            exchange: foreign == nil
                ? nil : .init(rate: try Rate(92, over: 100), isDerived: false, date: day(date), source: nil),
            due: due.map(day), settles: settles)
    }

    private static func progress(
        _ id: String, _ date: String, _ line: LineID, _ progress: CostEvent.ReportedProgress
    ) -> CostEvent {
        CostEvent(
            id: id, kind: .progress, date: day(date), line: line, amount: .zero(.cny), tax: .zero(.cny),
            bookAmount: .zero(.cny), progress: progress)
    }

    private static func day(_ text: String) -> CivilDay { CivilDay(text)! }
    private static func yuan(_ text: String) throws -> Money { try Money(text, .cny) }
}
