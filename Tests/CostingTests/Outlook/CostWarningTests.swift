import Costing
import Monetary
import Testing
import WorkTime

@Suite("Early warnings of overspend")
struct CostWarningTests {
    private func rules(_ job: SampleJob, on day: CivilDay = SampleJob.status) throws -> [String] {
        try job.outlook(on: day).warnings().map {
            [$0.sign.rule, $0.sign.subject].compactMap(\.self).joined(separator: " ")
        }
    }

    @Test(
        "the sample job: an overspend is possible, a cost has no line, film is ordered beyond its budget, money is not billed"
    )
    func sample() throws {
        let found = try rules(SampleJob())
        #expect(found.first == "cost-without-line travel" || found.first == "committed-beyond-budget film")
        #expect(found.contains("cost-without-line travel") && found.contains("committed-beyond-budget film"))
        #expect(found.contains("not-billed First invoice") && found.contains("overspend"))
        #expect(found.contains("exchange-moved film"))
    }

    @Test("a probability of one half warns, of one fifth is watched, of less is silent")
    func thresholds() throws {
        let warnings = try SampleJob().outlook().warnings()
        let overspend = try #require(warnings.first { $0.sign.rule == "overspend" })
        #expect(overspend.level == .watch && (0.2..<0.5).contains(overspend.sign.probability ?? 0))
        var rules = CostWarningRules()
        rules.warnProbability = 0.1
        let strict = try SampleJob().outlook().warnings(rules)
        #expect(strict.first { $0.sign.rule == "overspend" }?.level == .warn)
        rules.watchProbability = 0.9
        rules.warnProbability = 0.9
        #expect(try !SampleJob().outlook().warnings(rules).contains { $0.sign.rule == "overspend" })
    }

    @Test("what is likelier than not comes first")
    func order() throws {
        let levels = try SampleJob().outlook().warnings().map(\.level)
        #expect(levels == levels.sorted())
    }

    @Test("a change order that waits for a signature is watched with what it changes")
    func pending() throws {
        var job = try SampleJob()
        job.versions[1] = EstimateVersion(
            estimate: job.versions[1].estimate, internalSignOff: SignOff(date: sampleDay("2026-02-20"), name: "Chen"))
        let outlook = try job.outlook()
        let warning = try #require(try outlook.warnings().first { $0.sign.rule == "change-order-pending" })
        #expect(warning.sign == .changeOrderPending(version: 2, withClient: true))
        #expect(try warning.amount == yuan("29000"))
    }

    @Test("work done on an order long ago without an invoice is chased")
    func lateInvoice() throws {
        var job = try SampleJob()
        job.events.removeAll { $0.id == "I-1" }
        let found = try rules(job, on: sampleDay("2026-05-31"))
        #expect(found.contains("invoice-late PO-1"))
        #expect(try !rules(SampleJob(), on: sampleDay("2026-03-31")).contains("invoice-late PO-1"))
    }

    @Test("a receivable past its date is collected; what was received is not asked for again")
    func receivable() throws {
        var job = try SampleJob()
        job.events += try [
            event("B-1", .bill, "2026-02-15", nil, "80000", tax: "4800", due: "2026-03-15"),
            event("R-1", .receipt, "2026-03-20", nil, "50000", settles: "B-1"),
        ]
        let warning = try #require(try job.outlook().warnings().first { $0.sign.rule == "receivable-overdue" })
        #expect(try warning.amount == yuan("34800"))
        #expect(try !rules(job).contains("not-billed First invoice"))
        job.events.append(try event("R-2", .receipt, "2026-03-25", nil, "34800", settles: "B-1"))
        #expect(try !rules(job).contains { $0.hasPrefix("receivable") })
    }

    @Test("spend ahead of work, a low index, contingency and progress that nobody reports")
    func lines() throws {
        var job = try SampleJob()
        job.events = try [
            event("1", .expense, "2026-03-01", "film", "50000"),
            progress("2", "2026-03-01", "film", .share(Rate(percent: 60))),
            event("3", .expense, "2026-03-01", "web", "1000"),
        ]
        let found = try rules(job)
        #expect(found.contains("spent-before-earned film") && found.contains("cost-index-low"))
        #expect(found.contains("contingency-faster-than-progress") && found.contains("progress-unreported web"))
    }

    @Test("reserves are watched when the job is expected to use them, not when only a cautious forecast would")
    func reserves() throws {
        let cautious = try SampleJob().outlook(confidence: 0.95)
        #expect(cautious.reserves.fromManagementReserve.minorUnits > 0)
        #expect(try !cautious.warnings().contains { $0.sign == .managementReserveUsed })
        var job = try SampleJob()
        job.events.append(try event("X-2", .expense, "2026-03-06", "travel", "10000"))
        let expected = try job.outlook(confidence: 0.5)
        let warning = try #require(try expected.warnings().first { $0.sign == .managementReserveUsed })
        #expect(warning.amount == expected.reserves.fromManagementReserve)
    }

