import Diagnostics
import Interchange
import MediaSpend
import Store
public import WorkTime

/// The rows of a workspace as the month file that they came from: `headroom spend export`.
///
/// Rows come in the order of the file. They are written as they are read, so that memory does not grow with them.
public struct SpendExport {
    /// Notes on what is written.
    public let findings: [Finding]
    private let workspace: Workspace
    private let source: String
    private let choice: DeliveryChoice
    private let months: Set<CivilMonth>?
    private let deliveries: [StoredDelivery]
    private let layout: Layout?

    /// - Parameters:
    ///   - store: the workspace.
    ///   - source: the layout of the data; needed only where a workspace holds data of several.
    ///   - delivery: the number of one delivery; `nil`: each month as the delivery stored last states it.
    ///   - month: one month only.
    ///   - layout: the name of a layout of the seeds, or its file; `nil`: the seed that has the name of the source, and
    ///     where there is none, columns with the names of the dimensions.
    /// - Throws: a `Rejection` when there are no such rows; ``Failure``.
    public init(
        store: String, source: String? = nil, delivery: Int64? = nil, month: CivilMonth? = nil, layout: String? = nil
    ) throws {
        self = try translatingSpendFaults {
            let workspace = try Workspace.existing(at: store)
            let source = try workspace.source(asked: source, of: delivery)
            let choice = delivery.map { DeliveryChoice.only(DeliveryID(rawValue: $0)) } ?? .latest
            guard let market = try workspace.market(of: source, choice) else {
                throw Rejection(findings: [try workspace.unknownDelivery(delivery, of: source)])
            }
            if let month, !market.covers(month) {
                throw Rejection(findings: [notDelivered(month, among: market.months)])
            }
            let known =
                try layout.map { try Layout(named: $0, fitting: nil) } ?? Layout.seeds.first { $0.name == source }
            return try SpendExport(workspace, source, choice, month.map { [$0] }, known)
        }
    }

    private init(
        _ workspace: Workspace, _ source: String, _ choice: DeliveryChoice, _ months: Set<CivilMonth>?,
        _ layout: Layout?
    ) throws {
        self.workspace = workspace
        self.source = source
        self.choice = choice
        self.months = months
        self.layout = layout
        deliveries = try workspace.deliveries(of: source)
        findings =
            layout != nil
            ? []
            : [
                Finding(
                    "spend.unknown-columns", .note,
                    "the layout “\(source)” is not known here: the columns have the names of what they hold",
                    advice: "give its file with --layout to have the vendor's columns")
            ]
    }

    /// Hands on the file, piece by piece.
    ///
    /// - Throws: ``Failure``, and what `receive` throws.
    public func write(_ receive: ([UInt8]) throws -> Void) throws {
        try translatingSpendFaults {
            guard let currency = deliveries.first?.delivery.currency else { return }
            var writer = MonthFileWriter(layout, currency)
            try receive(writer.header())
            try workspace.forEachChunk(of: source, Set(SpendDimension.allCases), choice, in: months) { chunk, names in
                try receive(writer.lines(of: chunk, names))
            }
            if let whole { try receive(writer.controlLine(of: whole)) }
        }
    }

    /// The delivery that is written from its first row to its last; of parts its control total says nothing.
    private var whole: Delivery? {
        guard months == nil else { return nil }
        if case .only(let id) = choice { return deliveries.first { $0.id == id }?.delivery }
        return deliveries.count == 1 ? deliveries[0].delivery : nil
    }

    /// Writes the file, whole or not at all.
    ///
    /// - Throws: ``Failure``.
    public func write(to path: String) throws {
        try OutputFile.write(to: path) { write in try self.write(write) }
    }
}

extension Workspace {
    /// The layout whose data are meant: that of the delivery, where one is named.
    fileprivate func source(asked name: String?, of delivery: Int64?) throws -> String {
        let stored = try deliveries().first { $0.id.rawValue == delivery }
        return try source(asked: name ?? stored?.delivery.source)
    }

    fileprivate func unknownDelivery(_ number: Int64?, of source: String) throws -> Finding {
        let known = try deliveries(of: source).map { "\($0.id)" }
        return Finding(
            "spend.unknown-delivery", .error,
            "“\(name)” holds no delivery \(number.map { "\($0) " } ?? "")of “\(source)”",
            advice: "use one of: \(known.joined(separator: ", "))")
    }
}

private func notDelivered(_ month: CivilMonth, among months: [CivilMonth]) -> Finding {
    Finding(
        "spend.month-not-delivered", .error, "\(month) was not delivered",
        advice: "ask for one of the months there are: \(spans(of: months))")
}
