import Diagnostics
import Formats
import MediaSpend

/// Reads the keys of a taxonomy.
struct TaxonomyYAML {
    private(set) var findings: [Finding] = []

    mutating func draft(of root: YAMLNode) -> TaxonomyDraft {
        var group = YAMLGroup<TaxonomyKey>(root, subject: "taxonomy", owner: "the taxonomy")
        _ = group.text(.taxonomy)
        var draft = TaxonomyDraft()
        let orders: [(TaxonomyKey, TaxonomyLevel.Order)] = [(.categories, .categories), (.owners, .owners)]
        for (key, order) in orders {
            draft.nodes += group.list(key, "a list of names").map { node($0, of: order) }
        }
        draft.aliases = group.list(.aliases, "a list of names").map { alias($0) }
        draft.weights = group.list(.brands, "a list of brands").map { weight($0) }
        findings = group.findings + findings
        return draft
    }

    private mutating func node(_ element: YAMLNode, of order: TaxonomyLevel.Order) -> TaxonomyDraft.NodeDraft {
        var keys = YAMLGroup<TaxonomyNodeKey>(element, subject: "taxonomy", owner: "a name")
        let level = keys.text(.level)
        let node = TaxonomyDraft.NodeDraft(
            level: level, name: keys.text(.name), parent: keys.text(.parent),
            validity: keys.validity(from: .from, through: .through), place: element.place)
        findings += keys.findings
        if let level, let known = TaxonomyLevel(rawValue: level.value), known.order != order {
            findings.append(
                Finding(
                    "taxonomy.wrong-kind", .error, "a \(level.value) does not stand in this list",
                    advice: "list it under \(known.order == .owners ? "owners" : "categories")", at: level.place))
        }
        return node
    }

    private mutating func alias(_ element: YAMLNode) -> TaxonomyDraft.AliasDraft {
        var keys = YAMLGroup<TaxonomyAliasKey>(element, subject: "taxonomy", owner: "an alias")
        defer { findings += keys.findings }
        return TaxonomyDraft.AliasDraft(
            level: keys.text(.level), name: keys.text(.name), canonical: keys.text(.canonical),
            validity: keys.validity(from: .from, through: .through), place: element.place)
    }

    private mutating func weight(_ element: YAMLNode) -> TaxonomyDraft.WeightDraft {
        var keys = YAMLGroup<TaxonomyBrandKey>(element, subject: "taxonomy", owner: "a brand's category")
        defer { findings += keys.findings }
        return TaxonomyDraft.WeightDraft(
            brand: keys.text(.brand), category: keys.text(.category), weight: keys.text(.weight),
            validity: keys.validity(from: .from, through: .through), place: element.place)
    }
}
