import Costing
import Diagnostics
import Foundation
import Interchange
import Monetary
import Testing
import WorkTime

@Suite("Ledgers: good, odd and hostile files")
struct LedgerCorpusTests {
    private func batch(_ bytes: [UInt8]) throws -> (batch: LedgerBatch?, findings: [Finding]) {
        var reading = LedgerReading(of: "job", currency: .cny)
        reading.add(bytes, file: "ledger")
        guard let draft = reading.drafts.first else { return (nil, reading.findings.inReadingOrder) }
        do throws(Rejection) {
            let batch = try LedgerBatch(checking: draft, against: PostedBooks(), nil, on: CivilDay("2026-12-31"))
            let findings = reading.findings.inReadingOrder + batch.findings
            return (reading.findings.hasErrors ? nil : batch, findings)
        } catch {
            return (nil, reading.findings.inReadingOrder + error.findings)
        }
    }

    @Test("each file makes the findings that stand beside it", arguments: CorpusFile.all(of: "ledger"))
    func corpus(file: CorpusFile) throws { try file.check(batch(file.bytes).findings) }

    @Test("there are files to read")
    func present() { #expect(CorpusFile.all(of: "ledger").count >= 12) }

    @Test("no change of a file stops the reader, and what it accepts balances", arguments: CorpusFile.all(of: "ledger"))
    func mutations(file: CorpusFile) throws {
        var mutations = Mutations(seed: 7)
        let bytes = try file.bytes
        let alphabet = Array("0123456789,.;:-%\n\r\t\"'PIW".utf8) + [0, 0xFF, 0xE2]
        for _ in 0..<200 {
            let changed = mutations.change(bytes, with: alphabet)
            guard let batch = try batch(changed).batch else { continue }
            let ledger = Ledger(of: "job", inBooksOf: batch.currency, events: batch.events)
            let balance = try ledger.trialBalance(on: .latest)
            #expect(try balance.proof().allSatisfy(\.isZero))
        }
    }

    @Test(
        "a date in another form is answered with the one that was probably meant; a missing one is said to be missing")
    func dates() throws {
        let rows = "id,date,kind,line,amount\nT-1,2026.3.31,time,fee,1\nT-2,,time,fee,1\n"
        let found = try batch(Array(rows.utf8)).findings.filter { $0.id == "cost.bad-date" }
        #expect(found.map { $0.advice.contains("2026-03-31") } == [true, true])
        #expect(found.map(\.message) == ["“2026.3.31” is not a date", "the date is missing"])
    }

    @Test("Chinese columns and kinds, and decimal commas, are read as the same events")
    func dialects() throws {
        let chinese = CorpusFile.all(of: "ledger").first { $0.name == "chinese.csv" }
        let events = try #require(try chinese.flatMap { try batch($0.bytes).batch }).events
        #expect(events.map(\.kind) == [.order, .invoice, .progress])
        let share = CostEvent.ReportedProgress.share(try Rate("0.4"))
        #expect(events[0].party == "海港影业" && events[2].progress == share)
        let commas = CorpusFile.all(of: "ledger").first { $0.name == "decimal-commas.csv" }
        let amounts = try #require(try commas.flatMap { try batch($0.bytes).batch }).events.map(\.amount.amount)
        #expect(amounts == ["1000.50", "12.50"])
    }
}
