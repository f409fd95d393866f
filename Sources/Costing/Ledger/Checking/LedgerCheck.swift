import Diagnostics
import Monetary
import WorkTime

/// Turns the rows of a draft into events, and finds fault with them: first orders, then what belongs to orders, then what
/// settles documents, and reversals last, whatever the order of the rows.
struct LedgerCheck {
    typealias Row = LedgerDraft.Row
    typealias Field = LedgerDraft.Field

    let draft: LedgerDraft
    let books: PostedBooks
    let scope: EstimateScope?
    let today: CivilDay?
    /// The currency of the books.
    let currency: Currency
    private var counter = FindingTally()
    /// One for each row; `nil` where it is at fault or in the books already.
    private var built: [CostEvent?]
    /// Where each event of the draft was first stated, by id.
    private var positions: [String: Int] = [:]
    /// With those of the draft.
    var orders: [String: PostedBooks.PostedOrder]
    /// Ids of rows that are at fault, and numbers of their orders: what refers to them is not found at fault as well.
    private var faulty: Set<String>
    /// Events that are taken back, in the books or in this draft.
    let reversed: Set<String>
    /// New reversals, by what they take back.
    private(set) var takenBack: [String: String] = [:]
    private var settledIDs: Set<String> = []
    var repeated = 0

    init(_ draft: LedgerDraft, _ books: PostedBooks, _ estimate: EstimateRecord?, on today: CivilDay?) {
        self.draft = draft
        self.books = books
        self.today = today
        scope = estimate.flatMap(EstimateScope.init)
        currency = books.currency ?? scope?.currency ?? draft.currency ?? Self.soleCurrency(of: draft) ?? .cny
        built = Array(repeating: nil, count: draft.rows.count)
        orders = books.orders
        faulty = draft.unread
        reversed = books.reversed.union(
            draft.rows.lazy.filter { $0.kind.value == .reversal }.compactMap { $0.settles?.value })
    }

    // MARK: Course

    mutating func run() {
        checkBooks()
        for rank in 0...3 {
            for (position, row) in draft.rows.enumerated() where row.kind.value.rank == rank { take(row, position) }
        }
        checkSettlements()
        checkClosedOrders()
        checkProgressFalls()
        checkClosedMonths()
        checkTurnover()
        checkTakenOff()
    }

    private mutating func take(_ row: Row, _ position: Int) {
        let event = built(row)
        guard let event else {
            faulty.insert(row.id.value)
            if let order = row.order?.value ?? (row.kind.value == .order ? row.id.value : nil) { faulty.insert(order) }
            return
        }
        guard positions[event.id] == nil else { return reportTwice(row, event) }
        positions[event.id] = position
        if let posted = books.events[event.id] { return compare(row, event, with: posted) }
        if let settled = event.settles {
            settledIDs.insert(settled)
            if event.kind == .reversal { takenBack[settled] = event.id }
        }
        built[position] = event
        if event.kind == .order { addOrder(row, event) }
    }

    /// In the order of the rows.
    var accepted: [CostEvent] { built.compactMap(\.self) }
    var findings: [Finding] { counter.findings }
    var settledInBooks: [CostEvent] {
        // A payment that is taken back counts against the document that it had settled.
        let taken = settledIDs.sorted().compactMap { books.events[$0] }
        let behind = taken.compactMap(\.settles).compactMap { books.events[$0] }
        return taken + behind
    }

    // MARK: Lookup

    /// An event of the draft or of the books.
    func event(_ id: String) -> CostEvent? { positions[id].flatMap { built[$0] } ?? books.events[id] }
    /// Of every event of the draft or of the books that something could refer to.
    var knownIDs: [String] { (Array(positions.keys) + books.events.keys).sorted() }
    /// Whether something of this name was found at fault already.
    func isFaulty(_ name: String) -> Bool { faulty.contains(name) }

    /// Each new event with its row, one after another: there may be a million, too many to be copied for each check.
    var builtRows: some Sequence<(row: Row, event: CostEvent)> {
        draft.rows.indices.lazy.compactMap { [rows = draft.rows, built] position in
            built[position].map { (rows[position], $0) }
        }
    }

    // MARK: Reporting

    /// The name that was likely meant, for the first few findings of a kind: candidates may be very many.
    func nearest(to name: String, among candidates: () -> [String], for id: FindingID) -> String? {
        counter.count(of: id) < 10 ? nearestName(to: name, among: candidates()) : nil
    }

    mutating func report(
        _ id: FindingID, _ message: String, advice: String, at place: SourcePlace?
    ) {
        counter.report(id) { Finding(id, .error, message, advice: advice, at: place) }
    }

    mutating func warn(
        _ id: FindingID, _ message: String, advice: String, at place: SourcePlace?
    ) {
        counter.report(id) { Finding(id, .warning, message, advice: advice, at: place) }
    }

    /// Without a currency said anywhere, the one that all rows agree on.
    private static func soleCurrency(of draft: LedgerDraft) -> Currency? {
        let codes = Set(draft.rows.lazy.compactMap { $0.currency?.value })
        guard codes.count == 1, let code = codes.first else { return nil }
        return try? Currency(code)
    }
}

extension CostEvent.Kind {
    /// What it may refer to comes before it.
    fileprivate var rank: Int {
        switch self {
        case .order: 0
        case .reversal: 3
        case .payment, .receipt, .creditNote, .billCredit: 2
        default: 1
        }
    }
}

/// What the versions of an estimate say of a job as a whole; abandoned ones say nothing.
struct EstimateScope {
    let currency: Currency
    let client: String
    let start: CivilDay
    let finish: CivilDay
    /// As the last version has them.
    let lines: [LineID: EstimateLine]

    init?(_ record: EstimateRecord) {
        let versions = record.versions.filter { $0.state != .abandoned }.map(\.estimate)
        guard let last = versions.last, let first = versions.first else { return nil }
        (currency, client) = (last.currency, last.client)
        start = versions.map(\.start).min() ?? first.start
        finish = versions.map(\.finish).max() ?? last.finish
        lines = Dictionary(versions.flatMap(\.lines).map { ($0.id, $0) }) { $1 }
    }
}
