import Costing
import Diagnostics
import Monetary
import Testing
import WorkTime

@testable import Reports

@Suite("The cost forecast paper")
struct CostForecastPaperTests {
    @Test("reads as it was read and kept, in both languages")
    func golden() throws {
        var series = SampleSeries.launchFilm
        series.approved = SampleSeries.euro(105_000)
        try expectGolden(series.paper(), "cost-forecast")
    }

    /// Two weeks of four, half of the budget of 1,000 earned, at this cost.
    private func halfway(cost: Int64, approved: Int64? = nil) -> SampleSeries {
        SampleSeries([[250, 250, cost / 2], [500, 500, cost], [750], [1_000]], approved: approved)
    }

    @Test(
        "leads with headroom in a sentence",
        arguments: [
            (
                600, 1_000, "The job is forecast to end EUR 138.94 over the approved EUR 1,000.00, at EUR 1,138.94.",
                "预计完工成本为EUR 1,138.94\u{FF0C}比批准金额EUR 1,000.00超支EUR 138.94。", Tone.bad
            ),
            (
                500, 1_200, "The job is forecast to end EUR 200.00 under the approved EUR 1,200.00, at EUR 1,000.00.",
                "预计完工成本为EUR 1,000.00\u{FF0C}比批准金额EUR 1,200.00结余EUR 200.00。", .good
            ),
            (
                500, 1_040, "The job is forecast to end EUR 40.00 under the approved EUR 1,040.00, at EUR 1,000.00.",
                "预计完工成本为EUR 1,000.00\u{FF0C}比批准金额EUR 1,040.00结余EUR 40.00。", .warning
            ),
            (
                500, 1_000, "The job is forecast to end at the approved EUR 1,000.00, with nothing to spare.",
                "预计完工成本正好为批准金额EUR 1,000.00\u{FF0C}没有余量。", .warning
            ),
        ] as [(Int64, Int64, String, String, Tone)])
    func headline(cost: Int64, approved: Int64, en: String, zh: String, tone: Tone) throws {
        let series = halfway(cost: cost, approved: approved)
        #expect(try series.report(.english).headline.sentences[0] == en)
        #expect(try series.report(.simplifiedChinese).headline.sentences[0] == zh)
        #expect(try series.report(.english).headline.tone == tone)
    }

