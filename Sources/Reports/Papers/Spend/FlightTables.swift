import MediaSpend
import Monetary
import WorkTime

/// Flights in figures: how often and how heavily on air, how they meet the client's, and each one.
struct FlightTables {
    let words: SpendWords
    let flights: Flighting

    var all: [Table] { [summary, overlap, list].compactMap(\.self) }

    private var book: Phrasebook { words.book }
    private var periods: FlightPeriods { flights.periods }
    private var unit: FlightPeriods.Unit { periods.unit }

    // MARK: Flights and hiatuses

    /// Every brand over all media, and the first two medium by medium.
    private var summary: Table {
        let rows = flights.brands.enumerated().flatMap { position, brand in
            [row(words.name(brand.brand), words.say(.allMedia), brand.allMedia)]
                + (position < 2 && brand.media.count > 1
                    ? brand.media.map {
                        row(Cell(words.named(brand.brand), emphasis: .muted), words.named($0.medium), $0.airTime)
                    } : [])
        }
        return Table(
            "flights", title: words.say(.flights),
            columns: [
                Column(book.say(.brand)), Column(book.say(.medium)), Column(words.say(.flightCount), .integer),
                Column(words.say(.onAir(unit)), .integer), Column(words.money(FlightPhrase.meanWeight(unit)), .money),
                Column(words.say(.longestHiatus(unit)), .integer, importance: .useful),
                Column(words.say(.state), importance: .useful),
            ], rows: rows, rowLimit: 30, remark: remark)
    }

    private func row(_ brand: Cell, _ medium: String, _ airTime: AirTime) -> [Cell] {
        [
            brand, Cell(medium), book.cell(.integer(airTime.flights.count)), book.cell(.integer(airTime.count(.on))),
            money(airTime.meanWeight), airTime.longestHiatus.map { book.cell(.integer($0.count)) } ?? .empty,
            Cell(said(airTime.state)),
        ]
    }

    private func said(_ state: AirState) -> String {
        switch state {
        case .on(let since, let atLeast): words.say(.stillOn(since: period(since), atLeast: atLeast))
        case .off(let since): words.say(.offSince(period(since)))
        case .neverOn: words.say(.neverOn)
        case .unknown: words.say(.notKnown)
        }
    }

    /// The first day, which is short enough for a column; of months the month.
    private func period(_ place: Int) -> String {
        let first = periods.days[place].lowerBound
        return unit == .week ? book.day(first, .dated) : book.month(CivilMonth(of: first))
    }

    private var remark: String {
        let unknown = periods.isDelivered.count { !$0 }
        let sentences: [FlightSentence?] = [
            .whatIsOnAir(unit), .anyMedium, flights.allowedGap > 0 ? .gap(unit, flights.allowedGap) : nil,
            unit == .month ? .byMonths : nil, unknown > 0 ? .unknown(unit, unknown) : nil,
        ]
        return book.list(sentences: sentences.compactMap(\.self).map { words.say($0) })
    }

    // MARK: Overlap

    /// How rivals meet the client; `nil` without a client or a rival.
    private var overlap: Table? {
        guard let client = flights.client, let largest = flights.overlaps.first?.rival else { return nil }
        let shown = flights.overlaps.filter { $0.medium == nil || $0.rival == largest }
        return Table(
            "flight-overlap", title: words.say(.overlap(client)),
            columns: [
                Column(words.say(.rival)), Column(book.say(.medium)), Column(words.say(.shared(unit)), .integer),
                Column(words.say(.ofItsPeriods(unit)), .percent, importance: .useful),
                Column(words.say(.ofItsSpend), .percent),
                Column(words.say(.ofClientPeriods(client, unit)), .percent),
            ],
            rows: shown.map { line in
                [
                    Cell(words.named(line.rival), emphasis: line.medium == nil ? .plain : .muted),
                    Cell(line.medium.map(words.named) ?? words.say(.allMedia)), book.cell(.integer(line.sharedPeriods)),
                    words.share(line.ofRivalPeriods), words.share(line.ofRivalSpend), words.share(line.ofClientPeriods),
                ]
            }, rowLimit: 24, remark: words.say(.overlapRemark(unit)))
    }

    // MARK: All flights

    private var list: Table {
        let counts = flights.brands.contains { $0.allMedia.flights.contains { $0.insertions != nil } }
        let columns: [Column?] = [
            Column(book.say(.brand)), Column(book.say(.medium)), Column(words.say(.from), .date),
            Column(words.say(.through), .date), Column(words.say(.length(unit)), .integer),
            Column(words.say(.onAir(unit)), .integer, importance: .useful),
            Column(words.money(FlightPhrase.flightSpend), .money),
            counts ? Column(words.say(.insertions), .integer, importance: .extra) : nil,
            Column(words.say(.remarkHead), importance: .extra),
        ]
        let rows = flights.brands.flatMap { brand in
            brand.allMedia.flights.map { row(of: $0, words.name(brand.brand), words.say(.allMedia), counts) }
                + brand.media.flatMap { medium in
                    medium.airTime.flights.map {
                        row(
                            of: $0, Cell(words.named(brand.brand), emphasis: .muted), words.named(medium.medium), counts
                        )
                    }
                }
        }
        return Table(
            "flight-list", title: words.say(.listOfFlights), columns: columns.compactMap(\.self), rows: rows,
            rowLimit: 10)
    }

    private func row(of flight: Flight, _ brand: Cell, _ medium: String, _ counts: Bool) -> [Cell] {
        let cells: [Cell?] = [
            brand, Cell(medium), date(flight.periods.lowerBound, \.lowerBound),
            date(flight.periods.upperBound, \.upperBound),
            book.cell(.integer(flight.periods.count)), book.cell(.integer(flight.periodsOnAir)),
            book.cell(whole: flight.spend),
            counts ? flight.insertions.map { book.cell(.integer(Int($0))) } ?? .empty : nil,
            Cell(remark(on: flight)),
        ]
        return cells.compactMap(\.self)
    }

    private func date(_ place: Int, _ end: KeyPath<ClosedRange<CivilDay>, CivilDay>) -> Cell {
        let day = periods.days[place][keyPath: end]
        return unit == .month ? book.cell(.month(CivilMonth(of: day))) : book.cell(day, .dated)
    }

    private func remark(on flight: Flight) -> String {
        switch (flight.mayBeginEarlier, flight.mayGoOn) {
        case (true, true): words.say(.mayBoth)
        case (true, false): words.say(.mayBeginEarlier)
        case (false, true): words.say(.mayGoOn)
        case (false, false): ""
        }
    }

    private func money(_ money: Derived<Money>) -> Cell {
        switch money {
        case .value(let money): book.cell(whole: money)
        case .absent(let reason): book.cell(.absent(reason: book.say(SpendAbsencePhrase(reason: reason))))
        }
    }
}
