import Diagnostics
import Formats
import Foundation
import Interchange
import MediaSpend
import Testing
import WorkTime

@Suite("Taxonomy files")
struct TaxonomyFileTests {
    static let drinks = """
        taxonomy: Drinks
        categories:
          - {level: industry, name: Food and drink}
          - {level: major, name: Drinks, in: Food and drink}
          - {level: category, name: Soda, in: Drinks}
          - {level: category, name: Water, in: Drinks}
          - {level: subcategory, name: Cola, in: Soda}
        owners:
          - {level: ultimate owner, name: Acme Group}
          - {level: parent, name: Acme Drinks, in: Acme Group}
          - {level: advertiser, name: Acme China, in: Acme Drinks}
          - {level: advertiser, name: Bezo}
          - {level: brand, name: Cascade, in: Acme China, through: 2025-06}
          - {level: brand, name: Cascade, in: Bezo, from: 2025-07}
        aliases:
          - {level: advertiser, name: ACME CHINA INC., is: Acme China}
          - {level: brand, name: Ｃascade, is: Cascade}
        brands:
          - {brand: Cascade, category: Cola, weight: 60%}
          - {brand: Cascade, category: Water, weight: 0.4}
        """

    static func ids(_ yaml: String) -> [String] {
        do {
            return try TaxonomyFile.read(SourceText(yaml, file: "t.yaml")).findings.map(\.id.rawValue)
        } catch {
            return error.findings.map(\.id.rawValue)
        }
    }

    @Test("a sound one gives what it states, by month")
    func sound() throws {
        let taxonomy = try TaxonomyFile.read(SourceText(Self.drinks, file: "t.yaml")).taxonomy
        let june = try #require(CivilMonth("2025-06"))
        #expect(taxonomy.canonical("ACME CHINA INC.", at: .advertiser, in: june) == "Acme China")
        #expect(taxonomy.canonical("Somebody", at: .advertiser, in: june) == "Somebody")
        #expect(taxonomy.knows("Ｃascade", at: .brand))
        #expect(!taxonomy.knows("Cascade", at: .advertiser))
        #expect(taxonomy.names(at: .category) == ["Soda", "Water"])
    }

    @Test("CSV states the same")
    func csv() throws {
        let csv = """
            kind,level,name,in,weight,from,through
            category,industry,Food and drink,,,,
            category,major,Drinks,Food and drink,,,
            category,category,Soda,Drinks,,,
            category,category,Water,Drinks,,,
            category,subcategory,Cola,Soda,,,
            owner,owner,Acme Group,,,,
            owner,parent,Acme Drinks,Acme Group,,,
            owner,advertiser,Acme China,Acme Drinks,,,
            owner,advertiser,Bezo,,,,
            owner,brand,Cascade,Acme China,,,2025-06
            owner,brand,Cascade,Bezo,,2025-07,
            alias,advertiser,ACME CHINA INC.,Acme China,,,
            alias,brand,Ｃascade,Cascade,,,
            brand,,Cascade,Cola,60%,,
            brand,,Cascade,Water,0.4,,
            """
        let table = try TaxonomyFile.read(csv: Array(csv.utf8), file: "t.csv").taxonomy
        #expect(table == (try TaxonomyFile.read(SourceText(Self.drinks, file: "t.yaml")).taxonomy))
    }