    @Test("a line that is done and dear is watched while work elsewhere can make up for it, then it is history")
    func doneAndDear() throws {
        var job = try SampleJob()
        job.events = try [
            event("1", .time, "2026-03-01", "fee", "33000"), progress("2", "2026-03-01", "fee", .finished),
        ]
        let fee = try #require(try job.outlook().warnings().first { $0.sign == .committedBeyondBudget("fee") })
        #expect(fee.level == .watch && fee.deed == .reviewRest)
        job.events += ["tv", "film", "web"].enumerated().map { index, line in
            progress("\(index + 3)", "2026-03-02", LineID(line), .finished)
        }
        job.events += try ["tv": "85000", "film": "54000", "web": "20000"].sorted { $0.key < $1.key }.map {
            line, cost in
            try event("X-\(line)", .expense, "2026-03-02", LineID(line), cost)
        }
        #expect(try !job.outlook().warnings().contains { $0.sign == .committedBeyondBudget("fee") })
    }

    @Test("work that is neither booked nor ordered is watched with its probability")
    func notBooked() throws {
        var job = try SampleJob()
        job.events = [progress("1", "2026-03-01", "film", .finished)]
        let warning = try #require(try job.outlook().warnings().first { $0.sign.rule == "cost-not-booked" })
        #expect(warning.sign.probability == 1)
    }
}

@Suite("Asking for approval")
struct ApprovalRequestTests {
    @Test("the amount is what the forecast passes the approval by, and the price follows the contract of each line")
    func amount() throws {
        let outlook = try SampleJob().outlook()
        let request = try #require(try ApprovalRequest(outlook))
        #expect(try request.amount == -outlook.headroom && request.approvedCost == yuan("199000"))
        // The fee has a fixed price, so the client is billed less than the cost.
        #expect(request.price.minorUnits < request.amount.minorUnits)
        #expect(try request.alreadyCommitted == yuan("0"))
    }

    @Test("work that is not ordered could go instead, the dearest first, for exactly the amount")
    func cuts() throws {
        let request = try #require(try ApprovalRequest(SampleJob().outlook()))
        #expect(request.cuts.first?.line == "web")
        #expect(try request.cuts.map(\.cut).total(in: .cny) == request.amount)
        let large = try #require(try ApprovalRequest(SampleJob().outlook(), amount: yuan("900000")))
        #expect(try large.cuts.map(\.cut).total(in: .cny).minorUnits < large.amount.minorUnits)
    }

    @Test("an answer is needed before a commitment passes the approval, and while the work could still be left out")
    func answer() throws {
        let outlook = try SampleJob().outlook()
        let request = try #require(try ApprovalRequest(outlook))
        // The last yuan is bound at the end of June, but by the end of April too little of web is left to be left out.
        #expect(request.answerBy == sampleDay("2026-04-27"))
        var job = try SampleJob()
        job.events.append(try event("9", .order, "2026-03-31", "web", "90000", order: "9"))
        let late = try #require(try ApprovalRequest(job.outlook()))
        #expect(late.answerBy == sampleDay("2026-04-01") && late.alreadyCommitted.minorUnits > 0)
    }

    @Test("a supplier is ordered as a whole before the work begins, so the answer is needed by then")
    func answerBeforeOrder() throws {
        var job = try SampleJob()
        // At its budget and more, web passes what was approved on the day of its order, and not in the middle of its work.
        let web = line(
            "web", "production", cost: try yuan("40000"), supplier: "Weavers", from: "2026-05-04", to: "2026-06-30")
        let version = job.versions[1].estimate
        let lines = version.lines.map { $0.id == "web" ? web : $0 }
        job.versions[1] = SampleJob.approved(try SampleJob.estimate(2, "2026-03-01", lines), on: "2026-02-25")
        let request = try #require(try ApprovalRequest(job.outlook(confidence: 0.95)))
        #expect(request.answerBy == sampleDay("2026-05-03"))
        let late = try #require(try ApprovalRequest(job.outlook(on: sampleDay("2026-05-20"), confidence: 0.95)))
        #expect(late.answerBy == sampleDay("2026-05-21"))
    }

    @Test("within the approval there is nothing to ask for")
    func nothing() throws {
        #expect(try ApprovalRequest(SampleJob().outlook(confidence: 0.5)) == nil)
    }
}
