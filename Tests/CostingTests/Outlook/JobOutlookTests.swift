import Costing
import Monetary
import Testing
import WorkTime

@Suite("What a job is expected to cost")
struct JobOutlookTests {
    @Test("the sample job: orders are known, the rest is at the job's own rate, and lines add up")
    func sample() throws {
        let outlook = try SampleJob().outlook()
        // Work done has cost its budget, counting the open order that pays for it: the rest is expected at its budget.
        #expect(outlook.factor.median == 1 && outlook.factor.basis == .jobAlone)
        #expect(try outlook.median == yuan("193200"))
        #expect(try outlook.line("film")?.median == yuan("55200") && outlook.line("tv")?.median == yuan("85000"))
        #expect(try outlook.line("fee")?.median == yuan("30000") && outlook.line("web")?.median == yuan("20000"))
        #expect(try outlook.line("travel")?.median == yuan("3000"))
        #expect(try outlook.lines.map(\.median).total(in: .cny) == outlook.median)
        #expect(try outlook.lines.map(\.atConfidence).total(in: .cny) == outlook.atConfidence)
        #expect(try outlook.approvedCost == yuan("199000"))
        #expect(try outlook.headroom == outlook.approvedCost - outlook.atConfidence)
    }

    /// The integral by brute force: the density of t with four degrees of freedom, summed in small steps.
    private func probability(upTo t: Double) -> Double {
        let step = 1e-4
        let count = Int(t.magnitude / step)
        let half = (0..<count).reduce(0.0) { sum, index in
            let x = (Double(index) + 0.5) * step
            let base = 1 + x * x / 4
            return sum + 0.375 / (base * base * base.squareRoot()) * step
        }
        return t < 0 ? 0.5 - half : 0.5 + half
    }

    @Test("the chance of passing the approval is the tail of the distribution, computed again by brute force")
    func tail() throws {
        let outlook = try SampleJob().outlook()
        // 158,200 are known and 35,000 uncertain: the approval is passed beyond a factor of 40,800 / 35,000.
        let logarithm = 0.153_343  // ln 1.165714
        let expected = 1 - probability(upTo: logarithm / 0.2)
        #expect(abs(outlook.probabilityOver[0].probability - expected) < 1e-4)
        #expect(outlook.probabilityOver[0].probability > outlook.probabilityOver[1].probability)
    }

    @Test("quantiles are ordered, and the confidence moves the headroom")
    func quantiles() throws {
        let outlook = try SampleJob().outlook()
        let costs = outlook.quantiles.map(\.cost.minorUnits)
        #expect(costs == costs.sorted() && costs[3] == outlook.median.minorUnits)
        let surer = try SampleJob().outlook(confidence: 0.95)
        #expect(surer.headroom.minorUnits < outlook.headroom.minorUnits)
        #expect(surer.atConfidence == outlook.quantiles[6].cost)
        #expect(outlook.expectedOverspend.minorUnits > 0)
    }

    @Test("the same job with all amounts a hundred times as large is forecast a hundred times as large")
    func scale() throws {
        let factor = RestFactor(median: 1.1, spread: 0.3, basis: .jobAlone)
        let status = try JobStatus(PricedPlan(SampleJob().books()))
        let outlook = try JobOutlook(status, factor: { _ in factor })
        #expect(outlook.factor == factor)
        #expect(abs(outlook.median.approximateUnits - (158_200 + 35_000 * 1.1)) < 0.01)
    }

    @Test("a cost is taken first from the contingency, then from the agency's reserve, and beyond both from nobody")
    func reserves() throws {
        let estimate = try SampleJob.estimate(1, "2026-01-01", [SampleJob.tv(), SampleJob.fee()])
        for (cost, contingency, reserve, beyond) in [
            ("100000", "0", "0", "0"), ("121000", "6000", "0", "0"), ("127000", "10000", "2000", "0"),
            ("140000", "10000", "5000", "10000"),
        ] {
            let draw = try ReserveDraw(of: estimate, cost: yuan(cost))
            #expect(try draw.fromContingency == yuan(contingency) && draw.fromManagementReserve == yuan(reserve))
            #expect(try draw.beyond == yuan(beyond) && draw.headroom == yuan("125000") - yuan(cost))
        }
    }

    @Test("what finished jobs teach is carried to the work that is left, and no unit of money changes it")
    func learned() throws {
        let status = try JobStatus(PricedPlan(SampleJob().books()))
        let fitted = FittedClass(nil)
        let outlook = try JobOutlook(status) { .learned(from: fitted, of: status, $0) }
        #expect(outlook.factor.basis == .jobAlone)
        #expect((0.7...1.4).contains(outlook.factor.median) && (0.05...1).contains(outlook.factor.spread))
        #expect(try outlook.lines.map(\.median).total(in: .cny) == outlook.median)
        // At its beginning a job is expected to cost about its budget, and nobody is sure.
        let begun = try JobStatus(PricedPlan(SampleJob().books(on: sampleDay("2026-02-10"))))
        let early = try JobOutlook(begun) { .learned(from: fitted, of: begun, $0) }
        #expect(early.factor.spread > 0.05)
    }

