import Monetary
import WorkTime

/// A part of a cell, with what it is called in each column.
struct CellPart {
    let names: [String]
    let rows: Int64
    let insertions: Int64
    let spend: Int64
}

/// What decides the places and the factor of a cell.
struct CellFacts {
    var month: CivilMonth?
    /// As the taxonomy calls them; as the data do where there is none.
    var names: [SpendDimension: String] = [:]
}

/// Reads the cells of a cube through a taxonomy.
struct CellReader {
    private let cube: Cube
    private let refinement: Refinement
    private let dimensions: [SpendDimension]

    init(_ cube: Cube, _ refinement: Refinement) {
        self.cube = cube
        self.refinement = refinement
        dimensions = refinement.dimensions
    }

    func facts(of cell: Int) -> CellFacts {
        var facts = CellFacts()
        if dimensions.contains(.month) { facts.month = CivilMonth(cube.name(of: cell, in: .month)) }
        for dimension in dimensions {
            let name = cube.name(of: cell, in: dimension)
            facts.names[dimension] = canonical(name, in: dimension, facts.month)
        }
        return facts
    }

    private func canonical(_ name: String, in dimension: SpendDimension, _ month: CivilMonth?) -> String {
        guard let taxonomy = refinement.taxonomy, let month, !name.isEmpty,
            let level = SpendColumn.dimension(dimension).taxonomyLevel
        else { return name }
        return taxonomy.canonical(name, at: level, in: month)
    }

    /// The cell itself, or its parts where its brand belongs to several categories.
    func parts(of cell: Int, _ facts: CellFacts) -> [CellPart] {
        let (rows, insertions, spend) = (cube.rows[cell], cube.insertions[cell], cube.spend[cell])
        let owners = owners(facts)
        guard refinement.asksForCategories, let taxonomy = refinement.taxonomy, let month = facts.month else {
            return [part(facts, owners, [:], rows, insertions, spend)]
        }
        let brand = facts.names[.brand] ?? ""
        guard let weighting = taxonomy.weighting(of: brand, in: month) else {
            return [part(facts, owners, categories(facts, taxonomy, month), rows, insertions, spend)]
        }
        let shares = [rows, insertions, spend].map { parts($0, weighting.parts) }
        return weighting.categories.indices.map { index in
            let lineage = taxonomy.lineage(of: weighting.categories[index], in: month)
            let own = weighting.categories[index]
            return part(
                facts, owners, lineage.merging([own.level: own.text]) { $1 }, shares[0][index], shares[1][index],
                shares[2][index])
        }
    }

    /// A count or an amount by weights, the parts adding up to it.
    private func parts(_ whole: Int64, _ weights: [Int64]) -> [Int64] {
        let whole = Money(minorUnits: whole, cube.market.currency)
        guard let parts = try? Allocation(of: whole, by: weights).parts else {
            preconditionFailure("weights \(weights) of a checked taxonomy do not share out an amount")
        }
        return parts.map(\.minorUnits)
    }

    private func part(
        _ facts: CellFacts, _ owners: [TaxonomyLevel: String], _ categories: [TaxonomyLevel: String], _ rows: Int64,
        _ insertions: Int64, _ spend: Int64
    ) -> CellPart {
        let names = refinement.columns.map { column -> String in
            switch column {
            case .dimension(.category):
                categories[.category] ?? (categories.isEmpty ? facts.names[.category] ?? "" : "")
            case .dimension(let dimension): facts.names[dimension] ?? ""
            case .level(let level): categories[level] ?? owners[level] ?? ""
            }
        }
        return CellPart(names: names, rows: rows, insertions: insertions, spend: spend)
    }

    // MARK: Orders

    /// The broader categories of the data's own category, which may be a subcategory here.
    private func categories(_ facts: CellFacts, _ taxonomy: Taxonomy, _ month: CivilMonth) -> [TaxonomyLevel: String] {
        let name = facts.names[.category] ?? ""
        for level in [TaxonomyLevel.category, .subcategory] {
            let lineage = taxonomy.lineage(of: Taxonomy.Name(level: level, text: name), in: month)
            if !lineage.isEmpty { return lineage }
        }
        return [.category: name]
    }

    /// Who owns what is advertised: of product, brand and advertiser the narrowest that the taxonomy has a place for
    /// decides. One whom nobody owns is its own ultimate owner.
    private func owners(_ facts: CellFacts) -> [TaxonomyLevel: String] {
        guard let taxonomy = refinement.taxonomy, let month = facts.month else { return [:] }
        for level in [TaxonomyLevel.product, .brand, .advertiser] {
            guard let dimension = level.dimension, let name = facts.names[dimension] else { continue }
            var lineage = taxonomy.lineage(of: Taxonomy.Name(level: level, text: name), in: month)
            // A product or brand without an owner here leaves it to the advertiser.
            guard lineage.keys.contains(where: { $0.depth <= TaxonomyLevel.advertiser.depth }) else { continue }
            if lineage[.owner] == nil { lineage[.owner] = lineage.min { $0.key.depth < $1.key.depth }?.value }
            return lineage
        }
        return [:]
    }
}
