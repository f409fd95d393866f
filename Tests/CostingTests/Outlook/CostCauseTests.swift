import Costing
import Monetary
import Testing
import WorkTime

@Suite("Why a job costs what it costs")
struct CostCauseTests {
    @Test("the gap of the sample job, taken apart by hand")
    func sample() throws {
        let outlook = try SampleJob().outlook()
        let cause = try CostCause(of: outlook, against: SampleJob().versions[0].estimate)
        let film = try #require(cause.lines.first { $0.line == "film" })
        #expect(try film.gap == yuan("10200") && film[.scope] == yuan("9000"))
        // HKD 60,000 at 0.92 instead of 0.9.
        #expect(try film[.exchange] == yuan("1200") && film[.rate] == yuan("0") && film[.timing] == yuan("0"))
        let web = try #require(cause.lines.first { $0.line == "web" })
        #expect(try web[.scope] == yuan("20000"))
        #expect(try cause.total(.unlinked) == yuan("3000") && cause.total(.scope) == yuan("29000"))
        #expect(try cause.gap() == outlook.atConfidence - yuan("170000"))
        #expect(cause.largest().map(\.line) == ["web", "film", "fee"] || cause.largest().first?.line == "web")
    }

    @Test("units beyond the estimate are volume, at the estimated price")
    func volume() throws {
        var job = try SampleJob()
        job.events += try [
            progress("P-9", "2026-03-31", "tv", .units(120)),
            event("W-9", .workDone, "2026-03-31", "tv", "70000", order: "PO-2"),
            event("I-9", .invoice, "2026-03-31", "tv", "110000", order: "PO-2"),
        ]
        let outlook = try job.outlook()
        let tv = try #require(try CostCause(of: outlook, against: outlook.estimate).lines.first { $0.line == "tv" })
        #expect(try tv[.volume] == yuan("17000") && tv[.rate] == yuan("8000") && tv.gap == yuan("25000"))
        #expect(tv.leading == .volume)
    }

    @Test("a deviation that no invoice has confirmed is timing")
    func timing() throws {
        var job = try SampleJob()
        job.versions = [
            SampleJob.approved(
                try SampleJob.estimate(1, "2026-01-01", [line("film", "production", cost: "100000")]), on: "2025-12-20")
        ]
        job.events = try [
            event("O", .order, "2026-01-05", "film", "120000", order: "O"),
            event("W", .workDone, "2026-02-01", "film", "120000", order: "O"),
            event("I", .invoice, "2026-02-10", "film", "90000", order: "O"),
            progress("P", "2026-02-01", "film", .finished),
        ]
        let outlook = try job.outlook()
        let film = try CostCause(of: outlook, against: outlook.estimate).lines[0]
        #expect(try film.gap == yuan("20000") && film[.timing] == yuan("5000") && film[.rate] == yuan("15000"))
    }

    @Test("exchange of work that is not invoiced is exchange, and timing is what still deviates")
    func exchangeBeforeTiming() throws {
        var job = try SampleJob()
        job.versions.removeLast()
        job.events.removeAll { $0.id == "I-1" || $0.id == "C-1" }
        let outlook = try job.outlook()
        let film = try #require(try CostCause(of: outlook, against: outlook.estimate).lines.first { $0.line == "film" })
        // HKD 50,000 at 0.92 instead of 0.9: the order alone makes the line dearer, and nothing else does.
        #expect(try film.gap == yuan("1000") && film[.exchange] == yuan("1000"))
        #expect(try film[.timing] == yuan("0") && film[.rate] == yuan("0"))
    }

    @Test("parts are the gap exactly, for any ledger, plan and confidence", arguments: 0..<40)
    func law(seed: Int) throws {
        let random = RandomJob(seed: UInt64(seed))
        let outlook = try random.outlook()
        for version in [random.versions[0].estimate, outlook.estimate] {
            let cause = try CostCause(of: outlook, against: version)
            for line in cause.lines {
                #expect(try LineCause.Kind.allCases.map { line[$0] }.total(in: .cny) == line.gap)
            }
            let all = try LineCause.Kind.allCases.map { try cause.total($0) }.total(in: .cny)
            #expect(try all - version.contingency == cause.gap())
        }
        #expect(try outlook.lines.map(\.median).total(in: .cny) == outlook.median)
        #expect(try outlook.lines.map(\.atConfidence).total(in: .cny) == outlook.atConfidence)
    }
}
