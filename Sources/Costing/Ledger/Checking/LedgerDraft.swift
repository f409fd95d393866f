public import Diagnostics
public import Monetary
public import WorkTime

/// Events of one job as somebody states them, which may be wrong.
///
/// A line that cannot be read at all is left out, and its id is ``unread``, so that what refers to it is not found at fault.
public struct LedgerDraft: Sendable {
    public var job: JobID
    /// The currency of the books where it is said; else that of the estimate or of what is posted already.
    public var currency: Currency?
    public var rows: [Row]
    /// Ids of lines that were left out.
    public var unread: Set<String>

    public init(
        job: JobID, currency: Currency? = nil, rows: [Row] = [], unread: Set<String> = []
    ) {
        self.job = job
        self.currency = currency
        self.rows = rows
        self.unread = unread
    }

    /// One event. Amounts are texts, as their decimals depend on a currency that may come from an order.
    public struct Row: Sendable {
        public var place: SourcePlace?
        public var id: Located<String>
        public var kind: Located<CostEvent.Kind>
        public var date: Located<CivilDay>
        public var line: Located<String>?
        public var order: Located<String>?
        public var party: Located<String>?
        public var amount: Located<String>?
        public var currency: Located<String>?
        public var tax: Located<String>?
        public var bookAmount: Located<String>?
        public var rate: Located<String>?
        public var rateDate: Located<CivilDay>?
        public var rateSource: Located<String>?
        public var due: Located<CivilDay>?
        public var settles: Located<String>?
        public var percent: Located<String>?
        public var units: Located<String>?
        public var milestone: Located<String>?
        public var memo: Located<String>?

        public init(id: Located<String>, kind: Located<CostEvent.Kind>, date: Located<CivilDay>) {
            place = id.place
            self.id = id
            self.kind = kind
            self.date = date
        }
    }

    /// The fields by the names of their columns.
    public enum Field: String, Sendable, CaseIterable {
        case id
        case job
        case date
        case kind
        case line
        case order
        case party
        case amount
        case currency
        case tax
        case bookAmount = "book_amount"
        case rate
        case rateDate = "rate_date"
        case rateSource = "rate_source"
        case due
        case settles
        case percent
        case units
        case milestone
        case memo
    }
}

extension LedgerDraft.Row {
    /// Where a field stands; `nil` where it is not stated.
    func place(of field: LedgerDraft.Field) -> SourcePlace? {
        switch field {
        case .id, .job: id.place
        case .date: date.place
        case .kind: kind.place
        case .line: line?.place
        case .order: order?.place
        case .party: party?.place
        case .amount: amount?.place
        case .currency: currency?.place
        case .tax: tax?.place
        case .bookAmount: bookAmount?.place
        case .rate: rate?.place
        case .rateDate: rateDate?.place
        case .rateSource: rateSource?.place
        case .due: due?.place
        case .settles: settles?.place
        case .percent: percent?.place
        case .units: units?.place
        case .milestone: milestone?.place
        case .memo: memo?.place
        }
    }

    func states(_ field: LedgerDraft.Field) -> Bool {
        switch field {
        case .id, .job, .date, .kind, .memo: true
        case .line: line != nil
        case .order: order != nil
        case .party: party != nil
        case .amount: amount != nil
        case .currency: currency != nil
        case .tax: tax != nil
        case .bookAmount: bookAmount != nil
        case .rate: rate != nil
        case .rateDate: rateDate != nil
        case .rateSource: rateSource != nil
        case .due: due != nil
        case .settles: settles != nil
        case .percent: percent != nil
        case .units: units != nil
        case .milestone: milestone != nil
        }
    }
}
