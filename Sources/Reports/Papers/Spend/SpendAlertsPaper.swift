public import MediaSpend
import Monetary
import WorkTime

/// The ad-hoc competitive activity report (竞品投放异动报告): who advertised far more heavily than usual, and where.
public struct SpendAlertsPaper: Paper {
    public let alerts: SpendAlerts

    public init(_ alerts: SpendAlerts) { self.alerts = alerts }

    public func report(in book: Phrasebook) -> Report { SpendAlertsWriter(alerts: alerts, book: book).report }
}

/// The report being written in one language.
private struct SpendAlertsWriter {
    let alerts: SpendAlerts
    let book: Phrasebook

    /// How many bursts are shown place by place.
    private static let detailed = 5

    private var words: SpendWords {
        SpendWords(book: book, currency: alerts.market.currency.code, client: alerts.client)
    }

    var report: Report {
        Report(
            kind: "spend-alerts", language: book.language,
            title: book.say(BurstPhrase.title(from: alerts.months.first, through: alerts.months.last)),
            subtitle: subtitle, facts: facts,
            headline: .init(headline, tone: alerts.alerts.isEmpty ? .good : .warning),
            sections: alerts.alerts.isEmpty ? [] : [list] + details)
    }

    private var subtitle: String {
        alerts.set.name ?? alerts.set.categories.first.map(words.named) ?? book.say(SpendPhrase.wholeMarket)
    }

    private var facts: [Report.Fact] {
        [
            Report.Fact(book.say(.source), alerts.market.source),
            Report.Fact(book.say(.basis), book.say(SpendPhrase.basis(alerts.market.basis))),
            Report.Fact(book.say(SpendPhrase.currency), alerts.market.currency.code),
        ] + (alerts.client.map { [Report.Fact(book.say(SpendPhrase.client), $0)] } ?? [])
    }

    // MARK: Headline

    private var headline: [String] {
        let bursts = alerts.alerts.map(\.burst)
        guard let largest = bursts.first else { return [book.say(BurstPhrase.none)] }
        let own = bursts.dropFirst().first { $0.brand == alerts.client }
        return [
            BurstPhrase.found(brands: Set(bursts.map { [$0.category, $0.brand] }).count),
            .largest(
                brand: words.named(largest.brand), month: largest.month, excess: RoundAmount(largest.excess),
                times: largest.factor, usual: RoundAmount(largest.expected)),
        ].map { book.say($0) }
            + (own.map { own in
                [
                    book.say(
                        BurstPhrase.client(
                            brand: own.brand, month: own.month, excess: RoundAmount(own.excess), times: own.factor))
                ]
            } ?? [])
    }

    // MARK: Tables

    private var list: Section {
        let table = BurstTable(
            writer: words, bursts: alerts.alerts.map(\.burst), parts: alerts.alerts.compactMap(\.parts.first),
            showsMonth: alerts.months.count > 1, showsCategory: alerts.set.categories.count != 1)
        return Section(book.say(BurstPhrase.bursts), [.table(table.table)])
    }

    private var details: [Section] {
        alerts.alerts.prefix(Self.detailed).enumerated().map { number, alert in
            let title = book.say(BurstPhrase.partsOf(brand: words.named(alert.burst.brand), month: alert.burst.month))
            return Section(title, [.table(table(of: alert, "burst-\(number + 1)", title))])
        }
    }

    /// The places that took most of the excess, dimension by dimension.
    private func table(of alert: SpendAlerts.Alert, _ id: String, _ title: String) -> Table {
        let rows = alert.parts.filter { $0.lines.count > 1 || $0.dimension == .medium }.flatMap { parts in
            parts.lines.prefix(3).map { line in
                [
                    Cell(book.say(SpendDimensionPhrase(parts.dimension))), Cell(words.named(line.name)),
                    book.cell(whole: line.spend), book.cell(whole: line.usual),
                    book.cell(whole: line.excess, signed: true),
                ]
            }
        }
        return Table(
            id, title: title,
            columns: [
                Column(book.say(BurstPhrase.by)), Column(book.say(BurstPhrase.place)),
                Column(words.money(SpendPhrase.spend), .money),
                Column(words.money(BurstPhrase.usual), .money), Column(words.money(BurstPhrase.excess), .money),
            ], rows: rows)
    }
}
