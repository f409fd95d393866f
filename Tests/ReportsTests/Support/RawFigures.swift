import MediaSpend
import Monetary
import WorkTime

/// Works out what sentences state from the purchases themselves, by plain sums and loops that share nothing with the
/// engine.
struct RawFigures {
    let market: SampleMarket
    var client: String?

    private typealias Rows = [SpendDimension: String]

    private func matches(_ purchase: SampleMarket.Purchase, _ rows: Rows) -> Bool {
        (rows[.brand] ?? purchase.brand) == purchase.brand && (rows[.medium] ?? purchase.medium) == purchase.medium
            && (rows[.category] ?? purchase.category) == purchase.category
    }

    private func spend(
        _ rows: Rows = [:], _ months: ClosedRange<CivilMonth>, without: [String] = []
    ) -> Double {
        let counted = market.purchases.filter {
            months.contains($0.month) && matches($0, rows) && !without.contains($0.brand)
        }
        return Double(counted.reduce(0) { $0 + $1.spend })
    }

    /// What a figure should be, in fen where it is money; `nil` for those that only a model knows.
    func value(of figure: StatedFigure) -> Double? {
        let (rows, months) = (figure.rows, figure.months)
        let base = figure.base ?? months
        let own: Rows = client.map { [.brand: $0] } ?? [:]
        func spend(_ rows: Rows = [:], _ months: ClosedRange<CivilMonth>) -> Double {
            self.spend(rows, months, without: figure.without)
        }
        switch figure.measure {
        case .spend: return spend(rows, months)
        case .rivalMultiple: return (spend([:], months) - spend(own, months)) / spend(own, months)
        case .change: return spend(rows, months) - spend(rows, base)
        case .gap: return (spend(rows, months) - spend(own, months)).magnitude
        case .growth: return (spend(rows, months) - spend(rows, base)) / spend(rows, base)
        case .share: return share(rows, months)
        case .shareChange: return share(rows, months) - share(rows, base)
        case .shareEffect: return effect(on: own, of: rows, without: figure.without, months, base)
        case .rank: return Double(1 + spenders(months).values.count { $0 > spend(rows, months) })
        case .brands:
            let before = figure.base.map(spenders) ?? [:]
            return Double(spenders(months).count { $0.value > 0 && (before[$0.key] ?? 0) == 0 })
        case .concentration: return shares(months).reduce(0) { $0 + $1 * $1 } * 10_000
        case .fourLargest: return shares(months).prefix(4).reduce(0, +)
        case .index:
            return 100 * share(rows, months) / share(rows.filter { $0.key == .medium }, months)
        case .volume, .mix, .price, .new, .lost: return part(figure.measure, months, base)
        case .usual, .excess, .weight, .expected, .low80, .high80, .expectedGrowth, .deviation: return nil
        }
    }

    /// Of a medium in what else the rows name; of anything else in the whole.
    private func share(_ rows: Rows, _ months: ClosedRange<CivilMonth>) -> Double {
        spend(rows, months) / spend(rows[.medium] == nil ? [:] : rows.filter { $0.key != .medium }, months)
    }

    private func effect(
        on own: Rows, of rows: Rows, without: [String], _ months: ClosedRange<CivilMonth>,
        _ base: ClosedRange<CivilMonth>
    ) -> Double {
        let change =
            (spend(rows, months, without: without) - spend(rows, base, without: without)) / spend([:], months)
        return rows == own ? (1 - share(own, base)) * change : -share(own, base) * change
    }

    private func spenders(_ months: ClosedRange<CivilMonth>) -> [String: Double] {
        Dictionary(grouping: market.purchases.filter { months.contains($0.month) }, by: \.brand).mapValues {
            $0.reduce(0) { $0 + Double($1.spend) }
        }
    }

    private func shares(_ months: ClosedRange<CivilMonth>) -> [Double] {
        spenders(months).values.map { $0 / spend([:], months) }.sorted(by: >)
    }

    /// Of the change, by cells of category and medium: the only ones that sample purchases have.
    private func part(
        _ measure: StatedFigure.Measure, _ months: ClosedRange<CivilMonth>, _ base: ClosedRange<CivilMonth>
    ) -> Double {
        let cells = Set(market.purchases.map { [$0.category, $0.medium] }).sorted { $0.lexicographicallyPrecedes($1) }
        var byCategory: [String: (volume: (Double, Double), spend: (Double, Double), repriced: Double)] = [:]
        var (new, lost) = (0.0, 0.0)
        for cell in cells {
            func sum(_ months: ClosedRange<CivilMonth>) -> (Double, Double)? {
                let bought = market.purchases.filter {
                    months.contains($0.month) && $0.category == cell[0] && $0.medium == cell[1]
                }
                guard !bought.isEmpty else { return nil }
                return (
                    bought.reduce(0) { $0 + Double($1.insertions) }, bought.reduce(0) { $0 + Double($1.spend) }
                )
            }
            switch (sum(base), sum(months)) {
            case (let before?, let after?):
                var sums = byCategory[cell[0]] ?? ((0, 0), (0, 0), 0)
                sums.volume = (sums.volume.0 + before.0, sums.volume.1 + after.0)
                sums.spend = (sums.spend.0 + before.1, sums.spend.1 + after.1)
                sums.repriced += after.0 * before.1 / before.0
                byCategory[cell[0]] = sums
            case (nil, let after?): new += after.1
            case (let before?, nil): lost -= before.1
            case (nil, nil): break
            }
        }
        return switch measure {
        case .new: new
        case .lost: lost
        default:
            byCategory.values.reduce(0) { total, sums in
                let atVolume = sums.volume.1 * sums.spend.0 / sums.volume.0
                switch measure {
                case .volume: return total + atVolume - sums.spend.0
                case .mix: return total + sums.repriced - atVolume
                default: return total + sums.spend.1 - sums.repriced
                }
            }
        }
    }
}
