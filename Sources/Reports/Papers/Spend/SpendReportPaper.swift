public import MediaSpend
import Monetary
import WorkTime

/// The monthly paper on competitive media spending (每月竞争品牌媒介花费分析报告).
///
/// It leads with what rivals spend against what the client's brand spends. A paper on one category, or on a declared set,
/// compares brands; a paper on the whole market compares its largest categories first.
public struct SpendReportPaper: Paper {
    public let analysis: MonthlyAnalysis
    /// Which delivery each month comes from; none where the figures come from no workspace.
    public let origins: [MonthOrigin]

    public init(analysis: MonthlyAnalysis, origins: [MonthOrigin] = []) {
        self.analysis = analysis
        self.origins = origins
    }

    public func report(in book: Phrasebook) -> Report {
        SpendReportWriter(analysis: analysis, origins: origins, book: book).report
    }

    /// The sentences of its headline and of its first section, each with the figures that it states.
    public func commentary(in language: Language) -> [Commentary] {
        let writer = SpendReportWriter(analysis: analysis, origins: origins, book: Phrasebook(language))
        return writer.opening + writer.commentary
    }
}

/// One paper being written in one language.
struct SpendReportWriter {
    let analysis: MonthlyAnalysis
    var origins: [MonthOrigin] = []
    let book: Phrasebook

    var month: CivilMonth { analysis.month }
    var brands: ShareOfSpend { analysis.brands }
    var code: String { analysis.market.currency.code }
    /// The client's line, if its brand is among those that spent in one of the three months.
    var clientLine: ShareOfSpend.Line? {
        analysis.client.flatMap { client in brands.lines.first { $0.brand == client } }
    }
    /// Whether the paper is about several categories, so that brands come second.
    var isMarket: Bool { analysis.set.brands.isEmpty && analysis.categories.count > 1 }

    var report: Report {
        Report(
            kind: "spend", language: book.language, title: book.say(SpendPhrase.title(month)), subtitle: subtitle,
            facts: facts, headline: headline,
            sections: ([glance] + [
                isMarket ? categories : nil, shares, movement, media, contactCosts, flighting, longerPeriods, reasons,
                outlookSection,
                data,
            ])
            .compactMap(\.self))
    }

    // MARK: Origin

    private var subtitle: String {
        if let name = analysis.set.name { return name }
        if let category = analysis.set.categories.first, analysis.set.categories.count == 1 { return named(category) }
        return isMarket ? book.say(SpendPhrase.wholeMarket) : named(analysis.categories.first?.category ?? "")
    }

    private var facts: [Report.Fact] {
        let market = analysis.market
        var facts = [
            Report.Fact(book.say(.source), market.source),
            Report.Fact(book.say(.basis), book.say(SpendPhrase.basis(market.basis))),
            Report.Fact(book.say(SpendPhrase.currency), code),
        ]
        if let last = market.months.last {
            facts.append(
                Report.Fact(
                    book.say(.dataThrough), book.say(SpendPhrase.through(last, months: market.months.count))))
        }
        if let client = analysis.client { facts.append(Report.Fact(book.say(SpendPhrase.client), client)) }
        if !analysis.set.brands.isEmpty {
            let size = book.say(SpendPhrase.setSize(analysis.set.brands.count))
            facts.append(Report.Fact(book.say(SpendPhrase.competitiveSet), size))
        }
        return facts
    }

    // MARK: Words for values

    var words: SpendWords { SpendWords(book: book, currency: code, client: analysis.client) }

    /// A name of the data; those that are not stated say so.
    func named(_ name: String) -> String { words.named(name) }

    func reason(_ reason: AbsenceReason) -> String { book.say(SpendAbsencePhrase(reason: reason)) }

    /// A growth with its sign, or “n/a”.
    func growth(_ growth: Derived<Double>) -> String {
        growth.value.map { book.percent($0, signed: true) } ?? book.say(.notAvailable)
    }

    // MARK: Cells

    func cell(_ money: Money?, signed: Bool = false, _ emphasis: Cell.Emphasis = .plain) -> Cell {
        guard let money else { return book.cell(.absent(reason: reason(.notDelivered))) }
        return book.cell(whole: money, emphasis, signed: signed)
    }

    func cell(growth: Derived<Double>) -> Cell { cell(growth) { .percent($0) } }
    func cell(points: Derived<Double>) -> Cell { cell(points) { .points($0) } }
    func cell(share: Derived<Double>) -> Cell { cell(share, signed: false) { .percent($0) } }

    func cell<Value>(_ derived: Derived<Value>, signed: Bool = true, _ figure: (Value) -> Figure) -> Cell {
        switch derived {
        case .value(let value): book.cell(figure(value), signed: signed)
        case .absent(let absence): book.cell(.absent(reason: reason(absence)))
        }
    }

    /// A share as the page shows it, with the exact one behind it.
    func cell(share: Derived<Double>, shown: Double?) -> Cell {
        guard let exact = share.value, let shown else { return cell(share: share) }
        return Cell(.percent(exact), text: book.percent(shown))
    }

    func name(_ brand: String) -> Cell { words.name(brand) }

    func heading(_ phrase: SpendPhrase) -> String { book.say(phrase) }
    /// A heading with the currency of its amounts.
    func moneyHeading(_ phrase: SpendPhrase) -> String { words.money(phrase) }
}
