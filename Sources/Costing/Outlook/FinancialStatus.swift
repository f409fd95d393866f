public import Monetary
public import WorkTime

/// Where the money of a job stands at the end of a day, all that a monthly status tells: forecast and headroom, the chain
/// from estimate to payment by line, causes, warnings, the pace of media, and the client's side.
public struct FinancialStatus: Sendable {
    public let outlook: JobOutlook
    /// The forecast against the first version that was approved: why the job is where it is.
    public let cause: CostCause
    /// The most pressing first.
    public let warnings: [CostWarning]
    /// `nil` for a job without media.
    public let pacing: JobPacing?
    /// All invoices sent, before tax, retainers included, less credit notes.
    public let invoiced: Money
    /// Tax included.
    public let received: Money
    /// What the contract foresees to be billed by the day, before tax.
    public let dueToBeBilled: Money

    /// Media is paced through the day itself, as everything else here is: what is booked on the last of a month counts in it.
    ///
    /// - Throws: `overflow`.
    public init(
        _ outlook: JobOutlook, rules: CostWarningRules = .standard, calendar: DeliveryCalendar = .even,
        isCapped: Bool = false
    ) throws(MonetaryFault) {
        let (books, currency) = (outlook.books, outlook.estimate.currency)
        self.outlook = outlook
        cause = try CostCause(of: outlook, against: books.versions.first?.estimate ?? outlook.estimate)
        warnings = try outlook.warnings(rules)
        let pacing = try JobPacing(
            outlook.status.plan, spent: books.standing, today: books.day.advanced(by: 1), calendar: calendar,
            isCapped: isCapped)
        self.pacing = pacing.lines.isEmpty ? nil : pacing
        invoiced = try books.standing.client.invoiced()
        received = books.history.received
        dueToBeBilled = try outlook.estimate.billing.filter { $0.date <= books.day }.map(\.amount).total(in: currency)
    }

    public var day: CivilDay { outlook.books.day }

    /// What the ledger knows of a line; `nil` where no event names it.
    public func standing(of line: LineID) -> LineStanding? { outlook.books.standing.line(line) }
}