    @Test(
        "each fault is found",
        arguments: [
            ("categories: [{level: category, name: A, in: B}]", ["taxonomy.unknown-parent"]),
            ("categories: [{level: kind, name: A}]", ["taxonomy.unknown-level"]),
            ("categories: [{level: category}]", ["taxonomy.missing"]),
            ("categories: [{level: brand, name: A}]", ["taxonomy.wrong-kind"]),
            ("categories: [{level: major, name: A}, {level: industry, name: B, in: A}]", ["taxonomy.wrong-level"]),
            (
                "categories: [{level: category, name: A, in: B}, {level: category, name: B, in: A}]",
                ["taxonomy.cycle"]
            ),
            ("categories: [{level: category, name: A, in: A}]", ["taxonomy.cycle"]),
            ("categories: [{level: category, name: A}, {level: category, name: A}]", ["taxonomy.overlap"]),
            (
                "owners: [{level: brand, name: A, through: 2025-06}, {level: brand, name: A, from: 2025-06}]",
                ["taxonomy.overlap"]
            ),
            ("owners: [{level: brand, name: A, from: 2025-13}]", ["taxonomy.bad-month"]),
            ("owners: [{level: brand, name: A, from: 2025-02-01}]", ["taxonomy.bad-month"]),
            (
                "owners: [{level: brand, name: A, from: 2025-07, through: 2025-06}]",
                ["taxonomy.ends-before-it-begins"]
            ),
            (
                "owners: [{level: brand, name: A}]\naliases: [{level: brand, name: b, is: c}, {level: brand, name: c, is: A}]",
                ["taxonomy.alias-of-alias"]
            ),
            (
                "owners: [{level: brand, name: A}]\naliases: [{level: brand, name: A, is: A}]",
                ["taxonomy.alias-of-itself"]
            ),
            ("aliases: [{level: brand, name: a, is: A}]", ["taxonomy.unknown-name"]),
            ("aliases: [{level: parent, name: a, is: A}]", ["taxonomy.unknown-level"]),
            ("brands: [{brand: A, category: C}]", ["taxonomy.unknown-category"]),
            (
                "categories: [{level: category, name: C}]\nbrands: [{brand: A, category: C, weight: 90%}]",
                ["taxonomy.weights"]
            ),
            (
                "categories: [{level: category, name: C}]\nbrands: [{brand: A, category: C, weight: -1}]",
                ["taxonomy.bad-weight"]
            ),
            (
                "categories: [{level: category, name: C}]\nbrands: [{brand: A, category: C, through: 2025-06}, "
                    + "{brand: A, category: C, from: 2025-06}]", ["taxonomy.overlap"]
            ),
            (
                "categories: [{level: category, name: C}]\nbrands: [{brand: A, category: C, weight: 50%}, "
                    + "{brand: A, category: C, weight: 50%}]", ["taxonomy.overlap"]
            ),
            ("owner: []", ["taxonomy.unknown-key"]),
            ("categories: 5", ["taxonomy.wrong-kind"]),
            ("", ["taxonomy.empty"]),
        ])
    func faults(yaml: String, expected: [String]) {
        let ids = Self.ids(yaml)
        #expect(ids.filter { $0 != "taxonomy.empty" || expected == ["taxonomy.empty"] } == expected)
    }

    @Test("a circle is told whole, and names that are alike at two levels are none")
    func circles() {
        let message: String? = {
            do {
                _ = try TaxonomyFile.read(
                    SourceText(
                        """
                        owners:
                          - {level: brand, name: A, in: B}
                          - {level: brand, name: B, in: C}
                          - {level: brand, name: C, in: A}
                        """, file: "t.yaml"))
                return nil
            } catch { return (error as? Rejection)?.findings.first?.message }
        }()
        #expect(message == "names lie in each other in a circle: “A” in “B” in “C” in “A”")
        #expect(
            Self.ids("owners: [{level: advertiser, name: A}, {level: brand, name: A, in: A}]") == [])
    }

    @Test("all faults of a file are found at once, each at its line")
    func allAtOnce() throws {
        let yaml = """
            categories:
              - {level: category, name: A, in: Nowhere}
            owners:
              - {level: brand, name: B, from: May}
            brands:
              - {brand: B, category: A, weight: 99%}
            """
        let rejection = #expect(throws: Rejection.self) {
            _ = try TaxonomyFile.read(SourceText(yaml, file: "t.yaml"))
        }
        #expect(rejection?.findings.map { $0.place?.line } == [2, 4, 6])
        #expect(rejection?.findings.last?.message == "the weights of “B” add up to 99%, and not to 100%")
    }

    @Test("every file of the corpus is read or refused with findings")
    func corpus() throws {
        let folder = Datasets.repository.appendingPathComponent("Tests/Corpus/taxonomy")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(!names.isEmpty)
        for name in names {
            let bytes = Array(try Data(contentsOf: folder.appendingPathComponent(name)))
            do throws(Rejection) {
                _ =
                    name.hasSuffix(".csv")
                    ? try TaxonomyFile.read(csv: bytes, file: name)
                    : try TaxonomyFile.read(SourceText(String(decoding: bytes, as: UTF8.self), file: name))
            } catch {
                #expect(!error.findings.isEmpty, "\(name)")
            }
        }
    }
}
