import WorkTime

/// How spend grew, as a part of a sentence: in per cent, from ten times as much on in times, since nobody can picture
/// 24,861.8%; and what is shown as no growth is none.
struct SpendGrowthPhrase: Phrase {
    let growth: Double
    let base: CivilMonth
    let span: Span

    /// What a month is compared with: the same month a year ago, or the month before.
    enum Span: Hashable, Sendable { case year, month }

    init(_ growth: Double, since base: CivilMonth, _ span: Span) {
        self.growth = growth
        self.base = base
        self.span = span
    }

    var wording: Wording {
        if growth >= 9 {
            let times = Figure.number(growth + 1, decimals: 0)
            return Wording(en: "\(times) times as much as in \(base)", zh: "为\(base)的\(times)倍")
        }
        if growth.magnitude < 0.000_5 { return Wording(en: "as much as in \(base)", zh: "与\(base)持平") }
        let (year, rises) = (span == .year, growth > 0)
        return Wording(
            en: rises ? "\(size: growth) more than in \(base)" : "\(size: growth) less than in \(base)",
            zh: "\(year ? "同比" : "环比")\(rises ? "增长" : "下降")\(size: growth)")
    }
}
