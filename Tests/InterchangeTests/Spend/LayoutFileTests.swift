import Diagnostics
import Foundation
import Interchange
import MediaSpend
import Testing

@Suite("Layout files")
struct LayoutFileTests {
    /// The names of the layouts among the seeds.
    static let names = [
        "basque-campaigns", "comsoc", "google-political-districts", "google-political-geo", "google-political-weekly",
        "medientransparenz", "meridian-geo", "occurrences", "retail-weekly", "robyn-weekly",
    ]

    @Test(
        "every layout of the seeds is sound and bears its file's name",
        arguments: names)
    func seeds(name: String) throws {
        #expect(try MonthFile.layout(name).name == name)
    }

    @Test("a dozen mistakes are said at once, each with its line")
    func mistakes() throws {
        let text = """
            name: [vendor]
            encodings: utf-8
            delimiter: pipe
            unit: dozens
            currency: yuan
            basis: list price
            dates: [yesterday]
            month: {colum: month, rule: week}
            columns:
              category: {constant: Beer, column: cat}
              brand: {optional: maybe}
              mediums: medium
              spend: [spend]
            rows: {others: ignored, tolerance: x, only: kind}
            """
        let source = SourceText(text, file: "vendor.yaml")
        let rejection = #expect(throws: Rejection.self) { try LayoutFile.read(source) }
        let findings = try #require(rejection?.findings)
        let lines = Set(findings.compactMap(\.place?.line))
        #expect(lines.isSuperset(of: [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14]))
        #expect(findings.contains { $0.id == "layout.unknown-key" && $0.advice == "is “encoding” meant?" })
        #expect(findings.filter { $0.place != nil }.allSatisfy { $0.excerpt != nil })
    }

    @Test("mistakes in wide columns and totals are said with their lines")
    func laterMistakes() throws {
        let text = """
            name: wide
            basis: net
            currency: CNY
            month: {column: month, rule: file name}
            columns: {category: {constant: Beer}, brand: brand, spend: spend, medium: medium}
            unpivot:
              dimension: medium
              zero: skipped
              columns:
                tv: {name: Television, insertions: spots}
                web: [Online]
                radio: Radio
            rows:
              parts: {of: campaign, tolerance: few}
              totals: maybe
            """
        let source = SourceText(text, file: "wide.yaml")
        let rejection = #expect(throws: Rejection.self) { try LayoutFile.read(source) }
        let findings = try #require(rejection?.findings)
        let lines = Set(findings.compactMap(\.place?.line))
        #expect(lines.isSuperset(of: [4, 5, 7, 8, 11, 14, 15]), "\(findings)")
        #expect(findings.contains { $0.advice == "is “zeros” meant?" })
    }

    @Test(
        "an empty file, a list, a text: nothing but findings",
        arguments: ["", "- a\n- b\n", "layout", "name:\n\t- x", "{"])
    func noLayout(text: String) {
        #expect(throws: Rejection.self) { try LayoutFile.read(SourceText(text, file: "x.yaml")) }
    }
}
