/// What a brand is on the shelf beside its distribution: a part of a sentence, in English “is out of stock in 6.1% of its
/// places (−0.5 pp)”, in Chinese “缺货率6.1%（−0.5个百分点）”.
enum StoreCheckStanding: Phrase {
    case outOfStock(rate: Double, change: String?)
    case shareOfShelf(Double, change: String?)
    case priceIndex(String, change: String?)

    var wording: Wording {
        switch self {
        case .outOfStock(let rate, let change):
            Wording(
                en: "is out of stock in \(percent: rate) of its places\(Self.aside(change, in: .english))",
                zh: "缺货率\(percent: rate)\(Self.aside(change, in: .simplifiedChinese))")
        case .shareOfShelf(let share, let change):
            Wording(
                en: "holds \(percent: share) of the shelf\(Self.aside(change, in: .english))",
                zh: "排面占比\(percent: share)\(Self.aside(change, in: .simplifiedChinese))")
        case .priceIndex(let index, let change):
            Wording(
                en: "has a price index of \(index)\(Self.aside(change, in: .english))",
                zh: "价格指数\(index)\(Self.aside(change, in: .simplifiedChinese))")
        }
    }

    private static func aside(_ change: String?, in language: Language) -> String {
        change.map { Phrasebook(language).say(LayoutPhrase.inParentheses($0)) } ?? ""
    }
}
