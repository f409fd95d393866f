import Diagnostics
import Formats
import MediaSpend
import Reports
import Store

extension Answer {
    /// What the quality gate said of each stored delivery, and what was accepted, by whom and why.
    ///
    /// - Parameter source: the layout of the data; `nil`: all of them.
    /// - Throws: a `Rejection` when the workspace holds no such data; ``Failure``.
    public static func spendChecks(of source: String? = nil, in store: String) throws -> Answer {
        try translatingSpendFaults {
            let workspace = try Workspace.existing(at: store)
            let source = source == nil ? nil : try workspace.source(asked: source)
            let deliveries = try workspace.deliveries(of: source)
            var quality: [DeliveryID: DeliveryQuality] = [:]
            for source in Set(deliveries.map(\.delivery.source)) {
                quality.merge(try workspace.quality(of: source)) { first, _ in first }
            }
            let lines = deliveries.map {
                SpendChecksPaper.Line($0.id.rawValue, $0.delivery, quality[$0.id]?.report)
            }
            return Answer(
                name: "spend-checks", findings: [], isNegative: false,
                body: ["store": .string(store), "deliveries": .array(lines.map(\.json))],
                paper: SpendChecksPaper(lines, workspace: store))
        }
    }
}

extension SpendChecksPaper.Line {
    fileprivate var json: JSONValue {
        .object(
            [
                ("delivery", .integer(Int(number))), ("file", .string(delivery.file)),
                ("source", .string(delivery.source)), ("rows", .integer(delivery.rows)),
                ("spend", delivery.spend.json), ("currency", .string(delivery.currency.code)),
                ("months", .array(delivery.months.map { .string($0.month.description) })),
            ] + jsonMember("quality", report?.json(in: delivery.currency), else: "not-kept"))
    }
}
