import MediaSpend
import Monetary
import WorkTime

extension SpendReportWriter {
    /// How many sentences a page has room for beside its figures.
    private var commentaryLimit: Int { 9 }

    /// What is worth telling of the month beyond the headline, the weightiest for the client first.
    var commentary: [Commentary] {
        let all = brandNews + marketNews + outlookNews
        let order = all.indices.sorted { (all[$0].weight, $1) > (all[$1].weight, $0) }
        return order.prefix(commentaryLimit).map { all[$0] }
    }

    func comment(
        _ sentence: SpendSentence, in table: String? = nil, weight: Double, _ figures: [StatedFigure]
    ) -> Commentary {
        Commentary(text: book.say(sentence), table: table, figures: figures, weight: weight)
    }

    // MARK: Weight

    /// How much an amount matters: its part of all spend, times the client's share, which it moves.
    func stake(_ amount: Int64) -> Double { stake(Int128(amount)) }

    /// The same of a difference, which may be larger than an amount can be.
    func stake(from base: Money, to amount: Money) -> Double {
        stake(Int128(amount.minorUnits) - Int128(base.minorUnits))
    }

    private func stake(_ amount: Int128) -> Double {
        guard let total = brands.total?.minorUnits, total > 0 else { return 0 }
        return Double(amount.magnitude) / Double(total) * exposure
    }

    /// The client's share, or its share before where it is silent; 1 in a paper without a client.
    var exposure: Double {
        guard analysis.client != nil else { return 1 }
        return [clientLine?.share.value, clientLine?.previousShare.value].compactMap(\.self).first { $0 > 0 } ?? 1
    }

    // MARK: Figures

    func figure(
        _ measure: StatedFigure.Measure, brand: String? = nil, without: [String] = [], in month: CivilMonth? = nil,
        against base: CivilMonth? = nil, _ value: StatedFigure.Value
    ) -> StatedFigure {
        StatedFigure(
            measure, of: brand.map { [.brand: $0] } ?? [:], without: without, in: month ?? self.month, against: base,
            value)
    }
}