    @Test("says when the job will finish against the plan")
    func finish() throws {
        #expect(
            try halfway(cost: 500).report(.english).headline.sentences[1]
                == "It is forecast to finish on Fri 25 Sep 2026, as planned.")
        // 12 days gone, 5 earned of 26; the remaining 21 by exp(0.25 · 0.15) end 33.8 days after 31 August.
        let late = SampleSeries([[250, 125, 125], [500, 250, 250], [750], [1_000]])
        #expect(
            try late.report(.english).headline.sentences[1]
                == "It is forecast to finish on Sat 3 Oct 2026, 8 calendar days after the planned Fri 25 Sep 2026.")
        let early = SampleSeries([[250, 500, 500], [500, 750, 750], [750], [1_000]])
        #expect(
            try early.report(.simplifiedChinese).headline.sentences[1]
                == "预计2026年9月18日\u{FF08}周五\u{FF09}完工\u{FF0C}比计划的2026年9月25日\u{FF08}周五\u{FF09}早7个自然日。")
    }

    @Test("of a job that is done it says what it cost, and forecasts nothing")
    func done() throws {
        let report = try SampleSeries([[500, 500, 450], [1_000, 1_000, 1_120]]).report(.english)
        #expect(
            report.headline.sentences == [
                "All the work is done; it cost EUR 1,120.00, EUR 120.00 over the budget of EUR 1,000.00."
            ])
        #expect(report.headline.tone == .bad)
        guard case .line(let chart) = report.charts[0] else {
            Issue.record("the first chart is \(report.charts[0])")
            return
        }
        #expect(chart.series.allSatisfy { $0.forecastFrom == nil })
        #expect(report.tables.map(\.id) == ["indices", "statuses"])
    }

    @Test("an approval that is spent while work remains is said, not divided by")
    func spent() throws {
        let report = try halfway(cost: 1_100).report(.english)
        #expect(report.headline.sentences[2].hasSuffix("the budget is spent, and work remains."))
        let needed = try #require(report.tables[0].rows.last)
        #expect(needed[1].text == "not reachable")
        #expect(needed[2].text == "the amount is spent already")
    }

    @Test("a budget that stands for the approval is called a budget, and the paper says so")
    func approvalAssumed() throws {
        let report = try halfway(cost: 600).report(.english)
        #expect(
            report.headline.sentences[0]
                == "The job is forecast to end EUR 138.94 over the budget of EUR 1,000.00, at EUR 1,138.94.")
        guard case .keyFigures(let figures) = report.sections[0].blocks[0] else { return }
        #expect(figures[2].context == "none is stated: the budget")
        #expect(
            try halfway(cost: 600).report(.simplifiedChinese).headline.sentences[0]
                == "预计完工成本为EUR 1,138.94\u{FF0C}比完工预算EUR 1,000.00超支EUR 138.94。")
    }

    @Test("of a job that is done, invoices still to come are told apart from what is booked")
    func invoicesToCome() throws {
        var series = SampleSeries([[500, 500, 450], [1_000, 1_000, 900]])
        series.draft.tracking = [
            .init(
                period: Located(2), activity: "print", earnedValue: SampleSeries.euro(200),
                actualCost: SampleSeries.euro(50))
        ]
        #expect(
            try series.report(.english).headline.sentences.prefix(2) == [
                "All the work is done; it cost EUR 1,050.00, EUR 50.00 over the budget of EUR 1,000.00.",
                "Of that EUR 900.00 is booked; the rest is work still to be invoiced, counted at its budget.",
            ])
    }

    @Test("the earned schedule is a day of the plan")
    func earnedSchedule() throws {
        let late = SampleSeries([[250, 125, 125], [500, 250, 250], [750], [1_000]])
        let sentences = try late.report(.english).sections[2].blocks.compactMap { block -> String? in
            if case .paragraph(let text) = block { return text }
            return nil
        }
        #expect(
            sentences == [
                """
                Earned schedule: what is done by now was planned for Fri 4 Sep 2026, 7.0 calendar days before the \
                status.
                """
            ])
    }

    @Test("a status alone makes no curve")
    func noCurve() throws {
        let report = try SampleSeries([[100, 80, 90]], start: nil, budget: 1_000).report(.english)
        #expect(!report.charts.contains { if case .line = $0 { true } else { false } })
    }

    @Test("what has no value is n/a with its reason, never nought", arguments: Language.allCases)
    func undefined(language: Language) throws {
        let report = try SampleSeries([[100, 0, 0]], start: nil, budget: 1_000).report(language)
        let words = Phrasebook(language)
        let estimates = try #require(report.tables.first { $0.id == "estimates" })
        let absent = estimates.rows.filter {
            if case .absent(let reason) = $0[3].figure { return !reason.isEmpty }
            return false
        }
        #expect(absent.count == 6)
        #expect(absent.allSatisfy { $0[3].text == words.say(.notAvailable) && $0[4].text == $0[3].text })
        let reason = language == .english ? "no cost is booked yet" : "尚无实际成本入账"
        #expect(absent.contains { $0[3].figure == .absent(reason: reason) })
        guard case .keyFigures(let figures) = report.sections[0].blocks[0] else { return }
        #expect(figures.last?.value == words.say(.notAvailable))
        #expect(figures.last?.context == (language == .english ? "the planned start is not known" : "计划开始日期未知"))
    }

    @Test("every reason and every finding has words in both languages")
    func words() {
        for language in Language.allCases {
            let book = Phrasebook(language)
            let reasons = Undefined.allCases.map { book.say(UndefinedPhrase($0)) }
            #expect(Set(reasons).count == reasons.count)
            let meanings = CostMeaning.allCases.map { book.say($0) }
            #expect(Set(meanings).count == meanings.count)
        }
    }

    @Test("findings stand in the paper, in Chinese with their kind and line")
    func findings() throws {
        var series = SampleSeries([[250, 260, 240], [500, 250, 230], [1_000]])
        series.draft.rows[1].earnedValue?.place = SourcePlace(file: "film.csv", line: 3, column: 5)
        let text = try series.report(.simplifiedChinese).sections.last?.blocks.compactMap { block -> String? in
            if case .note(let note) = block { return note.text }
            return nil
        }
        #expect(text == ["累计金额比上一期减少。", "累计金额比上一期减少\u{FF08}film.csv第3行\u{FF09}。"])
    }

    @Test("a baseline of years is thinned out, and keeps its ends and the statuses")
    func longBaseline() throws {
        var series = SampleSeries([[100, 90, 80], [200, 190, 180]], budget: 1_000)
        let first = CivilDay("2026-08-31")!
        series.draft.baseline = (0..<900).map { day in
            .init(
                day: Located(first.advanced(by: day)),
                plannedValue: Located(Money(minorUnits: Int64(day + 1) * 100_000 / 900, .eur)))
        }
        guard case .line(let chart) = try series.report(.english).charts[0], case .days(let days) = chart.axis else {
            Issue.record("no curves over days")
            return
        }
        #expect(days.count < 70)
        #expect(days.contains(CivilDay("2026-09-11")!) && days.contains(first.advanced(by: 899)))
        #expect(chart.series[0].values.last??.rounded() == 1_000)
    }
}
