import Costing
import Diagnostics
import Foundation
import Interchange
import Monetary
import Testing

@Suite("Estimates: good, odd and hostile files")
struct EstimateCorpusTests {
    private func findings(_ bytes: [UInt8]) -> [Finding] {
        do {
            return try EstimateReading(bytes, file: "estimate", stem: "job").checked().findings
        } catch {
            return error.findings
        }
    }

    @Test("each file makes the findings that stand beside it", arguments: CorpusFile.all(of: "estimate"))
    func corpus(file: CorpusFile) throws { try file.check(findings(file.bytes)) }

    @Test("there are files to read")
    func present() { #expect(CorpusFile.all(of: "estimate").count >= 15) }

    @Test(
        "no change of a file stops the reader, and what it accepts adds up", arguments: CorpusFile.all(of: "estimate"))
    func mutations(file: CorpusFile) throws {
        var mutations = Mutations(seed: 5)
        let bytes = try file.bytes
        let alphabet = Array("0123456789,.;:-%\n\r\t\"'#{}[]eT ".utf8) + [0, 0xFF, 0xE2]
        for _ in 0..<120 {
            let changed = mutations.change(bytes, with: alphabet)
            guard let estimate = try? EstimateReading(changed, file: "estimate", stem: "job").checked().estimate else {
                continue
            }
            let totals = try EstimateTotals(of: estimate)
            #expect(try totals.price - totals.cost == totals.addition)
        }
    }
}
