import Monetary
public import WorkTime

/// The client's own order of names: which category lies in which, who owns whom, what the data call them. Checked.
///
/// Everything may hold for some months only; a month belongs to one state of things, since spend is monthly.
public struct Taxonomy: Hashable, Sendable {
    /// What is said of each name at each level, in no two months the same.
    let nodes: [Name: [Node]]
    /// The names that the data use, and what each is here.
    let aliases: [Name: [Alias]]
    /// The categories of a brand.
    let weights: [String: [Weighting]]

    /// A name at its level: a brand and its advertiser may be called alike.
    struct Name: Hashable, Sendable {
        let level: TaxonomyLevel
        let text: String
    }

    struct Node: Hashable, Sendable {
        let span: MonthSpan
        /// The broader name that holds it; always of a broader level, so that no walk upwards can go in a circle.
        let parent: Name?
    }

    struct Alias: Hashable, Sendable {
        let span: MonthSpan
        let canonical: String
    }

    /// How a brand is shared out among categories.
    struct Weighting: Hashable, Sendable {
        let span: MonthSpan
        let categories: [Name]
        /// One for each category; they have no common measure but their sum.
        let parts: [Int64]
    }

    init(nodes: [Name: [Node]], aliases: [Name: [Alias]], weights: [String: [Weighting]]) {
        self.nodes = nodes
        self.aliases = aliases
        self.weights = weights
    }

    /// What a name of the data is called here: itself, unless it is an alias in this month.
    public func canonical(_ name: String, at level: TaxonomyLevel, in month: CivilMonth) -> String {
        aliases[Name(level: level, text: name)]?.first { $0.span.contains(month) }?.canonical ?? name
    }

    /// Whether a name has a place here in some month, by itself or as an alias.
    public func knows(_ name: String, at level: TaxonomyLevel) -> Bool {
        let key = Name(level: level, text: name)
        return nodes[key] != nil || aliases[key] != nil || level == .brand && weights[name] != nil
    }

    /// The names known at a level, sorted.
    public func names(at level: TaxonomyLevel) -> [String] {
        var names = Set(nodes.keys.filter { $0.level == level }.map(\.text))
        if level == .brand { names.formUnion(weights.keys) }
        return names.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    }

    /// The broader names of a name in a month, by their levels, itself included; none when it is not known then.
    func lineage(of name: Name, in month: CivilMonth) -> [TaxonomyLevel: String] {
        var lineage: [TaxonomyLevel: String] = [:]
        var current: Name? = name
        while let step = current, let node = nodes[step]?.first(where: { $0.span.contains(month) }) {
            lineage[step.level] = step.text
            // A name that holds in other months only is still what its inner name says it is.
            if let parent = node.parent { lineage[parent.level] = parent.text }
            current = node.parent
        }
        return lineage
    }

    /// The categories of a brand in a month; `nil` when the taxonomy leaves that to the data.
    func weighting(of brand: String, in month: CivilMonth) -> Weighting? {
        weights[brand]?.first { $0.span.contains(month) }
    }
}
