import Diagnostics
import Interchange
import MediaSpend
import Store

/// The competitive set that a question means, its names checked against the data.
struct SpendScope {
    let set: CompetitiveSet
    /// From outside, as fractions; `nil` where none were given.
    let marketShares: [String: Double]?
    /// From outside; `nil` where none were given.
    let ratings: AudienceRatings?
    let findings: [Finding]

    /// - Throws: a `Rejection` with every name that the data do not know, and the nearest one that they do.
    init(_ question: SpendQuestion, _ market: MarketData, in workspace: Workspace) throws {
        let names = try workspace.cube(of: market.source, by: [.category, .brand], question.choice)
        let categories = names?.names(in: .category) ?? []
        // Under a category that is not known, brands are looked for among all.
        let category = question.category.flatMap { categories.contains($0) ? $0 : nil }
        let inScope = category.flatMap { names?.restricted(to: [$0], in: .category) } ?? names
        let known = Known(categories: categories, brands: Swift.Set(inScope?.names(in: .brand) ?? []))
        var check = ScopeCheck(known: known)
        check.category(question.category)
        let declared = try check.declaredSet(question.set)
        var brands = declared?.brands ?? []
        check.client(question.brand, in: category, &brands)
        marketShares = try check.marketShares(question.marketShares, of: brands)
        ratings = try question.ratings.map { file in
            let media = try workspace.cube(of: market.source, by: [.medium], question.choice)?.names(in: .medium) ?? []
            let others = category.flatMap { own in
                names?.restricted(to: Swift.Set(categories.filter { $0 != own }), in: .category)
            }
            let ratings = try RatingsCheck(
                file, for: question.month,
                RatingsCheck.Known(
                    media: media, brands: Swift.Set(names?.names(in: .brand) ?? []),
                    brandsInScope: brands.isEmpty ? known.brands : Swift.Set(brands),
                    brandsElsewhere: Swift.Set(others?.names(in: .brand) ?? [])))
            check.report(contentsOf: ratings.findings)
            return ratings.ratings
        }
        try check.findings.throwIfErrors()
        set = CompetitiveSet(
            declared?.name ?? question.category, categories: question.category.map { [$0] } ?? [], brands: brands)
        findings = check.findings.inReadingOrder
    }

    /// The names that occur in the data; brands of the category that is asked about.
    struct Known {
        let categories: [String]
        let brands: Swift.Set<String>
    }
}

private struct ScopeCheck {
    let known: SpendScope.Known
    private(set) var findings = FindingList()

    init(known: SpendScope.Known) { self.known = known }

    mutating func category(_ name: String?) {
        guard let name, !known.categories.contains(name) else { return }
        findings.report(
            Finding(
                "spend.unknown-category", .error, "the data know no category “\(name)”",
                advice: advice(for: name, among: known.categories)))
    }

    /// The brands of a set file that the data know; each other one is a finding.
    mutating func declaredSet(_ file: InputFile?) throws -> (name: String?, brands: [String])? {
        guard let file else { return nil }
        let source = try file.text(findings: &findings)
        let reading = try CompetitiveSetFile.read(source)
        for brand in reading.brands where !known.brands.contains(brand.value) {
            findings.report(
                source.showing(
                    Finding(
                        "spend.unknown-brand", .error, "the data know no brand “\(brand.value)” here",
                        advice: advice(for: brand.value, among: known.brands.sorted()), at: brand.place)))
        }
        return (reading.name, reading.brands.map(\.value))
    }

    /// The client belongs to its own competitive set.
    mutating func client(_ name: String?, in category: String?, _ brands: inout [String]) {
        guard let name else { return }
        guard known.brands.contains(name) else {
            findings.report(
                Finding(
                    "spend.unknown-brand", .error,
                    "the data know no brand “\(name)”" + (category.map { " in “\($0)”" } ?? ""),
                    advice: advice(for: name, among: known.brands.sorted())))
            return
        }
        guard !brands.isEmpty, !brands.contains(name) else { return }
        brands.append(name)
        findings.report(
            Finding(
                "spend.brand-outside-set", .note, "“\(name)” was not in the competitive set and was added",
                advice: "add it to the file of the set"))
    }

    /// The shares of a file. A brand that the data do not know may be one that never advertises, or another spelling; one
    /// outside of a declared set has no share of the set's spend.
    mutating func marketShares(_ file: InputFile?, of set: [String]) throws -> [String: Double]? {
        guard let file else { return nil }
        let source = try file.text(findings: &findings)
        let shares = try MarketShareFile.read(source)
        let outside = shares.filter { share in
            known.brands.contains(share.brand.value) && !set.isEmpty && !set.contains(share.brand.value)
        }
        for share in shares where !known.brands.contains(share.brand.value) {
            report(
                "spend.unknown-brand", "“\(share.brand.value)” spends nothing in the data",
                advice(for: share.brand.value, among: known.brands.sorted()), at: share.brand, in: source)
        }
        for share in outside {
            report(
                "spend.brand-outside-set", "“\(share.brand.value)” is not in the competitive set and was left out",
                "add it to the set, or leave the set out", at: share.brand, in: source)
        }
        let left = Swift.Set(outside.map(\.brand.value))
        return Dictionary(
            shares.filter { !left.contains($0.brand.value) }.map { ($0.brand.value, Double($0.share)) }
        ) { first, _ in first }
    }

    private mutating func report(
        _ id: FindingID, _ message: String, _ advice: String, at brand: Located<String>, in source: SourceText
    ) {
        findings.report(source.showing(Finding(id, .warning, message, advice: advice, at: brand.place)))
    }

    mutating func report(contentsOf findings: FindingList) {
        self.findings.report(contentsOf: findings.inReadingOrder)
    }

    private func advice(for name: String, among names: [String]) -> String { adviceOnName(name, among: names) }
}

/// What to write instead of a name that the data do not know.
func adviceOnName(_ name: String, among names: [String]) -> String {
    if let nearest = nearestName(to: name, among: names) { return "is “\(nearest)” meant?" }
    return names.count <= 12
        ? "use one of: \(names.joined(separator: ", "))" : "write the name exactly as the data do"
}
