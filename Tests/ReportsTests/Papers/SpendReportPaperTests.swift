import MediaSpend
import Monetary
import Testing
import WorkTime

@testable import Reports

@Suite("The monthly spending paper")
struct SpendReportPaperTests {
    private func report(
        _ market: SampleMarket, client: String? = nil, _ language: Language = .english, month: String = "2025-12"
    ) throws -> Report {
        SpendReportPaper(analysis: try market.analysis(month, client: client)).report(in: language)
    }

    @Test("reads as it was read and kept, in both languages: for a client, and for a market")
    func golden() throws {
        try expectGolden(
            SpendReportPaper(analysis: try SampleMarket.soda.analysis("2025-12", client: "清泉")), "spend-client")
        try expectGolden(SpendReportPaper(analysis: try SampleMarket.drinks.analysis("2025-12")), "spend-market")
    }

    @Test("leads with what rivals spend against the client, as the purchases themselves add up")
    func headroom() throws {
        let market = SampleMarket.soda
        let own = market.spend("2025-12", brand: "清泉")
        let rivals = market.spend("2025-12", besides: "清泉")
        let tenths = (rivals * 10 + own / 2) / own
        let book = Phrasebook(.english)
        func said(_ fen: Int64) -> String { book.roundMoney(Money(minorUnits: fen, .cny)) }
        #expect(
            try report(market, client: "清泉").headline.sentences[0]
                == "In Dec 2025 rivals spent \(said(rivals)) against \(said(own)) of 清泉: "
                + "\(tenths / 10).\(tenths % 10) times as much.")
    }

    @Test("says a client's silence and a client's lead for what they are")
    func extremes() throws {
        var silent = SampleMarket("2025-11", "2025-12")
        silent.buy("2025-12", "B", "Radio", 1, 5_000)
        silent.buy("2025-11", "A", "Radio", 1, 5_000)
        #expect(
            try report(silent, client: "A").headline.sentences[0]
                == "In Dec 2025 rivals spent CNY 5,000 and A spent nothing.")
        silent.buy("2025-12", "A", "Radio", 1, 20_000)
        #expect(
            try report(silent, client: "A").headline.sentences.prefix(2) == [
                "In Dec 2025 A spent CNY 20,000, more than all rivals together with CNY 5,000.",
                "Its share of spend is 80.0% (−20.0 pp on the month), rank 1 of 2 brands, CNY 15,000 ahead of B, the next.",
            ])
        #expect(
            try report(silent, client: "A", .simplifiedChinese).headline.sentences[0]
                == "2025年12月，A花费2.00万元，超过全部竞争品牌之和（5,000元）。")
    }

    @Test(
        "says growth so that it can be pictured",
        arguments: [
            (0.142, "14.2% more than in Dec 2024", "同比增长14.2%"), (-0.5, "50.0% less than in Dec 2024", "同比下降50.0%"),
            (8.994, "899.4% more than in Dec 2024", "同比增长899.4%"),
            (248.618, "250 times as much as in Dec 2024", "为2024年12月的250倍"),
            (0.000_4, "as much as in Dec 2024", "与2024年12月持平"),
        ])
    func growth(growth: Double, en: String, zh: String) throws {
        let phrase = SpendGrowthPhrase(growth, since: try #require(CivilMonth("2024-12")), .year)
        #expect(Phrasebook(.english).say(phrase) == en)
        #expect(Phrasebook(.simplifiedChinese).say(phrase) == zh)
    }

    @Test("says that a month without spend has none")
    func empty() throws {
        var market = SampleMarket("2025-11", "2025-12")
        market.buy("2025-11", "A", "Radio", 1, 5_000)
        #expect(try report(market).headline.sentences == ["In Dec 2025 the brands in Soda spent nothing."])
        #expect(try report(SampleMarket("2025-11", "2025-12")).headline.tone == .warning)
        market.buy("2025-12", "A", "Radio", 1, -300)
        #expect(
            try report(market).headline.sentences
                == ["In Dec 2025 credits to the brands in Soda exceed what they spent: −CNY 300."])
    }

    @Test("shows shares that add up to 100.0 %, also where each rounded by itself would not")
    func shares() throws {
        var market = SampleMarket("2025-12", "2025-12")
        for brand in ["A", "B", "C", "D", "E", "F", "G"] { market.buy("2025-12", brand, "Radio", 1, 1_000) }
        let table = try #require(try report(market).tables.first { $0.id == "share-of-spend" })
        #expect(table.rows.map { $0[4].text } == ["14.3%", "14.3%", "14.3%", "14.3%", "14.3%", "14.3%", "14.2%"])
        #expect(table.rows.allSatisfy { $0[4].figure == .percent(1.0 / 7) })
        #expect(table.rows.allSatisfy { $0[0].text == "1" })
    }

    @Test("named lines have the share that sentences state, and the rest takes what rounding leaves over")
    func rest() throws {
        var market = SampleMarket("2025-12", "2025-12")
        for index in 0..<30 { market.buy("2025-12", "Brand \(index)", "Radio", 1, Int64(1_000 + index * 3)) }
        market.buy("2025-12", "Leader", "Radio", 1, 20_000)
        let report = try report(market)
        let table = try #require(report.tables.first { $0.id == "share-of-spend" })
        let tenths = table.rows.map { Int($0[4].text.filter { $0.isNumber }) ?? 0 }
        #expect(tenths.reduce(0, +) == 1_000)
        for row in table.rows.dropLast() {
            guard case .percent(let exact, _) = row[4].figure else { continue }
            #expect(row[4].text == Phrasebook(.english).percent(exact))
        }
        #expect(report.headline.sentences[1].contains("Leader leads with \(table.rows[0][4].text) of it"))
    }

    @Test("where no line takes the rest, sentences state the shares of the table")
    func quoted() throws {
        var market = SampleMarket("2025-12", "2025-12")
        for brand in ["A", "B", "C", "D", "E", "F", "G"] { market.buy("2025-12", brand, "Radio", 1, 1_000) }
        let report = try report(market, client: "G")
        let table = try #require(report.tables.first { $0.id == "share-of-spend" })
        #expect(table.rows.last?[4].text == "14.2%")
        #expect(report.headline.sentences[1].hasPrefix("Its share of spend is 14.2%"))
    }

    @Test("says that shares do not add up where a credit makes one negative")
    func credits() throws {
        var market = SampleMarket("2025-12", "2025-12")
        market.buy("2025-12", "A", "Radio", 1, 1_000)
        market.buy("2025-12", "B", "Radio", 1, -100)
        let table = try #require(try report(market).tables.first { $0.id == "share-of-spend" })
        #expect(table.remark?.contains("do not add up to 100%") == true)
    }

    @Test("sums up what a cut list leaves out, so that every table adds up to the whole")
    func others() throws {
        var market = SampleMarket("2025-11", "2025-12")
        for index in 0..<40 {
            market.buy("2025-11", "Brand \(index)", "Radio", 2, Int64(3_000 + index * 17))
            market.buy("2025-12", "Brand \(index)", "Radio", 2, Int64(9_000 - index * 151))
        }
        for table in try report(market, client: "Brand 38").tables {
            for column in table.columns.indices where table.columns[column].kind == .money {
                let amounts = table.rows.compactMap { row -> Int64? in
                    if case .money(let money) = row[column].figure { money.minorUnits } else { nil }
                }
                guard case .money(let total)? = table.totals?[column].figure else { continue }
                #expect(amounts.reduce(0, +) == total.minorUnits, "\(table.id), \(table.columns[column].heading)")
            }
        }
        let shares = try #require(try report(market, client: "Brand 38").tables.first { $0.id == "share-of-spend" })
        #expect(shares.rows.count == 16)
        #expect(shares.rows[14][2].text == "Brand 38")
        #expect(shares.rows[15][2].text == "All other (25)")
    }

    @Test("gives the reason where a month was not delivered, and names the month")
    func missingMonths() throws {
        var market = SampleMarket.soda
        market.missing = [try #require(CivilMonth("2025-11"))]
        let report = try report(market, client: "清泉")
        let table = try #require(report.tables.first { $0.id == "share-of-spend" })
        #expect(table.rows[0][5].figure == .absent(reason: "not every month that it takes was delivered"))
        #expect(report.sections.last?.heading == "About the data")
        guard case .note(let note)? = report.sections.last?.blocks.first else {
            Issue.record("no note on the data")
            return
        }
        #expect(note.text.contains("Nov 2025"))
    }

    @Test("says why a change cannot be taken apart when the data count no insertions")
    func noInsertions() throws {
        var market = SampleMarket.soda
        market.countsInsertions = false
        let report = try report(market)
        #expect(!report.tables.contains { $0.id == "decomposition" })
        #expect(
            report.sections.first { $0.heading.hasPrefix("Why") }?.blocks == [
                .note(Note("The change cannot be taken apart: the data count no insertions."))
            ])
    }

    @Test(
        "rounds amounts as each language speaks of them",
        arguments: [
            (99_900, "CNY 999", "999元"), (123_456_700, "CNY 1.23 million", "123.5万元"),
            (1_234_567_890_000, "CNY 12.3 billion", "123.5亿元"), (99_999_999, "CNY 1.00 million", "100.0万元"),
            (999_499, "CNY 9,995", "9,995元"), (999_999, "CNY 10,000", "1.00万元"),
            (-250_000_000, "−CNY 2.50 million", "−250.0万元"), (0, "CNY 0", "0元"),
        ])
    func roundMoney(fen: Int64, en: String, zh: String) {
        let money = Money(minorUnits: fen, .cny)
        #expect(Phrasebook(.english).roundMoney(money) == en)
        #expect(Phrasebook(.simplifiedChinese).roundMoney(money) == zh)
    }
}
