import Diagnostics
import Formats
import Foundation
import Interchange
import MediaSpend
import Monetary
import Testing
import WorkTime

@Suite("Files of factors")
struct FactorFileTests {
    static let yaml = """
        factors:
          - {medium: TV, factor: 42%}
          - {medium: TV, factor: 0.5, from: 2025-07, through: 2025-08}
          - {medium: TV, tier: key, factor: 0.38}
          - {medium: TV, vehicle: One, factor: 0.6}
          - {vehicle: One, tier: key, factor: 0.55}
          - {factor: 0.9, from: 2026-01}
        tiers:
          key: [Acme, Bezo]
          small: Corner Shop
        """

    private func ids(_ yaml: String) -> [String] {
        do {
            _ = try FactorFile.read(SourceText(yaml, file: "f.yaml"))
            return []
        } catch {
            return error.findings.map(\.id.rawValue)
        }
    }

    @Test(
        "the most specific rule counts: vehicle, then tier, then medium, then months",
        arguments: [
            ("TV", "Two", "Other", "2025-06", "21/50"), ("TV", "Two", "Other", "2025-07", "1/2"),
            ("TV", "Two", "Other", "2025-09", "21/50"), ("TV", "Two", "Acme", "2025-07", "19/50"),
            ("TV", "One", "Other", "2025-07", "3/5"), ("TV", "One", "Bezo", "2025-07", "11/20"),
            ("Radio", "One", "Acme", "2025-07", "11/20"), ("Radio", "X", "Acme", "2025-12", nil),
            ("Radio", "X", "Acme", "2026-01", "9/10"), ("TV", "X", "Corner Shop", "2026-01", "21/50"),
        ])
    func precedence(medium: String, vehicle: String, advertiser: String, month: String, factor: String?) throws {
        let table = try FactorFile.read(SourceText(Self.yaml, file: "f.yaml"))
        let found = table.factor(
            medium: medium, vehicle: vehicle, advertiser: advertiser, in: try #require(CivilMonth(month)))
        #expect(found?.description == factor)
    }

    @Test("CSV states the same")
    func csv() throws {
        let csv = """
            medium,vehicle,tier,advertiser,factor,from,through
            TV,,,,42%,,
            TV,,,,0.5,2025-07,2025-08
            TV,,key,,0.38,,
            TV,One,,,0.6,,
            ,One,key,,0.55,,
            ,,,,0.9,2026-01,
            ,,key,Acme,,,
            ,,key,Bezo,,,
            ,,small,Corner Shop,,,
            """
        #expect(
            try FactorFile.read(csv: Array(csv.utf8), file: "f.csv")
                == FactorFile.read(SourceText(Self.yaml, file: "f.yaml")))
    }

    @Test(
        "each fault is found",
        arguments: [
            ("factors: [{medium: TV}]", ["factors.bad-factor"]),
            ("factors: [{medium: TV, factor: -0.1}]", ["factors.bad-factor"]),
            ("factors: [{medium: TV, factor: 42}]", ["factors.bad-factor"]),
            ("factors: [{medium: TV, factor: 0.12345678901}]", ["factors.bad-factor"]),
            ("factors: [{medium: TV, factor: x}]", ["factors.bad-factor"]),
            ("factors: [{medium: TV, factor: 1}, {medium: TV, factor: 1}]", ["factors.overlap"]),
            (
                "factors: [{medium: TV, factor: 1, from: 2025-01}, {medium: TV, factor: 1, through: 2025-01}]",
                ["factors.overlap"]
            ),
            ("factors: [{medium: TV, factor: 1, from: soon}]", ["factors.bad-month"]),
            ("factors: [{factor: 1, from: 2025-02, through: 2025-01}]", ["factors.ends-before-it-begins"]),
            ("factors: [{tier: a, factor: 1}]", ["factors.unknown-tier"]),
            ("factors: [{factor: 1}]\ntiers: {a: [X], b: [X]}", ["factors.two-tiers"]),
            ("factors: []", ["factors.empty"]),
            ("factor: []", ["factors.unknown-key"]),
        ])
    func faults(yaml: String, expected: [String]) { #expect(ids(yaml) == expected) }

    @Test("every file of the corpus is read or refused with findings")
    func corpus() throws {
        let folder = Datasets.repository.appendingPathComponent("Tests/Corpus/factors")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
            let bytes = Array(try Data(contentsOf: folder.appendingPathComponent(name)))
            do throws(Rejection) {
                _ =
                    name.hasSuffix(".csv")
                    ? try FactorFile.read(csv: bytes, file: name)
                    : try FactorFile.read(SourceText(String(decoding: bytes, as: UTF8.self), file: name))
            } catch {
                #expect(!error.findings.isEmpty, "\(name)")
            }
        }
    }
}
