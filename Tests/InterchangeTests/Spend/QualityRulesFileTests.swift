import Diagnostics
import Foundation
import Interchange
import MediaSpend
import Testing

@Suite("Files of quality rules")
struct QualityRulesFileTests {
    private func read(_ text: String) throws -> QualityRules {
        try QualityRulesFile.read(SourceText(text, file: "rules.yaml"))
    }

    @Test("change what they mention and leave the rest")
    func reading() throws {
        let rules = try read(
            """
            unit-price: {severity: blocked, factor: 3, above: 5%, blocked above: never}
            new-owner: off
            missing-vehicle: {rows: 20, months: 6}
            """)
        #expect(rules[.unitPrice].severity == .blocked)
        #expect(rules[.unitPrice].limits[.factor] == 3)
        #expect(rules[.unitPrice].limits[.above] == 0.05)
        #expect(rules[.unitPrice].limits[.blockedAbove] == nil)
        #expect(rules[.unitPrice].limits[.deviations] == 3.5)
        #expect(rules[.newOwner].severity == .off)
        #expect(rules[.missingVehicle].limits[.rows] == 20)
        #expect(rules[.missingRegion] == QualityRules.standard[.missingRegion])
        #expect(try read("# nothing\n") == .standard)
    }

    @Test("the documented file states the standard rules")
    func documented() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/quality-rules.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(try read(text) == .standard)
        for rule in QualityRule.allCases where !rule.isAlwaysRefused { #expect(text.contains("\n\(rule.rawValue):")) }
    }

    @Test(
        "say everything that is wrong, with its place",
        arguments: [
            ("unit-prices: off", "rules.unknown-rule"), ("unit-price: loud", "rules.unknown-severity"),
            ("unit-price: {rows: 3}", "rules.unknown-limit"), ("unit-price: {factor: 0.5}", "rules.bad-limit"),
            ("missing-days: {months: 0}", "rules.bad-limit"), ("missing-days: {months: many}", "rules.bad-limit"),
            ("missing-days: [1]", "rules.wrong-kind"), ("- unit-price", "rules.wrong-kind"),
            ("mixed-currencies: off", "rules.fixed"), ("unit-price: {above: -1}", "rules.bad-limit"),
            ("unit-price: {above: nan}", "rules.bad-limit"), ("partial-month: {days: 40}", "rules.bad-limit"),
        ])
    func faults(text: String, id: String) throws {
        let rejection = #expect(throws: Rejection.self) { try read(text) }
        #expect(rejection?.findings.map(\.id.rawValue) == [id])
        #expect(rejection?.findings.first?.place?.line == 1)
        #expect(rejection?.findings.first?.advice.isEmpty == false)
    }
}
