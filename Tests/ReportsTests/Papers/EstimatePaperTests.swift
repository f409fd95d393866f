import Costing
import Diagnostics
import Monetary
import Testing
import WorkTime

@testable import Reports

@Suite("The estimate paper")
struct EstimatePaperTests {
    @Test("reads as it was read and kept, in both languages: an approved version and a change order")
    func golden() throws {
        try expectGolden(SampleEstimate.paper(version: 1), "cost-estimate")
        let finding = Finding(
            "cost.ceiling-passed", .warning, "the client is asked for more than the ceiling", advice: "reduce lines")
        try expectGolden(
            SampleEstimate.paper(version: 2, ceiling: 1_450_000, findings: [finding]), "cost-estimate-change")
    }

    @Test("every formula comes to the value of its cell, exactly", arguments: [1, 2], Language.allCases)
    func formulas(version: Int, language: Language) throws {
        try expectTrueFormulas(SampleEstimate.paper(version: version).report(in: language))
    }

    @Test("the proof closes to zero")
    func proof() throws {
        let report = try SampleEstimate.paper(version: 2).report(in: .english)
        let proof = try #require(report.tables.first { $0.id == "proof" })
        #expect(proof.rows.last?[1].figure == .money(.zero(.cny)))
    }

    @Test("an exchange that was rounded to the even cent has no formula, which would come to another")
    func ties() throws {
        let report = try SampleEstimate.paper(version: 1).report(in: .english)
        let lines = try #require(report.tables.first { $0.id == "lines" })
        let row = try #require(lines.rows.first { $0[1].text == "Half a cent" })
        #expect(row[5].text == "2.52" && row[5].formula == nil)
        #expect(lines.rows.filter { $0[5].formula != nil }.count == 5)
    }

    @Test("leads with what is asked for against the ceiling")
    func headlines() throws {
        let below = try SampleEstimate.paper(version: 1).report(in: .english).headline
        #expect(below.sentences[0].contains("below the ceiling of CNY 1,500,000.00"))
        #expect(below.tone == .good)
        let above = try SampleEstimate.paper(version: 2, ceiling: 1_000_000).report(in: .english).headline
        #expect(above.sentences[0].contains("above the ceiling of CNY 1,000,000.00"))
        #expect(above.tone == .bad)
    }

    @Test("all phrases speak both languages, Chinese with its own punctuation")
    func states() {
        for state in EstimateVersion.State.allCases {
            let phrase = EstimateStatePhrase(state)
            #expect(Phrasebook(.english).say(phrase) != Phrasebook(.simplifiedChinese).say(phrase))
        }
    }
}
