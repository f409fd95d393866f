import Diagnostics
import MediaSpend
import Monetary
import Testing
import WorkTime

@testable import Reports

@Suite("The paper on unknown names")
struct SpendNamesPaperTests {
    private func cube(_ brands: [(String, Int64)]) throws -> Cube {
        var names = Vocabulary()
        var builder = CubeBuilder(by: UnknownNames.dimensions)
        for (brand, spend) in brands {
            var row = Occurrence(insertions: 1, spend: spend)
            row[.brand] = names[.brand].code(for: brand)
            row[.category] = names[.category].code(for: "Soda")
            builder.add(row, rows: 2)
        }
        return try builder.finish(
            names,
            of: MarketData(
                source: "sample", currency: .cny, basis: .rateCard, months: [CivilMonth("2025-12")!],
                countsInsertions: true))
    }

    private func taxonomy() throws -> Taxonomy {
        var draft = TaxonomyDraft()
        draft.nodes = [("brand", "Cascade"), ("brand", "清泉"), ("category", "Soda")].map {
            TaxonomyDraft.NodeDraft(level: Located($0), name: Located($1))
        }
        var findings = FindingList()
        return try #require(Taxonomy(checking: draft, findings: &findings))
    }

    private let brands: [(String, Int64)] = [
        ("CASCADE, Inc.", 150_025), ("清泉有限公司", 90_000), ("Casade", 4_200), ("Nova", 700), ("Cascade", 99_900),
    ]

    @Test("reads as it was read and kept, in both languages")
    func golden() throws {
        try expectGolden(
            SpendNamesPaper(UnknownNames(in: try cube(brands), taxonomy: try taxonomy()), hasTaxonomy: true),
            "spend-names")
    }

    @Test("without a taxonomy it tells names that are written in two ways")
    func twins() throws {
        try expectGolden(
            SpendNamesPaper(UnknownNames(in: try cube(brands), taxonomy: nil), hasTaxonomy: false), "spend-twins")
    }

    @Test("says so when every name is known")
    func known() throws {
        let names = UnknownNames(in: try cube([("Cascade", 1)]), taxonomy: try taxonomy())
        let paper = SpendNamesPaper(names, hasTaxonomy: true)
        #expect(paper.report(in: Phrasebook(.english)).headline.sentences == ["The taxonomy knows every name."])
    }
}
