import Diagnostics
import Formats
public import MediaSpend
import Monetary
public import Parallel
import Reports
public import Store
import WorkTime

/// A cut of one's own through a workspace's spend.
public struct SpendCut: Sendable {
    public var rows: [SpendDimension]
    public var across: SpendDimension?
    public var filter: CubeFilter
    /// How many rows are listed before all others become one.
    public var limit: Int
    public var shown: CrossTablePaper.Measure
    public var source: String?
    public var asOf: DeliveryID?

    public init(
        rows: [SpendDimension], across: SpendDimension? = nil, where filter: CubeFilter = .all, limit: Int = 20,
        showing shown: CrossTablePaper.Measure = .spend, source: String? = nil, asOf: DeliveryID? = nil
    ) {
        self.rows = rows
        self.across = across
        self.filter = filter
        self.limit = limit
        self.shown = shown
        self.source = source
        self.asOf = asOf
    }
}

extension Answer {
    /// Spend by rows and columns of one's choice, with the parts down and across.
    ///
    /// - Throws: a `Rejection` when a name is not among the data or nothing was delivered; ``Failure``.
    public static func spendQuery(
        _ cut: SpendCut, in store: String, on workers: Workers = .all
    ) throws -> Answer {
        try translatingSpendFaults {
            let workspace = try Workspace.existing(at: store)
            let market = try workspace.market(of: cut.source, asOf: cut.asOf)
            let cube = try workspace.cube(
                of: market.source, by: cut.rows + [cut.across].compactMap(\.self), where: cut.filter,
                DeliveryChoice(asOf: cut.asOf), on: workers)
            guard let cube else { throw Failure(.ours, store, cause: "the data went away while being read") }
            let findings = try workspace.findings(on: cut.filter, market, DeliveryChoice(asOf: cut.asOf), workers)
            let table = CrossTable(cube, rows: cut.rows, across: cut.across, limit: cut.limit)
            return Answer(
                name: "spend-query", findings: findings, isNegative: false, body: table.json(of: market),
                paper: CrossTablePaper(table, of: market, where: cut.filter, showing: cut.shown))
        }
    }
}

extension Workspace {
    /// What of a filter the data cannot answer: months that were not delivered.
    ///
    /// - Throws: a `Rejection` with every name that the data do not know, and where no month was delivered: a table would
    ///   hide it.
    fileprivate func findings(
        on filter: CubeFilter, _ market: MarketData, _ choice: DeliveryChoice, _ workers: Workers
    ) throws -> [Finding] {
        var findings = FindingList()
        for (dimension, names) in filter.names.sorted(by: { $0.key < $1.key }) {
            let known = try cube(of: market.source, by: [dimension], choice, on: workers)?.names(in: dimension) ?? []
            let isKnown = Set(known)
            for name in names.sorted() where !isKnown.contains(name) {
                findings.report(
                    Finding(
                        "spend.unknown-name", .error, "no \(dimension.rawValue) is called “\(name)”",
                        advice: nearestName(to: name, among: known).map { "is “\($0)” meant?" }
                            ?? "write the name exactly as the data do"))
            }
        }
        let missing = (filter.months ?? []).filter { !market.covers($0) }.sorted()
        if !missing.isEmpty, missing.count == filter.months?.count {
            findings.report(
                Finding(
                    "spend.month-not-delivered", .error, "not delivered: \(spans(of: missing))",
                    advice: "ask for some of the months there are: \(spans(of: market.months))"))
        } else if !missing.isEmpty {
            findings.report(
                Finding(
                    "spend.months-missing", .warning, "not delivered, and not in the sums: \(spans(of: missing))",
                    advice: "import their files"))
        }
        try findings.throwIfErrors()
        let months = filter.months ?? Set(market.months)
        return findings.inReadingOrder + (try partialMonths(of: market.source, choice, among: months))
    }
}

extension CrossTable {
    /// The members that `spend query --json` states.
    fileprivate func json(of market: MarketData) -> JSONValue {
        [
            "by": .array(rowDimensions.map { .string($0.rawValue) }),
            "across": columnDimension.map { .string($0.rawValue) } ?? .null,
            "currency": .string(market.currency.code), "basis": .string(market.basis.rawValue),
            "columns": .array(columns.map(JSONValue.string)), "otherColumns": .integer(otherColumns),
            "rows": .array(rows.map(json)), "otherRows": .integer(otherRows), "rest": rest.map(json) ?? .null,
            "totals": json(totals),
        ]
    }

    private func json(_ row: Row) -> JSONValue {
        .object(
            [
                ("names", .array(row.names.map(JSONValue.string))),
                ("cells", .array(row.cells.map(\.json))), ("spend", row.total.json),
                ("percentDown", .array(row.cells.indices.map { number(down(row, at: $0)) })),
                ("percentAcross", .array(row.cells.indices.map { number(across(row, at: $0)) })),
            ] + figure("share", down(row)))
    }

    private func number(_ derived: Derived<Double>) -> JSONValue { derived.value.map(JSONValue.number) ?? .null }
}
