import Costing
import Monetary
import Testing
import WorkTime

@Suite("Pacing of media")
struct PacingTests {
    private let flight = sampleDay("2026-03-01")...sampleDay("2026-03-10")

    private func pacing(
        budget: String = "100", spend: String, today: String, calendar: DeliveryCalendar = .even, isCapped: Bool = false
    ) throws -> Pacing {
        Pacing(
            budget: try yuan(budget), spend: try yuan(spend), flight: flight, today: sampleDay(today),
            calendar: calendar,
            isCapped: isCapped)
    }

    /// - Source: Basis, “Understanding Pacing”: 57 of 100 spent after six of ten days is an index of 95 %.
    @Test("57 of 100 after six of ten days is an index of 0.95 and leads to 95")
    func published() throws {
        let pacing = try pacing(spend: "57", today: "2026-03-07")
        #expect(try pacing.index == Rate(percent: 95))
        #expect(try pacing.projectedSpend == yuan("95.00") && pacing.deviation == yuan("-5.00"))
        #expect(pacing.elapsedDays == 6 && pacing.days == 10)
        #expect(try pacing.dailySpendLeft == yuan("10.75"))
    }

    @Test("today does not count: nothing is known of a flight on its first day")
    func firstDay() throws {
        let pacing = try pacing(spend: "0", today: "2026-03-01")
        #expect(throws: Undefined.noTimeElapsed) { try pacing.index }
        #expect(throws: Undefined.noTimeElapsed) { try pacing.projectedSpend }
    }

    @Test("a hard cap stops at the budget, and the index says that the flight ends early")
    func cap() throws {
        let open = try pacing(spend: "80", today: "2026-03-06")
        let capped = try pacing(spend: "80", today: "2026-03-06", isCapped: true)
        #expect(try open.projectedSpend == yuan("160") && capped.projectedSpend == yuan("100"))
        #expect(try capped.deviation == yuan("0") && capped.index == Rate(percent: 160))
        #expect(try pacing(spend: "120", today: "2026-03-06", isCapped: true).projectedSpend == yuan("120"))
    }

    @Test("days weigh as the delivery calendar says")
    func weights() throws {
        // Sunday 1 March to Tuesday 10 March with nothing on weekends: seven days count, three of them are over.
        let calendar = DeliveryCalendar(weekdays: [1, 1, 1, 1, 1, 0, 0])
        let pacing = try pacing(budget: "70", spend: "30", today: "2026-03-05", calendar: calendar)
        #expect(try pacing.index == 1)
        let launch = DeliveryCalendar(days: [sampleDay("2026-03-02"): 11])
        #expect(try self.pacing(spend: "60", today: "2026-03-03", calendar: launch).index == 1)
    }

    @Test("a flight that is over has no day left, and what is spent is what it spends")
    func over() throws {
        let pacing = try pacing(spend: "93", today: "2026-04-01")
        #expect(try pacing.projectedSpend == yuan("93") && pacing.index == Rate(93, over: 100))
        #expect(throws: Undefined.noTimeLeft) { try pacing.dailySpendLeft }
        #expect(throws: Undefined.noPlannedValue) {
            try self.pacing(budget: "0", spend: "1", today: "2026-03-04").index
        }
    }

    @Test("a flight whose days all weigh nothing is due when it is over, in money and in units")
    func withoutWeight() throws {
        let job = try SampleJob()
        let ledger = Ledger(of: "spring", inBooksOf: .cny, events: job.events)
        let calendar = DeliveryCalendar(
            days: Dictionary(uniqueKeysWithValues: (0..<31).map { (sampleDay("2026-03-01").advanced(by: $0), 0) }))
        func pacing(_ today: String) throws -> LinePacing {
            let (day, today) = (sampleDay(today).advanced(by: -1), sampleDay(today))
            let plan = PricedPlan(try job.books(on: day))
            return try #require(
                JobPacing(plan, spent: ledger.standing(on: day), today: today, calendar: calendar).lines.first)
        }
        #expect(throws: Undefined.noTimeElapsed) { try pacing("2026-03-31").deliveryIndex }
        let after = try pacing("2026-04-01")
        #expect(try after.deliveryIndex == Rate(1, over: 2) && after.net.index == Rate(40, over: 85))
    }

    @Test("lines with a flight are paced net, gross and in units, through yesterday")
    func job() throws {
        let job = try SampleJob()
        let plan = PricedPlan(try job.books(on: sampleDay("2026-03-16")))
        let ledger = Ledger(of: "spring", inBooksOf: .cny, events: job.events)
        func pacing(_ today: String) throws -> JobPacing {
            try JobPacing(
                plan, spent: ledger.standing(on: sampleDay(today).advanced(by: -1)), today: sampleDay(today))
        }
        let before = try pacing("2026-03-16").lines
        #expect(before.map(\.line) == ["tv"])
        #expect(before[0].net.spend.isZero && before[0].units == nil)
        let after = try pacing("2026-03-17").lines[0]
        #expect(try after.net.spend == yuan("40000") && after.gross.spend == yuan("47058.82"))
        #expect(
            try after.net.index == Rate(40_000 * 31, over: 85_000 * 16) && after.deliveryIndex == Rate(31, over: 32))
    }
}
