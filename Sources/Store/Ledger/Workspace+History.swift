public import Costing
import GRDB
import Monetary
public import WorkTime

extension Workspace {
    /// What a status needs of the books of a job, read from their sums by month, and of a month that is not over from its events;
    /// `nil` where nothing was posted.
    ///
    /// - Parameter days: ascending, at least one, and each but the last the end of a month.
    /// - Throws: ``StoreFailure``; a `MonetaryFault` where a sum cannot be counted.
    public func ledgerHistory(of job: JobID, on days: [CivilDay]) throws -> LedgerHistory? {
        try read { database in
            guard let books = try StoredBooks(of: job, in: database) else { return nil }
            return try books.history(on: days, in: database)
        }
    }

    /// The month of the first event of a job; `nil` where nothing was posted.
    ///
    /// - Throws: ``StoreFailure``.
    public func ledgerBeginning(of job: JobID) throws -> CivilMonth? {
        try read { database in try StoredBooks(of: job, in: database)?.events(in: database).firstMonth() }
    }

    /// The day of the last event of a job; `nil` where nothing was posted.
    ///
    /// - Throws: ``StoreFailure``.
    public func lastLedgerDay(of job: JobID) throws -> CivilDay? {
        try read { database in try StoredBooks(of: job, in: database)?.events(in: database).lastDay() }
    }
}

extension StoredBooks {
    private typealias Piece = StandingCourse.Piece

    fileprivate func history(on days: [CivilDay], in database: Database) throws -> LedgerHistory {
        let last = days[days.count - 1]
        let isMonthEnd = CivilMonth(of: last).lastDay == last
        let month = CivilMonth(of: last).advanced(by: isMonthEnd ? 0 : -1)
        var rest = isMonthEnd ? LedgerTotals(inBooksOf: currency) : try rest(of: last, in: database)
        let rollups = rollups(in: database)
        var closings = try rollups.closings(through: month)
        for (part, count) in rest.closings { closings[part, default: []].append(Piece(count, by: last)) }
        var course = StandingCourse(inBooksOf: currency, on: days, closings: closings)
        try rollups.eachOrder(through: month) { target, pieces in
            let more = rest.orders.removeValue(forKey: target).map { [Piece($0, by: last)] } ?? []
            try course.add(target, pieces + more)
        }
        for (target, totals) in rest.orders { try course.add(target, [Piece(totals, by: last)]) }
        try rollups.eachDocument(through: month) { pieces in
            let known = pieces.first.flatMap { rest.documents.removeValue(forKey: $0.totals.id) }
            try course.add(pieces + (known.map { [Piece($0, by: last)] } ?? []))
        }
        for (_, totals) in rest.documents { try course.add([Piece(totals, by: last)]) }
        try rollups.eachLine(through: month) { line, piece in try course.add(line, piece) }
        for (line, totals) in rest.lines { try course.add(line, Piece(totals, by: last)) }
        return try course.history(progress: progressReports(through: last, in: database))
    }

    /// The events of the last month up to a day, added up.
    private func rest(of day: CivilDay, in database: Database) throws -> LedgerTotals {
        let records = events(in: database)
        let events = try records.events(in: CivilMonth(of: day).firstDay...day)
        var former: [CostEvent] = []
        for id in Set(events.compactMap(\.settles)) {
            guard let event = try records.find(id) else { throw Damage("an event is missing") }
            former.append(event)
            if let behind = try event.settles.flatMap(records.find) { former.append(behind) }
        }
        return try LedgerTotals(of: events, naming: EventIndex(events, former: former), inBooksOf: currency)
    }

    private func progressReports(through day: CivilDay, in database: Database) throws -> [CostEvent] {
        let records = events(in: database)
        let reversed = try records.takenBack(by: day)
        return try records.progressReports().filter { $0.date <= day && !reversed.contains($0.id) }
            .sorted { ($0.date, $0.id) < ($1.date, $1.id) }
    }
}
