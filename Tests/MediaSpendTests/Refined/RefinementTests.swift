import Diagnostics
import MediaSpend
import Monetary
import Testing
import WorkTime

@Suite("Refined spend")
struct RefinementTests {
    // MARK: The stage

    private func at(_ text: String) -> Located<String> { Located(text) }

    private func node(
        _ level: String, _ name: String, in parent: String? = nil, from: String? = nil, through: String? = nil
    )
        -> TaxonomyDraft.NodeDraft
    {
        TaxonomyDraft.NodeDraft(
            level: at(level), name: at(name), parent: parent.map(at),
            validity: ValidityDraft(from: from.map(at), through: through.map(at)))
    }

    private func taxonomy(_ change: (inout TaxonomyDraft) -> Void = { _ in }) throws -> Taxonomy {
        var draft = TaxonomyDraft()
        draft.nodes = [
            node("industry", "Drinks"), node("major", "Soft drinks", in: "Drinks"),
            node("category", "Beer", in: "Drinks"), node("category", "Water", in: "Soft drinks"),
            node("subcategory", "Lager", in: "Beer"), node("owner", "Group"), node("parent", "Holding", in: "Group"),
            node("advertiser", "Acme", in: "Holding"), node("advertiser", "Lone"),
            node("brand", "Ales", in: "Acme", through: "2025-01"), node("brand", "Ales", in: "Lone", from: "2025-02"),
            node("brand", "Bock"),
        ]
        change(&draft)
        var findings = FindingList()
        let taxonomy = Taxonomy(checking: draft, findings: &findings)
        return try #require(taxonomy, "\(findings.inReadingOrder)")
    }

    private func factors(_ rules: [FactorDraft.RuleDraft]) throws -> FactorTable {
        var draft = FactorDraft()
        draft.rules = rules
        var findings = FindingList()
        return try #require(FactorTable(checking: draft, findings: &findings), "\(findings.inReadingOrder)")
    }

    private func columns(_ text: String) -> [SpendColumn] {
        text.split(separator: ",").map { SpendColumn(rawValue: String($0))! }
    }

    /// One line a cell: names, then spend, then net if it was asked for.
    private func picture(_ spend: RefinedSpend) -> [String] {
        (0..<spend.count).map { cell in
            let names = spend.columns.indices.map { spend.name(of: cell, $0) }
            let net = spend.net.isEmpty ? [] : [spend.net[cell].map(String.init) ?? "-"]
            return (names + [String(spend.spend[cell])] + net).joined(separator: "|")
        }
    }

    private func refined(
        _ sketch: SpendSketch, _ by: String, _ taxonomy: Taxonomy? = nil, _ factors: FactorTable? = nil
    ) throws -> RefinedSpend {
        let refinement = Refinement(by: columns(by), taxonomy: taxonomy, factors: factors)
        return try refinement.of(try sketch.cube(by: refinement.dimensions))
    }

    private let sketch = try! SpendSketch(
        """
        Ales 2025-01 1.00 advertiser=Acme
        Ales 2025-02 2.00 advertiser=Acme
        Bock 2025-01 4.00 advertiser=Acme
        Dark 2025-01 8.00 advertiser=Nobody
        """)

    // MARK: Taxonomy

