import Costing
import Monetary
import WorkTime

/// A job with a random ledger in three currencies, random progress, and an estimate with two change orders over some of the
/// lines, the same for the same seed.
struct RandomJob {
    let versions: [EstimateVersion]
    let ledger: Ledger
    let day: CivilDay

    init(seed: UInt64) {
        var random = SplitMix(state: seed &* 77 &+ 5)
        let events = RandomLedger(seed: seed, count: 60 + random.below(120)).events
        var reports: [CostEvent] = []
        for number in 0..<random.below(40) {
            let day = RandomLedger.firstDay.advanced(by: random.below(350))
            reports.append(
                CostEvent(
                    id: "p\(number)", kind: .progress, date: day, line: LineID("line\(random.below(5))"),
                    amount: .zero(.cny), tax: .zero(.cny), bookAmount: .zero(.cny), progress: Self.report(&random)))
        }
        ledger = Ledger(of: "random", inBooksOf: .cny, events: events + reports)
        versions = (1...3).map { number in
            let effective = CivilDay("2026-01-05")!.advanced(by: (number - 1) * (20 + random.below(100)))
            return SampleJob.approved(Self.estimate(number, effective, &random), on: "2026-01-01")
        }
        day = RandomLedger.firstDay.advanced(by: random.below(360))
    }

    func outlook() throws -> JobOutlook {
        let books = try JobBooks(of: EstimateRecord(versions: versions), ledger, on: day)
        return try JobOutlook(JobStatus(PricedPlan(books)), confidence: 0.8)
    }

    private static func report(_ random: inout SplitMix) -> CostEvent.ReportedProgress {
        switch random.below(5) {
        case 0: .units(Rate(random.below(30)))
        case 1: .finished
        case 2: .started
        case 3: .milestone("first")
        default: .share(try! Rate(Int128(random.below(101)), over: 100))
        }
    }

    private static func estimate(_ number: Int, _ effective: CivilDay, _ random: inout SplitMix) -> CostEstimate {
        let lines = (0..<5).filter { _ in random.below(4) > 0 }.map { Self.line($0, &random) }
        return CostEstimate(
            job: "random", name: "Random", client: "client", type: nil, currency: .cny, version: number,
            effective: effective, reason: nil, start: RandomLedger.firstDay, finish: RandomLedger.lastDay, lines: lines,
            contingency: Money(minorUnits: Int64(random.below(2_000_000)), .cny),
            managementReserve: Money(minorUnits: Int64(random.below(1_000_000)), .cny), ceiling: nil, billing: [])
    }

    private static func line(_ place: Int, _ random: inout SplitMix) -> EstimateLine {
        let currency = [Currency.cny, .hkd, .usd][random.below(3)]
        let foreign = Money(minorUnits: Int64(random.below(20_000_000)), currency)
        let rate = try! Rate(Int128(currency == .cny ? 100 : 80 + random.below(20)), over: 100)
        let cost = try! Money(exactly: rate.times(Int128(foreign.minorUnits), rounding: .halfEven), .cny)
        let rules: [EarningRule] = [
            .percentComplete, .units, .onFinish, .halfOnStart,
            .milestones([
                .init(name: "first", share: Rate(percent: 40), due: nil),
                .init(name: "second", share: Rate(percent: 60), due: nil),
            ]),
        ]
        return CostingTests.line(
            LineID("line\(place)"), "production", cost: cost, foreign: (foreign, rate), quantity: 20,
            from: "2026-02-01", to: "2026-09-30", earning: rules[random.below(rules.count)])
    }
}
