import MediaSpend
import Monetary
import WorkTime

extension SpendReportWriter {
    /// When the client and the largest brands were on the air, and what they bought.
    var flighting: Section? {
        let flights = analysis.flighting
        guard flights.brands.contains(where: { !$0.allMedia.flights.isEmpty }) else { return nil }
        let maps = FlightMaps(words: words, flights: flights)
        let tables = FlightTables(words: words, flights: flights)
        let patterns = PatternTables(words: words, patterns: analysis.patterns)
        let charts = [maps.brands, maps.media].compactMap(\.self).map { Block.chart(.heatMap($0)) }
        return Section(
            book.say(FlightPhrase.heading),
            [.list(FlightNews(words: words, flights: flights, month: month).sentences)] + charts
                + (tables.all + patterns.all).map(Block.table))
    }
}

extension SpendWords {
    func say(_ phrase: FlightPhrase) -> String { book.say(phrase) }
    func say(_ phrase: FlightSentence) -> String { book.say(phrase) }

    /// A period as a sentence names it.
    func period(_ place: Int, of flights: Flighting) -> String {
        say(.period(flights.periods.unit, flights.periods.days[place]))
    }
}

/// What stands out in flights, in a sentence each.
struct FlightNews {
    let words: SpendWords
    let flights: Flighting
    let month: CivilMonth

    var sentences: [String] {
        guard let first = flights.brands.first else { return [] }
        return [course(of: first), hiatus(of: first), contested, met, offAir].compactMap(\.self)
    }

    private var unit: FlightPeriods.Unit { flights.periods.unit }

    private func course(of brand: BrandFlights) -> String {
        let airTime = brand.allMedia
        return words.say(
            .course(
                brand: words.named(brand.brand), unit, on: airTime.count(.on),
                of: airTime.count(.on) + airTime.count(.off), flights: airTime.flights.count))
    }

    private func hiatus(of brand: BrandFlights) -> String? {
        brand.allMedia.longestHiatus.map { hiatus in
            words.say(
                .hiatus(
                    brand: words.named(brand.brand), unit, count: hiatus.count,
                    since: words.period(hiatus.lowerBound, of: flights)))
        }
    }

    private var contested: String? {
        guard let client = flights.client, flights.brands.count > 1, let share = flights.contested.value else {
            return nil
        }
        return words.say(.contested(brand: client, unit, share))
    }

    /// The rival most of whose money was on air together with the client.
    private var met: String? {
        guard let client = flights.client else { return nil }
        let rivals = flights.overlaps.filter { $0.medium == nil }.compactMap { overlap in
            overlap.ofRivalSpend.value.map { share in
                (name: overlap.rival, share: share, amount: share * spendOnAir(of: overlap.rival))
            }
        }
        guard let most = rivals.max(by: { $0.amount < $1.amount }), most.amount > 0 else { return nil }
        return words.say(.met(rival: words.named(most.name), client: client, unit, most.share))
    }

    private func spendOnAir(of brand: String) -> Double {
        flights.brands.first { $0.brand == brand }?.allMedia.spendOnAir.approximateUnits ?? 0
    }

    private var offAir: String? {
        let silent = flights.brands.compactMap { brand -> String? in
            guard case .off(let since) = brand.allMedia.state else { return nil }
            return words.say(
                .silentSince(brand: words.named(brand.brand), unit, words.period(since, of: flights)))
        }
        return silent.isEmpty ? nil : words.say(.offAir(Array(silent.prefix(4)), month))
    }
}
