package import Monetary
package import WorkTime

/// Where a job stood at the ends of several days, put together order by order and document by document: an order is reckoned
/// anew only for days by which something happened to it.
///
/// What happened comes in pieces, each as of a day: what a workspace keeps of a month as of its last day.
package struct StandingCourse {
    private let currency: Currency
    private let days: [CivilDay]
    private let closings: [LedgerTotals.OrderPart: [Piece<Int>]]
    private var rows: [LineID: Int] = [:]
    /// By line, then by day.
    private var sums: [[LineSum]] = []
    /// By line: the first day by which anything had happened on it.
    private var beginnings: [Int] = []
    /// By day.
    private var client: [LedgerTotals.LineTotals]
    private var orders: [OrderStanding] = []
    private var receivables: [OpenItem] = []
    private var received: MoneyTotal

    /// What happened up to a day and after the day of the piece before.
    package struct Piece<Totals> {
        package let day: CivilDay
        package let totals: Totals

        package init(_ totals: Totals, by day: CivilDay) {
            self.day = day
            self.totals = totals
        }
    }

    /// - Parameters:
    ///   - days: ascending, at least one.
    ///   - closings: how often orders or lines of them were closed, less how often that was taken back, by day.
    package init(
        inBooksOf currency: Currency, on days: [CivilDay], closings: [LedgerTotals.OrderPart: [Piece<Int>]]
    ) {
        self.currency = currency
        self.days = days
        self.closings = closings
        received = MoneyTotal(in: currency)
        client = Array(repeating: LedgerTotals.LineTotals(in: currency), count: days.count)
    }

    // MARK: Taking in

    /// - Parameter pieces: of one line of one order, by day.
    /// - Throws: `overflow`.
    package mutating func add(_ target: OrderLine, _ pieces: [Piece<OrderTotals>]) throws(MonetaryFault) {
        var sum: OrderTotals?
        var standing: OrderStanding?
        var next = pieces.startIndex
        let row = row(of: target.line)
        for (index, day) in days.enumerated() {
            let known = next
            while next < pieces.endIndex, pieces[next].day <= day {
                try sum.add(pieces[next].totals)
                next += 1
            }
            guard let sum else { continue }
            let isClosed = isClosed(target, on: day)
            if next > known || isClosed != standing?.isClosed {
                standing = try sum.standing(of: target, isClosed: isClosed)
            }
            beginnings[row] = min(beginnings[row], index)
            if let standing { try sums[row][index].add(standing) }
        }
        if let standing { orders.append(standing) }
    }

    /// - Parameter pieces: of one document, by day.
    /// - Throws: `overflow`.
    package mutating func add(_ pieces: [Piece<DocumentTotals>]) throws(MonetaryFault) {
        var document: DocumentTotals?
        var paid: Money?
        var next = pieces.startIndex
        let row = row(of: pieces.first?.totals.line)
        for (index, day) in days.enumerated() {
            let known = next
            while next < pieces.endIndex, pieces[next].day <= day {
                try document.add(pieces[next].totals)
                next += 1
            }
            guard let row, let document, document.isOfSupplier else { continue }
            if next > known { paid = try document.bookPaidNet() }
            beginnings[row] = min(beginnings[row], index)
            if let paid { try sums[row][index].addPayment(paid) }
        }
        guard let document, !document.isOfSupplier else { return }
        try received.add(document.bookPaid)
        if let item = try document.openItem() { receivables.append(item) }
    }

    /// - Parameter piece: what is booked beside orders on a line; of the job as a whole where the line is `nil`.
    /// - Throws: `overflow`.
    package mutating func add(_ line: LineID?, _ piece: Piece<LedgerTotals.LineTotals>) throws(MonetaryFault) {
        let row = row(of: line)
        for (index, day) in days.enumerated() where piece.day <= day {
            try client[index].add(piece.totals)
            guard let row else { continue }
            beginnings[row] = min(beginnings[row], index)
            try sums[row][index].add(piece.totals)
        }
    }

    private mutating func row(of line: LineID?) -> Int? {
        guard let line else { return nil }
        return row(of: line) as Int
    }

    /// Where the sums of a line stand.
    private mutating func row(of line: LineID) -> Int {
        if let row = rows[line] { return row }
        rows[line] = sums.count
        sums.append(Array(repeating: LineSum(in: currency), count: days.count))
        beginnings.append(days.count)
        return sums.count - 1
    }

    private func isClosed(_ target: OrderLine, on day: CivilDay) -> Bool {
        guard !closings.isEmpty else { return false }
        return [nil, target.line].contains { line in
            let pieces = closings[LedgerTotals.OrderPart(target.order, line), default: []]
            return pieces.lazy.filter { $0.day <= day }.reduce(0) { $0 + $1.totals } > 0
        }
    }

    // MARK: Giving out

    /// - Parameter progress: see ``LedgerHistory``.
    /// - Throws: `overflow`.
    package consuming func history(progress: [CostEvent]) throws(MonetaryFault) -> LedgerHistory {
        orders.sort { ($0.order, $0.line) < ($1.order, $1.line) }
        receivables.sort { ($0.due, $0.document) < ($1.due, $1.document) }
        var standings: [LedgerStanding] = []
        for index in days.indices { standings.append(try standing(at: index)) }
        return LedgerHistory(
            standings: standings, progress: progress, receivables: receivables, received: try received.money())
    }

    private func standing(at index: Int) throws(MonetaryFault) -> LedgerStanding {
        var standings: [LineStanding] = []
        for (line, row) in rows.sorted(by: { $0.key < $1.key }) where beginnings[row] <= index {
            standings.append(try sums[row][index].standing(of: line))
        }
        return LedgerStanding(
            day: days[index], currency: currency, lines: standings, orders: index == days.count - 1 ? orders : [],
            client: try client[index].clientStanding())
    }
}

extension Optional<OrderTotals> {
    fileprivate mutating func add(_ other: OrderTotals) throws(MonetaryFault) {
        if self == nil { self = other } else { try self?.add(other) }
    }
}

extension Optional<DocumentTotals> {
    fileprivate mutating func add(_ other: DocumentTotals) throws(MonetaryFault) {
        if self == nil { self = other } else { try self?.add(other) }
    }
}
