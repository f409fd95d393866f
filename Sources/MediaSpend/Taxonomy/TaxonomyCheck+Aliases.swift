import Diagnostics

extension TaxonomyCheck {
    /// The names of the data that are called otherwise here.
    mutating func checkedAliases(
        _ drafts: [TaxonomyDraft.AliasDraft], _ weights: [String: [Taxonomy.Weighting]]
    ) -> [Taxonomy.Name: [Taxonomy.Alias]] {
        let known = Set(placed.map(\.name)).union(weights.keys.map { Taxonomy.Name(level: .brand, text: $0) })
        let readable = drafts.compactMap { read($0) }
        let aliased = Set(readable.map(\.name))
        var aliases: [Taxonomy.Name: [Taxonomy.Alias]] = [:]
        var places: [Taxonomy.Name: [(span: MonthSpan, place: SourcePlace?)]] = [:]
        for alias in readable {
            check(alias, known, aliased)
            aliases[alias.name, default: []].append(Taxonomy.Alias(span: alias.span, canonical: alias.canonical.text))
            places[alias.name, default: []].append((alias.span, alias.place))
        }
        for name in places.keys.sorted(by: Taxonomy.Name.precedes) {
            reportOverlaps(places[name] ?? [], "the alias “\(name.text)”")
        }
        return aliases
    }

    private struct ReadAlias {
        let name: Taxonomy.Name
        let canonical: Taxonomy.Name
        let span: MonthSpan
        let place: SourcePlace?
    }

    private mutating func read(_ draft: TaxonomyDraft.AliasDraft) -> ReadAlias? {
        let levels = TaxonomyLevel.allCases.filter { $0.dimension != nil }
        let level = self.level(draft.level, among: levels, at: draft.place)
        let name = needed(draft.name, "name", at: draft.place)
        let canonical = needed(draft.canonical, "is", at: draft.place)
        let span = self.span(draft.validity, at: draft.place)
        guard let level, let name, let canonical, let span else { return nil }
        return ReadAlias(
            name: Taxonomy.Name(level: level, text: name.value),
            canonical: Taxonomy.Name(level: level, text: canonical.value), span: span, place: name.place ?? draft.place)
    }

    private mutating func check(_ alias: ReadAlias, _ known: Set<Taxonomy.Name>, _ aliased: Set<Taxonomy.Name>) {
        let (name, canonical) = (alias.name, alias.canonical)
        if name == canonical || known.contains(name) {
            report(
                "taxonomy.alias-of-itself",
                "“\(name.text)” is a \(name.level.rawValue) of its own, and cannot be an alias too",
                advice: "take out one of the two", at: alias.place)
        } else if aliased.contains(canonical) {
            report(
                "taxonomy.alias-of-alias",
                "“\(name.text)” is an alias of “\(canonical.text)”, which is an alias itself",
                advice: "write what both are called here", at: alias.place)
        } else if !known.contains(canonical) {
            let names = known.filter { $0.level == name.level }.sorted(by: Taxonomy.Name.precedes).map(\.text)
            report(
                "taxonomy.unknown-name",
                "no \(name.level.rawValue) “\(canonical.text)” is listed, which “\(name.text)” is said to be",
                advice: nearestName(to: canonical.text, among: names).map { "is “\($0)” meant?" } ?? "list it",
                at: alias.place)
        }
    }
}
