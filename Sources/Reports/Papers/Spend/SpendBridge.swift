import MediaSpend
import Monetary

/// The parts that lead from the spend of one month to that of another, over all categories of a set.
struct SpendBridge {
    let from: Money
    let to: Money
    let change: Money
    let parts: [Part]

    struct Part {
        let name: SpendPhrase
        let measure: StatedFigure.Measure
        let amount: Money
    }

    init?(_ analysis: MonthlyAnalysis) { self.init(analysis.decompositions, in: analysis.market.currency) }

    /// The sum of several categories' decompositions; `nil` when one of them is absent or there are none.
    init?(_ lines: [Decomposition], in currency: Currency) {
        let parts = lines.compactMap(\.parts.value)
        func sum(_ amounts: [Money?]) -> Money? {
            amounts.contains(nil) ? nil : try? amounts.compactMap(\.self).total(in: currency)
        }
        guard !parts.isEmpty, parts.count == lines.count, let from = sum(lines.map(\.from)),
            let to = sum(lines.map(\.to)), let change = try? to - from, let volume = sum(parts.map(\.volume)),
            let mix = sum(parts.map(\.mix)), let price = sum(parts.map(\.price)), let new = sum(parts.map(\.new)),
            let lost = sum(parts.map(\.lost))
        else { return nil }
        self.from = from
        self.to = to
        self.change = change
        self.parts = [
            Part(name: .volume, measure: .volume, amount: volume),
            Part(name: .mediaMixPart, measure: .mix, amount: mix),
            Part(name: .unitPrice, measure: .price, amount: price), Part(name: .newCells, measure: .new, amount: new),
            Part(name: .lostCells, measure: .lost, amount: lost),
        ]
    }
}
