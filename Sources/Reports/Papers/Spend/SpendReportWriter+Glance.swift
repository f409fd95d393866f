import MediaSpend
import Monetary

extension SpendReportWriter {
    /// The figures that stand out, and what changed in a sentence each.
    var glance: Section {
        Section(book.say(SpendPhrase.atAGlance), [.keyFigures(keyFigures), .statements(commentary.map(\.statement))])
    }

    // MARK: Key figures

    private var keyFigures: [KeyFigure] {
        [totalFigure, clientFigure ?? leaderFigure, breadthFigure].compactMap(\.self)
    }

    private var totalFigure: KeyFigure? {
        brands.total.map { total in
            KeyFigure(
                heading(.spend), book.roundMoney(total),
                context: book.say(
                    SpendPhrase.monthAndYear(
                        monthOnMonth: growth(brands.monthOnMonth), yearOnYear: growth(brands.yearOnYear))))
        }
    }

    private var clientFigure: KeyFigure? {
        guard let client = analysis.client, let line = clientLine, let share = listedBrands.share(of: line) else {
            return nil
        }
        return KeyFigure(
            client, book.percent(share),
            context: line.rank.value.map { book.say(SpendPhrase.ranked($0, of: brands.spenders)) })
    }

    private var leaderFigure: KeyFigure? {
        let listed = isMarket ? listedCategories : listedBrands
        guard let first = listed.lines.first, let share = listed.share(of: first) else { return nil }
        return KeyFigure(
            heading(isMarket ? .largestCategory : .leader), book.percent(share), context: named(first.brand))
    }

    private var breadthFigure: KeyFigure? {
        guard !isMarket, analysis.categories.count == 1,
            let index = analysis.categories.first?.concentration.herfindahlIndex.value
        else {
            return KeyFigure(heading(.spendingBrands), book.integer(brands.spenders), context: leadingBrand)
        }
        return KeyFigure(
            heading(.concentration), book.number(index, decimals: 0),
            context: book.say(SpendPhrase.level(ConcentrationLevel(index))))
    }

    private var leadingBrand: String? {
        guard isMarket, let first = brands.lines.first, let share = listedBrands.share(of: first) else { return nil }
        return book.say(SpendPhrase.largestBrand(named(first.brand), share))
    }
}
