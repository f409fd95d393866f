import MediaSpend

extension SpendSentence {
    /// What opens the paper.
    var headline: Wording {
        switch self {
        case .rivalsAgainstClient(let client, let month, let rivals, let own, let times) where times >= 1:
            Wording(
                en: "In \(month) rivals spent \(rivals) against \(own) of \(client): \(times: times) times as much.",
                zh: "\(month)，竞争品牌共花费\(rivals)，\(client)花费\(own)，竞争品牌为本品牌的\(times: times)倍。")
        case .rivalsAgainstClient(let client, let month, let rivals, let own, _):
            Wording(
                en: "In \(month) \(client) spent \(own), more than all rivals together with \(rivals).",
                zh: "\(month)，\(client)花费\(own)，超过全部竞争品牌之和（\(rivals)）。")
        case .onlyClient(let client, let month, let own):
            Wording(
                en: "In \(month) \(client) spent \(own) and no rival spent anything.",
                zh: "\(month)，\(client)花费\(own)，竞争品牌均无投放。")
        case .clientSilent(let client, let month, let rivals):
            Wording(
                en: "In \(month) rivals spent \(rivals) and \(client) spent nothing.",
                zh: "\(month)，竞争品牌共花费\(rivals)，\(client)没有投放。")
        case .clientPosition(let share, let changes, let rank, let brands):
            Wording(
                en:
                    "Its share of spend is \(share)\(Aside(changes: changes)), rank \(rank) of \(brands, "brand", "brands")",
                zh: "花费份额为\(share)\(Aside(changes: changes))，在\(brands)个品牌中排名第\(rank)")
        case .behindLargest(let rival, let gap):
            Wording(en: ", \(gap) behind \(rival), the largest.", zh: "，比投放最多的\(rival)少\(gap)。")
        case .aheadOfLargest(let rival, let gap):
            Wording(en: ", \(gap) ahead of \(rival), the next.", zh: "，比居次的\(rival)多\(gap)。")
        case .levelWithLargest(let rival):
            Wording(en: ", level with \(rival).", zh: "，与\(rival)持平。")
        case .setSpent(let scope, let month, let total):
            Wording(
                en: "In \(month) \(ScopePhrase(scope: scope)) spent \(total)",
                zh: "\(month)，\(ScopePhrase(scope: scope))共花费\(total)")
        case .yearOnYear(let growth, let month):
            Wording(
                en: ", \(SpendGrowthPhrase(growth, since: month, .year))",
                zh: "，\(SpendGrowthPhrase(growth, since: month, .year))")
        case .yearOnYearUnknown(let reason, let month):
            Wording(
                en: " (no comparison with \(month): \(SpendAbsencePhrase(reason: reason)))",
                zh: "（与\(month)不可比：\(SpendAbsencePhrase(reason: reason))）")
        case .monthOnMonth(let growth, let month):
            Wording(
                en: " and \(SpendGrowthPhrase(growth, since: month, .month)).",
                zh: "，\(SpendGrowthPhrase(growth, since: month, .month))。")
        case .leaders(let first, let share, let next, let nextShare):
            Wording(
                en: "\(first) leads with \(percent: share) of it, ahead of \(next) with \(percent: nextShare).",
                zh: "\(first)以\(percent: share)的份额居首，其次为\(next)（\(percent: nextShare)）。")
        case .onlyBrand(let brand):
            Wording(en: "All of it was spent by \(brand).", zh: "全部花费来自\(brand)。")
        case .largestCategory(let category, let share):
            Wording(
                en: "The largest category is \(category) with \(percent: share) of it.",
                zh: "最大的品类是\(category)，占\(percent: share)。")
        case .nothingSpent(let scope, let month):
            Wording(
                en: "In \(month) \(ScopePhrase(scope: scope)) spent nothing.",
                zh: "\(month)，\(ScopePhrase(scope: scope))没有投放。")
        case .credited(let scope, let month, let total):
            Wording(
                en:
                    "In \(month) credits to \(ScopePhrase(scope: scope)) exceed what they spent: \(RoundAmount(total)).",
                zh: "\(month)，\(ScopePhrase(scope: scope))的冲减额超过花费，合计\(RoundAmount(total))。")
        case .end: Wording(en: ".", zh: "。")
        default: preconditionFailure("no headline: \(self)")
        }
    }
}

/// Who spent, in the middle of a sentence.
private struct ScopePhrase: Phrase {
    let scope: SpendSentence.Scope

    var wording: Wording {
        switch scope {
        case .market: Wording(en: "all advertisers", zh: "全部广告主")
        case .category(let name): Wording(en: "the brands in \(name)", zh: "\(name)品类")
        case .set(let name?): Wording(en: "the set “\(name)”", zh: "“\(name)”范围内的品牌")
        case .set(nil): Wording(en: "the competitive set", zh: "竞争范围内的品牌")
        }
    }
}

/// Changes in parentheses; nothing when there are none.
private struct Aside: Phrase {
    let changes: [String]

    var wording: Wording {
        guard !changes.isEmpty else { return Wording("") }
        return Wording(
            en: " (\(changes.joined(separator: ", ")))", zh: "（\(changes.joined(separator: "，"))）")
    }
}
