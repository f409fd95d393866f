import MediaSpend
import Reports
import Testing

@Suite("The competitive activity report on paper")
struct SpendAlertsPaperTests {
    /// Drinks, of which one brand quadruples its television in the last month, and another went online in July.
    private func market() -> SampleMarket {
        var market = SampleMarket.drinks
        market.buy("2025-12", "Bergquell", "Television", 60, 1_400_000)
        market.buy("2025-07", "Milka", "Online", 40, 610_000, category: "Milk drinks")
        return market
    }

    @Test("reads as it was read and kept, in both languages")
    func golden() throws {
        try expectGolden(SpendAlertsPaper(try market().alerts(since: "2025-01", client: "Milka")), "spend-alerts")
    }

    @Test("one month names no month in its table; the client is not told twice of itself")
    func oneMonth() throws {
        let alerts = try market().alerts(since: "2025-12", client: "Bergquell")
        let report = SpendAlertsPaper(alerts).report(in: Phrasebook(.english))
        #expect(alerts.alerts.map(\.burst.brand) == ["Bergquell"])
        #expect(report.headline.sentences.count == 2)
        #expect(report.title == "Competitive activity report, Dec 2025")
    }

    @Test("says so when nothing is unusual")
    func nothing() throws {
        let report = SpendAlertsPaper(try SampleMarket.drinks.alerts(since: "2025-11")).report(in: Phrasebook(.english))
        #expect(report.headline.sentences == ["No brand advertised far more heavily than it usually does."])
        #expect(report.sections.isEmpty)
    }
}
