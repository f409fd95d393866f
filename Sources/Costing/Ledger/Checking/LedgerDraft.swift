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
    ///
    /// There may be a million of them, and each states only a few of its fields: it holds no more than those.
    public struct Row: Sendable {
        public var place: SourcePlace?
        public var id: Located<String>
        public var kind: Located<CostEvent.Kind>
        public var date: Located<CivilDay>
        public var due: Located<CivilDay>?
        public var rateDate: Located<CivilDay>?
        private var texts: [(field: Field, text: Located<String>)] = []

        public init(id: Located<String>, kind: Located<CostEvent.Kind>, date: Located<CivilDay>) {
            place = id.place
            self.id = id
            self.kind = kind
            self.date = date
            texts.reserveCapacity(Self.usualCount)
        }

        /// How many texts a row states, most often: line or order, party, amount, tax, what it settles.
        private static let usualCount = 5

        /// What a field states as a text.
        public subscript(field: Field) -> Located<String>? {
            get { texts.first { $0.field == field }?.text }
            set {
                texts.removeAll { $0.field == field }
                if let newValue { texts.append((field, newValue)) }
            }
        }

        /// Where a field stands; `nil` where it is not stated.
        func place(of field: Field) -> SourcePlace? {
            switch field {
            case .id, .job: id.place
            case .kind: kind.place
            case .date: date.place
            case .due: due?.place
            case .rateDate: rateDate?.place
            default: self[field]?.place
            }
        }

        /// Whether a field that not every row has is stated.
        func states(_ field: Field) -> Bool {
            switch field {
            case .due: due != nil
            case .rateDate: rateDate != nil
            default: texts.contains { $0.field == field }
            }
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
    public var line: Located<String>? {
        get { self[.line] }
        set { self[.line] = newValue }
    }
    public var order: Located<String>? {
        get { self[.order] }
        set { self[.order] = newValue }
    }
    public var party: Located<String>? {
        get { self[.party] }
        set { self[.party] = newValue }
    }
    public var amount: Located<String>? {
        get { self[.amount] }
        set { self[.amount] = newValue }
    }
    public var currency: Located<String>? {
        get { self[.currency] }
        set { self[.currency] = newValue }
    }
    public var tax: Located<String>? {
        get { self[.tax] }
        set { self[.tax] = newValue }
    }
    public var bookAmount: Located<String>? {
        get { self[.bookAmount] }
        set { self[.bookAmount] = newValue }
    }
    public var rate: Located<String>? {
        get { self[.rate] }
        set { self[.rate] = newValue }
    }
    public var rateSource: Located<String>? {
        get { self[.rateSource] }
        set { self[.rateSource] = newValue }
    }
    public var settles: Located<String>? {
        get { self[.settles] }
        set { self[.settles] = newValue }
    }
    public var percent: Located<String>? {
        get { self[.percent] }
        set { self[.percent] = newValue }
    }
    public var units: Located<String>? {
        get { self[.units] }
        set { self[.units] = newValue }
    }
    public var milestone: Located<String>? {
        get { self[.milestone] }
        set { self[.milestone] = newValue }
    }
    public var memo: Located<String>? {
        get { self[.memo] }
        set { self[.memo] = newValue }
    }
}
