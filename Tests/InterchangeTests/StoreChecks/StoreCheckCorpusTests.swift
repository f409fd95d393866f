import Diagnostics
import Foundation
import Interchange
import MediaSpend
import Monetary
import Testing

@Suite("Store checks: good, odd and hostile files")
struct StoreCheckCorpusTests {
    private func read(_ bytes: [UInt8]) -> (checks: StoreChecks?, findings: [Finding]) {
        do throws(Rejection) {
            let file = try StoreCheckFile(reading: .init(bytes, file: "visits"), in: .cny)
            return (file.checks, file.findings)
        } catch {
            return (nil, error.findings)
        }
    }

    @Test("each file makes the findings that stand beside it", arguments: CorpusFile.all(of: "store-check"))
    func corpus(file: CorpusFile) throws { try file.check(read(file.bytes).findings) }

    @Test("there are files to read")
    func present() { #expect(CorpusFile.all(of: "store-check").count >= 14) }

    @Test(
        "no change of a file stops the reader, and what it accepts can be analysed",
        arguments: CorpusFile.all(of: "store-check"))
    func mutations(file: CorpusFile) throws {
        var mutations = Mutations(seed: 11)
        let bytes = try file.bytes
        let alphabet = Array("0123456789,.;:-%\n\r\t\"'xyn".utf8) + [0, 0xFF, 0xE2]
        for _ in 0..<Mutations.count(200) {
            guard let checks = read(mutations.change(bytes, with: alphabet)).checks else { continue }
            for month in checks.months {
                let analysis = StoreCheckAnalysis(of: checks, in: month)
                let shares = analysis.categories.map { $0.brands.compactMap(\.current.shareOfShelf.value).reduce(0, +) }
                #expect(shares.allSatisfy { $0 == 0 || abs($0 - 1) < 1e-9 })
            }
        }
    }
}
