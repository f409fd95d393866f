import Diagnostics

/// Names of the data that a taxonomy does not know, by spend, each with the name that may be meant.
public struct UnknownNames: Hashable, Sendable {
    public let market: MarketData
    /// The most spend first within a level; levels from category to product.
    public let lines: [Line]

    /// One name.
    public struct Line: Hashable, Sendable {
        public let level: TaxonomyLevel
        public let name: String
        /// Minor units.
        public let spend: Int64
        public let rows: Int64
        public let proposal: Proposal?
    }

    /// The name that may be meant.
    public struct Proposal: Hashable, Sendable {
        public let name: String
        public let reason: Reason

        /// Why it may be meant.
        public enum Reason: String, Hashable, Sendable, CaseIterable {
            /// But for case, accents, wide letters, marks and the legal form it is the same.
            case sameName = "same name"
            /// A few letters differ.
            case fewLetters = "few letters"
        }
    }

    /// For how many names of a level a name of a few other letters is looked for: it is compared with all.
    static let nearLimit = 100

    /// The columns that are looked at.
    public static let dimensions: [SpendDimension] = [.category, .advertiser, .brand, .product]

    /// - Parameters:
    ///   - cube: grouped by some of ``dimensions``, which are looked at.
    ///   - taxonomy: what is known; a level that it says nothing of is left out. Without one every name is compared with the
    ///     names of more spend, and those that look like another are told.
    public init(in cube: Cube, taxonomy: Taxonomy?) {
        self.init(Self.sums(in: cube), of: cube.market, taxonomy: taxonomy)
    }

    /// The same part by part.
    ///
    /// - Throws: what reading the parts throws.
    package init(in parts: CubeParts, taxonomy: Taxonomy?) throws {
        var sums: [SpendDimension: [String: NameSum]] = [:]
        try parts.forEach { sums.merge(Self.sums(in: $0)) { $0.merging($1) { $0.adding($1) } } }
        self.init(sums, of: parts.market, taxonomy: taxonomy)
    }

    private init(_ sums: [SpendDimension: [String: NameSum]], of market: MarketData, taxonomy: Taxonomy?) {
        self.market = market
        lines = Self.dimensions.flatMap { dimension -> [Line] in
            guard let names = sums[dimension].map(Self.sorted),
                let level = TaxonomyLevel.allCases.first(where: { $0.dimension == dimension })
            else { return [] }
            if let taxonomy { return Self.unknown(names, to: taxonomy, at: level) }
            return Self.alike(names, at: level)
        }
    }

    /// The spend of all lines of a level.
    public func spend(at level: TaxonomyLevel) -> Int64 {
        // Cells of one cube, whose sizes add up to less than 2⁶³.
        lines.filter { $0.level == level }.reduce(0) { $0 + $1.spend }
    }

    // MARK: Names

    private struct NameSum {
        var name: String
        var spend: Int64
        var rows: Int64

        func adding(_ other: NameSum) -> NameSum {
            NameSum(name: name, spend: spend + other.spend, rows: rows + other.rows)
        }
    }

    /// For each of ``dimensions`` that a cube is grouped by, names with what they spent.
    private static func sums(in cube: Cube) -> [SpendDimension: [String: NameSum]] {
        let known = dimensions.filter(cube.dimensions.contains)
        return Dictionary(uniqueKeysWithValues: known.map { ($0, sums(in: cube, $0)) })
    }

    private static func sums(in cube: Cube, _ dimension: SpendDimension) -> [String: NameSum] {
        var sums: [String: NameSum] = [:]
        let grouped = cube.grouped(by: [dimension])
        for cell in 0..<grouped.count {
            let name = grouped.name(of: cell, in: dimension)
            guard !name.isEmpty else { continue }
            let sum = NameSum(name: name, spend: grouped.spend[cell], rows: grouped.rows[cell])
            sums[name] = sums[name]?.adding(sum) ?? sum
        }
        return sums
    }

    /// The most spend first.
    private static func sorted(_ sums: [String: NameSum]) -> [NameSum] {
        sums.values.sorted { left, right in
            left.spend == right.spend
                ? left.name.unicodeScalars.lexicographicallyPrecedes(right.name.unicodeScalars)
                : left.spend > right.spend
        }
    }

    private static func unknown(_ names: [NameSum], to taxonomy: Taxonomy, at level: TaxonomyLevel) -> [Line] {
        // A category of the data may be a subcategory here.
        let levels = level == .category ? [level, .subcategory] : [level]
        let known = levels.flatMap { taxonomy.names(at: $0) }
        guard !known.isEmpty else { return [] }
        let unknown = names.filter { name in !levels.contains { taxonomy.knows(name.name, at: $0) } }
        let folded = Dictionary(known.map { (NameFolding($0), $0) }) { first, _ in first }
        let texts = known.map { NameFolding($0).text }
        return unknown.enumerated().map { index, sum in
            var proposal = folded[NameFolding(sum.name)].map { Proposal(name: $0, reason: .sameName) }
            if proposal == nil, index < nearLimit {
                proposal = nearestName(to: NameFolding(sum.name).text, among: texts)
                    .flatMap { near in texts.firstIndex(of: near) }
                    .map { Proposal(name: known[$0], reason: .fewLetters) }
            }
            return Line(level: level, name: sum.name, spend: sum.spend, rows: sum.rows, proposal: proposal)
        }
    }

    /// Names that are written in two ways: those that fold to one of more spend.
    private static func alike(_ names: [NameSum], at level: TaxonomyLevel) -> [Line] {
        var first: [NameFolding: String] = [:]
        return names.compactMap { sum in
            let folding = NameFolding(sum.name)
            guard !folding.text.isEmpty, let other = first[folding] else {
                first[folding] = sum.name
                return nil
            }
            return Line(
                level: level, name: sum.name, spend: sum.spend, rows: sum.rows,
                proposal: Proposal(name: other, reason: .sameName))
        }
    }
}
