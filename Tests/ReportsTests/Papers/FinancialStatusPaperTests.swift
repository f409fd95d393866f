import Costing
import Monetary
import Reports
import Testing
import WorkTime

@Suite("The financial status of a job on paper")
struct FinancialStatusPaperTests {
    @Test("reads as it was read and kept, in both languages")
    func golden() throws {
        try expectGolden(FinancialStatusPaper(status: SampleFinances().financialStatus()), "financial-status")
    }

    @Test("leads with the headroom at its confidence")
    func headline() throws {
        let surely = try FinancialStatusPaper(status: SampleFinances().financialStatus()).report(in: .english)
        #expect(surely.headline.sentences[0].hasPrefix("At 80% confidence the job ends CNY 1,4"))
        #expect(surely.headline.tone == .bad)
        let even = try FinancialStatusPaper(status: SampleFinances().financialStatus(confidence: 0.5))
        #expect(
            even.report(in: .english).headline.sentences[0]
                == "At 50% confidence the job ends CNY 5,800.00 under the approved CNY 199,000.00, at CNY 193,200.00.")
        #expect(
            even.report(in: .simplifiedChinese).headline.sentences[0]
                == "按50%置信度\u{FF0C}预计完工成本为CNY 193,200.00\u{FF0C}比批准金额CNY 199,000.00结余CNY 5,800.00。")
    }

    @Test("lines and contingency add up to the totals, and a spreadsheet holds the sums as formulas")
    func totals() throws {
        let report = try FinancialStatusPaper(status: SampleFinances().financialStatus()).report(in: .english)
        for id in ["lines", "causes"] {
            let table = try #require(report.tables.first { $0.id == id })
            for column in 1..<table.columns.count {
                let parts = table.rows.compactMap { amount($0[column]) }
                let total = try #require(table.totals?[column])
                #expect(try parts.total(in: .cny) == amount(total), "\(id) \(table.columns[column].heading)")
                #expect(total.formula != nil)
            }
        }
    }

    private func amount(_ cell: Cell) -> Money? {
        if case .money(let money) = cell.figure { money } else { nil }
    }

    @Test("shows the fifteen most pressing warnings, and says how many more there are")
    func manyWarnings() throws {
        var job = try SampleFinances()
        let (net, none) = (Money(minorUnits: 100_000, .cny), Money.zero(.cny))
        job.events += (0..<30).map { number in
            CostEvent(
                id: "LATE-\(number)", kind: .bill, date: CivilDay("2026-02-15")!, party: "Example Tea", amount: net,
                tax: none, bookAmount: net)
        }
        let status = try job.financialStatus()
        let report = FinancialStatusPaper(status: status).report(in: .english)
        let section = try #require(report.sections.first { $0.heading == "Early warnings" })
        #expect(section.blocks.count { if case .note = $0 { true } else { false } } == 15)
        guard case .paragraph(let last)? = section.blocks.last else { throw TestFailure.noParagraph }
        #expect(last.hasPrefix("And \(status.warnings.count - 15) more") && status.warnings.count > 30)
    }

    private enum TestFailure: Error { case noParagraph }

    @Test("says that nothing is approved before anything else")
    func nothingApproved() throws {
        var job = try SampleFinances()
        job.versions = [EstimateVersion(estimate: job.versions[0].estimate)]
        let report = try FinancialStatusPaper(status: job.financialStatus()).report(in: .english)
        #expect(report.headline.sentences[0].hasPrefix("The client has approved nothing yet"))
        #expect(report.headline.sentences[1].contains("the estimated CNY 170,000.00"))
    }

    @Test("media pacing reads as it was read and kept, in both languages")
    func pacing() throws {
        let job = try SampleFinances()
        let today = CivilDay("2026-03-21")!
        let plan = PricedPlan(try job.books())
        let pacing = try JobPacing(plan, spent: job.ledger.standing(on: today.advanced(by: -1)), today: today)
        try expectGolden(PacingPaper(pacing: pacing, estimate: plan.books.estimate), "media-pacing")
    }

    @Test("the letter to the client reads as it was read and kept, and holds nothing of the agency's own")
    func request() throws {
        let outlook = try SampleFinances().outlook()
        let request = try #require(try ApprovalRequest(outlook))
        let paper = RequestPaper(request: request, number: 1, estimate: outlook.estimate)
        try expectGolden(paper, "cost-request")
        let text = try paper.report(in: .english).rendered(as: .text(width: 200)).text
        #expect(!text.contains("reserve") && !text.contains("5,000.00") && !text.contains("Agency fee"))
    }

    @Test("an answer says what is to be done now")
    func answer() throws {
        let outlook = try SampleFinances().outlook()
        let request = KeptRequest(try #require(try ApprovalRequest(outlook)), number: 1)
        for (kind, words) in [
            (KeptRequest.Kind.approved, "make version 4"), (.declined, "The approved amount stays"),
            (.withdrawn, "Nothing further is needed"),
        ] {
            let answer = KeptRequest.Answer(
                kind: kind, amount: kind == .approved ? request.amount : nil, date: CivilDay("2026-04-07")!, name: "Li")
            let paper = RequestAnswerPaper(
                requests: [request.answered(answer)], number: 1, estimate: outlook.estimate, nextVersion: 4)
            #expect(paper.report(in: .english).headline.sentences[1].contains(words))
            #expect(paper.report(in: .simplifiedChinese).headline.sentences.count == 2)
        }
    }
}
