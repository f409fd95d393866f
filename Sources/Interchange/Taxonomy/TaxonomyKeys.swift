import Diagnostics
import Formats
import MediaSpend

/// The keys of a taxonomy.
enum TaxonomyKey: String, CaseIterable {
    case taxonomy, categories, owners, aliases, brands
}

/// The keys of a name and what holds it.
enum TaxonomyNodeKey: String, CaseIterable {
    case level, name
    case parent = "in"
    case from, through
}

/// The keys of another way to write a name.
enum TaxonomyAliasKey: String, CaseIterable {
    case level, name
    case canonical = "is"
    case from, through
}

/// The keys of a brand's part in a category.
enum TaxonomyBrandKey: String, CaseIterable {
    case brand, category, weight, from, through
}

/// Keys that bound what holds.
extension YAMLGroup {
    mutating func validity(from: Key, through: Key) -> ValidityDraft {
        ValidityDraft(from: text(from), through: text(through))
    }

    /// The elements of a list; anything else is a finding.
    mutating func list(_ key: Key, _ expected: String) -> [YAMLNode] {
        guard let node = node(key) else { return [] }
        guard let elements = node.elements else {
            reportWrongKind(key, node, expected: expected)
            return []
        }
        return elements
    }
}
