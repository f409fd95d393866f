import WorkTime

extension StoreCheckSentence {
    /// What opens the paper; `nil` for anything else.
    var headline: Wording? {
        switch self {
        case .clientDistribution(let brand, let month, let stores, let visited, let rate, let asides)
        where stores == visited:
            Wording(
                en:
                    "In \(month) \(brand) is carried by every one of the \(visited, "store", "stores") visited, a distribution of \(percent: rate)\(Asides(asides)).",
                zh: "\(month)走访的\(visited)家门店均已铺货\(brand)，铺货率\(percent: rate)\(Asides(asides))。")
        case .clientDistribution(let brand, let month, let stores, let visited, let rate, let asides):
            Wording(
                en:
                    "In \(month) \(brand) is carried by \(stores) of the \(visited, "store", "stores") visited, a distribution of \(percent: rate)\(Asides(asides)).",
                zh: "\(month)走访的\(visited)家门店中，\(stores)家铺货\(brand)，铺货率\(percent: rate)\(Asides(asides))。")
        case .clientMissing(let brand, let month, let visited):
            Wording(
                en: "In \(month) none of the \(visited, "store", "stores") visited carries \(brand).",
                zh: "\(month)走访的\(visited)家门店均未铺货\(brand)。")
        case .widest(let brand, let month, let visited, let rate, let asides):
            Wording(
                en:
                    "In \(month) \(brand) has the widest distribution: \(percent: rate) of the \(visited, "store", "stores") visited\(Asides(asides)).",
                zh: "\(month)走访\(visited)家门店，\(brand)铺货最广，铺货率\(percent: rate)\(Asides(asides))。")
        case .nothingHandled(let month, let visited):
            Wording(
                en: "In \(month) none of the \(visited, "store", "stores") visited handles any of the products.",
                zh: "\(month)走访的\(visited)家门店均未铺货。")
        case .standing(let standing):
            Wording(
                en: "It \(list: standing).", zh: "\(Clauses(standing))。")
        case .rival(let brand, let rate, let change, let standing):
            Wording(
                en:
                    "Its widest rival, \(brand), reaches \(percent: rate)\(Asides([change].compactMap(\.self)))\(standing.isEmpty ? "" : "; it ")\(list: standing).",
                zh:
                    "铺货最广的竞品是\(brand)：铺货率\(percent: rate)\(Asides([change].compactMap(\.self)))\(standing.isEmpty ? "" : "，")\(Clauses(standing))。"
            )
        case .onChange(let change, let month): Wording(en: "\(change) on \(month)", zh: "较\(month)\(change)")
        case .unchangedSince(let month): Wording(en: "unchanged since \(month)", zh: "与\(month)持平")
        case .unchanged: Wording(en: "unchanged", zh: "持平")
        case .weighted(let rate): Wording(en: "weighted \(rate)", zh: "加权铺货率\(rate)")
        case .inCategory(let brand, let category): Wording(en: "\(brand) (\(category))", zh: "\(brand)（\(category)）")
        default: nil
        }
    }
}

/// Remarks in parentheses; nothing when there are none.
private struct Asides: Phrase {
    let asides: [String]

    init(_ asides: [String]) { self.asides = asides }

    var wording: Wording {
        guard !asides.isEmpty else { return Wording("") }
        return Wording(en: " (\(asides.joined(separator: ", ")))", zh: "（\(asides.joined(separator: "，"))）")
    }
}

/// Parts of a Chinese sentence, between commas.
private struct Clauses: Phrase {
    let parts: [StoreCheckStanding]

    init(_ parts: [StoreCheckStanding]) { self.parts = parts }

    var wording: Wording {
        let book = Phrasebook(.simplifiedChinese)
        return Wording("\(parts.map { book.say($0) }.joined(separator: "，"))")
    }
}
