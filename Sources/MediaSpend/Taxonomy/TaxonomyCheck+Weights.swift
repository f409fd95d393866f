import Diagnostics
import Monetary

extension TaxonomyCheck {
    /// How brands are shared out among categories: the weights of a brand that hold in the same months add up to 1.
    mutating func weightings(_ drafts: [TaxonomyDraft.WeightDraft]) -> [String: [Taxonomy.Weighting]] {
        let readable = drafts.compactMap { read($0) }
        let ofBrand = Dictionary(grouping: readable, by: \.brand.value)
        var weightings: [String: [Taxonomy.Weighting]] = [:]
        for brand in readable.map(\.brand.value).uniqued() {
            let lines = ofBrand[brand] ?? []
            let spans = lines.map(\.span).uniqued()
            let groups = spans.map { span in lines.filter { $0.span == span } }
            reportOverlaps(
                groups.map { ($0[0].span, $0[0].place) }, "the share of “\(brand)” in categories")
            weightings[brand] = groups.compactMap { weighting(of: brand, $0) }
        }
        return weightings
    }

    private struct ReadWeight {
        let brand: Located<String>
        let category: Taxonomy.Name
        let weight: Rate
        let span: MonthSpan
        let place: SourcePlace?
    }

    private mutating func read(_ draft: TaxonomyDraft.WeightDraft) -> ReadWeight? {
        let brand = needed(draft.brand, "brand", at: draft.place)
        let stated = needed(draft.category, "category", at: draft.place)
        let category = stated.flatMap { self.category($0, at: draft.place) }
        let weight = self.weight(draft.weight, at: draft.place)
        let span = self.span(draft.validity, at: draft.place)
        guard let brand, let category, let weight, let span else { return nil }
        return ReadWeight(
            brand: brand, category: category, weight: weight, span: span, place: draft.category?.place ?? draft.place)
    }

    /// The category or subcategory of this text; the narrower where both are called so.
    private mutating func category(_ text: Located<String>, at place: SourcePlace?) -> Taxonomy.Name? {
        for level in [TaxonomyLevel.subcategory, .category] {
            let name = Taxonomy.Name(level: level, text: text.value)
            if placed.contains(where: { $0.name == name }) { return name }
        }
        let names = placed.map(\.name).filter { $0.level == .category || $0.level == .subcategory }.map(\.text)
        report(
            "taxonomy.unknown-category", "no category or subcategory “\(text.value)” is listed",
            advice: nearestName(to: text.value, among: names).map { "is “\($0)” meant?" } ?? "list it under categories",
            at: text.place ?? place)
        return nil
    }

    /// One measure for all weights: with at most nine decimals, each is a whole number of parts of it.
    private static let measure: Int128 = 1_000_000_000

    private mutating func weight(_ text: Located<String>?, at place: SourcePlace?) -> Rate? {
        guard let text, !text.value.isEmpty else { return .one }
        if let weight = try? Rate(text.value), weight > .zero, weight <= .one,
            Self.measure % weight.denominator == 0
        {
            return weight
        }
        report(
            "taxonomy.bad-weight", "“\(text.value)” is not a weight",
            advice: "write a part of the whole with at most nine decimals, such as 60% or 0.6", at: text.place ?? place)
        return nil
    }

    private mutating func weighting(of brand: String, _ lines: [ReadWeight]) -> Taxonomy.Weighting? {
        var repeated: Set<Taxonomy.Name> = []
        for line in lines where !repeated.insert(line.category).inserted {
            report(
                "taxonomy.overlap", "“\(brand)” is put twice into “\(line.category.text)”",
                advice: "keep one of the two", at: line.place)
        }
        let parts = lines.map { $0.weight.numerator * (Self.measure / $0.weight.denominator) }
        guard parts.reduce(0, +) == Self.measure else {
            let sum = lines.reduce(Rate?.some(.zero)) { sum, line in sum.flatMap { try? $0 + line.weight } }
            report(
                "taxonomy.weights",
                "the weights of “\(brand)” add up to \(sum.map(\.percentText) ?? "something else"), and not to 100%",
                advice: "correct them, or add the category that is missing", at: lines[0].place)
            return nil
        }
        return Taxonomy.Weighting(
            span: lines[0].span, categories: lines.map(\.category), parts: parts.map { Int64($0) })
    }
}

extension Rate {
    /// `99.5%`, as exact as two decimals are.
    fileprivate var percentText: String {
        guard let hundredths = try? times(10_000, rounding: .halfEven) else { return "\(self)" }
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        return rest == 0 ? "\(whole)%" : "\(whole).\(rest < 10 ? "0" : "")\(rest)%"
    }
}

extension Sequence where Element: Hashable {
    /// Each element once, where it comes first.
    func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
