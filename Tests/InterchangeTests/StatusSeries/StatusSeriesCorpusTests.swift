import Costing
import Diagnostics
import Foundation
import Interchange
import Monetary
import Testing

@Suite("Status series: good, odd and hostile files")
struct StatusSeriesCorpusTests {
    private func findings(_ bytes: [UInt8]) -> [Finding] {
        let reading = StatusSeriesReading(series: bytes, file: "series.csv", currency: .eur)
        do {
            return try reading.checked().findings
        } catch {
            return error.findings
        }
    }

    @Test("each file makes the findings that stand beside it", arguments: CorpusFile.all(of: "status-series"))
    func corpus(file: CorpusFile) throws { try file.check(findings(file.bytes)) }

    @Test("there are files to read")
    func present() { #expect(CorpusFile.all(of: "status-series").count >= 12) }

    @Test("no change of a file stops the reader or the figures", arguments: CorpusFile.all(of: "status-series"))
    func mutations(file: CorpusFile) throws {
        var mutations = Mutations(seed: 11)
        let bytes = try file.bytes
        let alphabet = Array("0123456789,.;-\n\r\"eT:+ ".utf8) + [0, 0xFF, 0xE2]
        for _ in 0..<300 {
            let changed = mutations.change(bytes, with: alphabet)
            let reading = StatusSeriesReading(series: changed, file: "series.csv", currency: .eur)
            guard let series = try? reading.checked() else { continue }
            for figures in series.readings {
                _ = try? figures.forecast
                _ = try? series.plan.map { plan in try figures.finish(on: plan) }
                _ = try? figures.estimateAtCompletion(.sci)
            }
        }
    }
}