    @Test("a brand that is sold belongs to its new owner from that month on; one without an owner to its advertiser's")
    func owners() throws {
        #expect(
            picture(try refined(sketch, "month,owner,parent,brand", try taxonomy())) == [
                "2025-01|||Dark|800", "2025-01|Group|Holding|Ales|100", "2025-01|Group|Holding|Bock|400",
                "2025-02|Lone||Ales|200",
            ])
    }

    @Test("categories have the broader ones above them, and one that is not known has none")
    func categories() throws {
        var sketch = sketch
        sketch = try SpendSketch(
            "A 2025-01 1.00\nB 2025-01 2.00 category=Lager\nC 2025-01 4.00 category=Tea\nD 2025-01 8.00 category=Water")
        #expect(
            picture(try refined(sketch, "industry,major,category,subcategory", try taxonomy())) == [
                "||Tea||400", "Drinks||Beer||100", "Drinks||Beer|Lager|200", "Drinks|Soft drinks|Water||800",
            ])
    }

    @Test("an alias is counted under its name here, in its months")
    func aliases() throws {
        let taxonomy = try taxonomy {
            $0.aliases = [
                TaxonomyDraft.AliasDraft(
                    level: at("brand"), name: at("Dark"), canonical: at("Bock"),
                    validity: ValidityDraft(through: at("2025-01")))
            ]
        }
        #expect(picture(try refined(sketch, "brand", taxonomy)) == ["Ales|300", "Bock|1200"])
        let later = try SpendSketch("Dark 2025-02 1.00\nBock 2025-02 1.00")
        #expect(picture(try refined(later, "brand", taxonomy)) == ["Bock|100", "Dark|100"])
    }

    private func splitTaxonomy(_ weights: [String]) throws -> Taxonomy {
        try taxonomy {
            $0.weights = zip(["Beer", "Water", "Lager"], weights).map { category, weight in
                TaxonomyDraft.WeightDraft(brand: at("Ales"), category: at(category), weight: at(weight))
            }
        }
    }

    @Test("a brand in several categories is shared out to the cent")
    func weights() throws {
        let taxonomy = try splitTaxonomy(["0.333333333", "0.333333333", "0.333333334"])
        let sketch = try SpendSketch("Ales 2025-01 1.00 insertions=7\nBock 2025-01 5.00 insertions=1")
        let spend = try refined(sketch, "category,subcategory", taxonomy)
        #expect(picture(spend) == ["Beer||533", "Beer|Lager|34", "Water||33"])
        #expect(spend.insertions.reduce(0, +) == 8)
        #expect(spend.rows.reduce(0, +) == 2)
    }

    @Test("no taxonomy changes a total, whatever it is grouped by", arguments: [1, 2, 3] as [UInt64])
    func totals(seed: UInt64) throws {
        let sketch = try CubeTests.randomSketch(rows: 300, seed: seed)
        let taxonomy = try taxonomy {
            $0.weights = (0..<7).flatMap { brand in
                [("Beer", "12.5%"), ("Water", "33.1%"), ("Lager", "54.4%")].map { category, weight in
                    TaxonomyDraft.WeightDraft(
                        brand: at("brand \(brand)"), category: at(category), weight: at(weight),
                        validity: ValidityDraft(from: at("2025-0\(brand % 3 + 1)")))
                }
            }
            $0.aliases = [
                TaxonomyDraft.AliasDraft(level: at("category"), name: at("category 1"), canonical: at("Water"))
            ]
        }
        let plain = try sketch.cube(by: [.month])
        for by in ["industry", "month,subcategory,brand", "owner,medium", "region", "category,owner,month,product"] {
            let spend = try refined(sketch, by, taxonomy)
            #expect(spend.spend.reduce(0, +) == plain.totalSpend, "\(by)")
            #expect(spend.insertions.reduce(0, +) == plain.totalInsertions, "\(by)")
            #expect(spend.rows.reduce(0, +) == plain.totalRows, "\(by)")
        }
    }

    @Test("without a taxonomy a refined cube is the cube")
    func plain() throws {
        let sketch = try CubeTests.randomSketch(rows: 200, seed: 9)
        let cube = try sketch.cube(by: [.brand, .month])
        let spend = try refined(sketch, "brand,month")
        #expect(spend.count == cube.count)
        for cell in 0..<cube.count {
            #expect(spend.name(of: cell, 0) == cube.name(of: cell, in: .brand))
            #expect(spend.name(of: cell, 1) == cube.name(of: cell, in: .month))
            #expect(spend.spend[cell] == cube.spend[cell])
        }
    }

    @Test("names that are unknown come by spend, with the name that may be meant")
    func unknown() throws {
        let sketch = try SpendSketch(
            "ALES 2025-01 9.00\nBocks 2025-01 1.00\nPorter 2025-01 5.00\nAles 2025-01 7.00")
        let names = UnknownNames(in: try sketch.cube(by: UnknownNames.dimensions), taxonomy: try taxonomy())
        #expect(names.lines.map(\.name) == ["ALES", "Porter", "Bocks"])
        #expect(names.lines.map { $0.proposal?.name } == ["Ales", nil, "Bock"])
        #expect(names.lines.map { $0.proposal?.reason } == [.sameName, nil, .fewLetters])
        #expect(names.spend(at: .brand) == 1_500)
        let twins = UnknownNames(in: try sketch.cube(by: UnknownNames.dimensions), taxonomy: nil)
        #expect(twins.lines.map(\.name) == ["Ales"])
        #expect(twins.lines.first?.proposal?.name == "ALES")
    }

    // MARK: Factors

    private func rule(_ medium: String?, _ factor: String, vehicle: String? = nil, from: String? = nil)
        -> FactorDraft.RuleDraft
    {
        FactorDraft.RuleDraft(
            medium: medium.map(at), vehicle: vehicle.map(at),
            validity: ValidityDraft(from: from.map(at)), factor: at(factor))
    }

    @Test("net is rounded once a cell, half to even, from its exact sum")
    func net() throws {
        let sketch = try SpendSketch(
            "A 2025-01 0.01\nA 2025-02 0.02\nB 2025-01 0.05 medium=Radio\nC 2025-01 0.07 medium=Radio")
        let table = try factors([rule("TV", "0.5"), rule("Radio", "50%")])
        #expect(picture(try refined(sketch, "brand", nil, table)) == ["A|3|2", "B|5|2", "C|7|4"])
        #expect(picture(try refined(sketch, "brand,month", nil, table))[0] == "A|2025-01|1|0")
        #expect(picture(try refined(sketch, "medium", nil, table)) == ["Radio|12|6", "TV|3|2"])
    }

    @Test("a cell with spend that has no factor has no net, and the spend is told, the most first")
    func gaps() throws {
        let sketch = try SpendSketch(
            """
            A 2025-01 1.00
            A 2025-02 2.00 medium=Radio vehicle=One
            B 2025-03 4.00 medium=Radio vehicle=One
            B 2025-03 8.00 medium=Print
            """)
        let spend = try refined(sketch, "brand", nil, try factors([rule("TV", "0.5")]))
        #expect(picture(spend) == ["A|300|-", "B|1200|-"])
        #expect(spend.withoutFactor.map(\.medium) == ["Print", "Radio"])
        #expect(spend.withoutFactor.map(\.spend.minorUnits) == [800, 600])
        #expect(spend.withoutFactor.last?.months == CivilMonth("2025-02")!...CivilMonth("2025-03")!)
        #expect(picture(try refined(sketch, "medium", nil, try factors([rule("TV", "0.5")])))[2] == "TV|100|50")
    }

    @Test("a factor of one changes nothing, and factors go with a taxonomy")
    func identity() throws {
        let sketch = try CubeTests.randomSketch(rows: 200, seed: 4)
        let spend = try refined(sketch, "month,industry,owner", try taxonomy(), try factors([rule(nil, "1")]))
        #expect(spend.net.compactMap(\.self) == spend.spend)
    }

    @Test("data that are net take no factors")
    func alreadyNet() throws {
        let market = MarketData(
            source: "s", currency: SpendSketch.yuan, basis: .net, months: [], countsInsertions: false)
        let refinement = Refinement(by: [.dimension(.month)], factors: try factors([rule(nil, "1")]))
        let cube = try CubeBuilder(by: refinement.dimensions).finish(Vocabulary(), of: market)
        #expect(throws: Refinement.Fault.alreadyNet) { try refinement.of(cube) }
    }

    @Test("amounts on two bases have no sum and no share")
    func bases() throws {
        let sketch = try SpendSketch("A 2025-01 1.00\nB 2025-01 3.00")
        let spend = try refined(sketch, "brand", nil, try factors([rule(nil, "0.5")]))
        let (gross, net) = (spend.spend(of: 0), try #require(spend.net(of: 0)))
        #expect(throws: SpendAmount.Fault.mixedBases(.rateCard, .net)) { try SpendAmount.sum(of: [gross, net]) }
        #expect(throws: SpendAmount.Fault.mixedBases(.net, .rateCard)) { try net.share(of: gross) }
        #expect(try SpendAmount.sum(of: [gross, spend.spend(of: 1)])?.money.minorUnits == 400)
        #expect(try gross.share(of: spend.spend(of: 1)).value == 1.0 / 3)
        #expect(try SpendAmount.sum(of: []) == nil)
    }

    @Test("spans of months overlap when a month lies in both")
    func spans() throws {
        let months = ["2025-01", "2025-02", "2025-03"].map { CivilMonth($0)! }
        let ends: [CivilMonth?] = [nil] + months
        let spans = ends.flatMap { from in ends.compactMap { MonthSpan(from: from, through: $0) } }
        let all = CivilMonth("2024-11")!...CivilMonth("2025-05")!
        for one in spans {
            for other in spans {
                #expect(
                    one.overlaps(other) == all.contains { one.contains($0) && other.contains($0) }, "\(one), \(other)")
            }
        }
    }
}
