import MediaSpend
import Monetary
import WorkTime

/// Flights as heat maps: brands over all media, and the media of the two that matter most.
struct FlightMaps {
    let words: SpendWords
    let flights: Flighting

    private static let mediaLimit = 6

    private var periods: FlightPeriods { flights.periods }

    var brands: HeatMap {
        map(words.say(.brandMap), flights.brands.map { row($0.brand, words.named($0.brand), $0.allMedia) })
    }

    /// The client and its largest rival, or the two largest brands; `nil` where neither used two media.
    var media: HeatMap? {
        let shown = flights.brands.prefix(2).filter { $0.media.count > 1 }
        guard !shown.isEmpty else { return nil }
        let rows = shown.flatMap { brand in
            [row(brand.brand, words.named(brand.brand), brand.allMedia)]
                + brand.media.prefix(Self.mediaLimit).map { medium in
                    HeatMap.Row(words.named(medium.medium), places(medium.airTime), isPart: true)
                }
        }
        return map(words.say(.mediaMap(shown.map { words.named($0.brand) })), rows)
    }

    private func map(_ title: String, _ rows: [HeatMap.Row]) -> HeatMap {
        HeatMap(
            title,
            summary: words.say(
                .map(
                    periods.unit, first: words.period(0, of: flights),
                    last: words.period(periods.count - 1, of: flights))),
            unit: .money(currency: words.currency), columns: columns, rows: rows, nothingLabel: words.say(.offAir),
            unknownLabel: words.say(.notDelivered))
    }

    private func row(_ brand: String, _ label: String, _ airTime: AirTime) -> HeatMap.Row {
        HeatMap.Row(label, places(airTime), isStrong: brand == words.client)
    }

    private func places(_ airTime: AirTime) -> [HeatMap.Value] {
        zip(airTime.presence, airTime.spend).map { presence, spend in
            switch presence {
            // On air over all media, with more credited in one than was spent in the others.
            case .on: spend.minorUnits > 0 ? .value(spend.approximateUnits) : .nothing
            case .off: .nothing
            case .unknown: .unknown
            }
        }
    }

    /// A month is written where it begins, a year where the first of its months is.
    private var columns: [HeatMap.Place] {
        periods.days.indices.map { place in
            let month = month(at: place)
            let before = place > 0 ? self.month(at: place - 1) : nil
            return HeatMap.Place(
                words.period(place, of: flights), mark: month == before ? nil : words.book.monthName(month.month),
                group: month.year == before?.year ? nil : String(month.year))
        }
    }

    private func month(at place: Int) -> CivilMonth { CivilMonth(of: periods.days[place].upperBound) }
}