    // MARK: Late invoices

    /// A job of one line that is done to nine tenths and has booked this much.
    private func oneLine(booked: String, ordered: String? = nil) throws -> JobOutlook {
        var job = try SampleJob()
        job.versions = [
            SampleJob.approved(
                try SampleJob.estimate(1, "2026-01-01", [line("film", "production", cost: "100000")]), on: "2025-12-20")
        ]
        job.events = [progress("1", "2026-03-01", "film", .share(Rate(percent: 90)))]
        if let ordered { job.events.append(try event("2", .order, "2026-01-10", "film", ordered, order: "2")) }
        if ordered == nil, booked != "0" { job.events.append(try event("3", .expense, "2026-03-01", "film", booked)) }
        return try job.outlook()
    }

    @Test("work done and hardly booked is a late invoice with a probability, and not a saving")
    func late() throws {
        let risk = try #require(try oneLine(booked: "30000").line("film")?.lateInvoice)
        #expect(try risk.amount == yuan("60000"))
        #expect(risk.probability > 0.95)
        // Where it comes the job costs 30,000 + 60,000 + the rest.
        #expect(try oneLine(booked: "30000").median.minorUnits > yuan("98000").minorUnits)
        let cheap = try #require(try oneLine(booked: "85000").line("film")?.lateInvoice)
        #expect(cheap.probability < 0.4)
        #expect(try oneLine(booked: "85000").median.minorUnits < yuan("97000").minorUnits)
    }

    @Test("an open order pays for the work that is not booked, so nothing is counted twice")
    func ordered() throws {
        let line = try #require(try oneLine(booked: "0", ordered: "100000").line("film"))
        #expect(line.lateInvoice == nil && line.uncommitted.isZero)
        #expect(try line.median == yuan("100000"))
    }

    @Test("a line of which nobody says how far it is costs its budget, or what is bound if that is more")
    func unreported() throws {
        var job = try SampleJob()
        job.events = try [
            event("1", .expense, "2026-02-01", "fee", "12000"),
            event("2", .order, "2026-02-01", "web", "25000", order: "2"),
        ]
        let outlook = try job.outlook()
        #expect(try outlook.line("fee")?.median == yuan("30000") && outlook.line("web")?.median == yuan("25000"))
    }

    @Test("a line closed short costs what it has cost once its time is over, and what is missing is volume")
    func closedShort() throws {
        var job = try SampleJob()
        job.events += try [
            event("I-2", .invoice, "2026-03-18", "tv", "40000", order: "PO-2"),
            event("CL-1", .orderClosed, "2026-03-19", nil, "0", order: "PO-2"),
        ]
        // Until its last day another order may follow.
        let during = try #require(try job.outlook(on: sampleDay("2026-03-30")).line("tv"))
        #expect(try during.uncommitted == yuan("42500") && during.notBought.isZero)
        let outlook = try job.outlook()
        let line = try #require(outlook.line("tv"))
        #expect(try line.median == yuan("40000") && line.atConfidence == yuan("40000"))
        #expect(try line.uncommitted.isZero && outlook.notBought() == yuan("42500"))
        let cause = try CostCause(of: outlook, against: outlook.estimate).lines.first { $0.line == "tv" }
        #expect(try cause?[.volume] == yuan("-42500") && cause?[.rate] == yuan("-2500"))
        // With a new order the line goes on.
        job.events.append(try event("PO-3", .order, "2026-03-31", "tv", "42500", order: "PO-3"))
        let again = try #require(try job.outlook().line("tv"))
        #expect(try again.openCommitment == yuan("42500") && again.notBought.isZero)
    }

    @Test("known remaining orders are not multiplied by how the job went")
    func knownOrders() throws {
        var job = try SampleJob()
        job.events += try [event("9", .order, "2026-03-30", "web", "20000", order: "9")]
        let dear = RestFactor(median: 2, spread: 0.1, basis: .jobAlone)
        let outlook = try JobOutlook(JobStatus(PricedPlan(job.books())), factor: { _ in dear })
        #expect(try outlook.line("web")?.median == yuan("20000"))
    }

    @Test("a job without anything uncertain costs what it costs at every confidence")
    func certain() throws {
        var job = try SampleJob()
        job.versions = [
            SampleJob.approved(
                try SampleJob.estimate(1, "2026-01-01", [line("film", "production", cost: "1000")]), on: "2025-12-20")
        ]
        job.events = try [
            event("1", .expense, "2026-02-01", "film", "1500.50"), progress("2", "2026-02-01", "film", .finished),
        ]
        let outlook = try job.outlook(confidence: 0.99)
        #expect(try outlook.median == yuan("1500.50") && outlook.atConfidence == yuan("1500.50"))
        #expect(outlook.probabilityOver.map(\.probability) == [0, 0, 0])
    }
}
