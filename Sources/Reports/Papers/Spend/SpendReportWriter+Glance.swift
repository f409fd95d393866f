import MediaSpend
import Monetary

extension SpendReportWriter {
    /// The figures that stand out, and what changed in a sentence each.
    var glance: Section {
        Section(book.say(SpendPhrase.atAGlance), [.keyFigures(keyFigures), .list(news)])
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

    // MARK: News

    private var news: [String] {
        let rise = analysis.movers.lines.first { $0.change.minorUnits > 0 }
        let fall = analysis.movers.lines.first { $0.change.minorUnits < 0 }
        return [
            rise.map(riseSentence), fall.map(fallSentence), entrantsSentence, lapsedSentence, mediaSentence,
            concentrationSentence, reasonSentence,
        ].compactMap(\.self)
    }

    private func riseSentence(_ line: Movers.Line) -> String {
        book.say(
            SpendSentence.largestRise(
                named(line.brand), RoundAmount(line.change), from: RoundAmount(line.previousSpend),
                to: RoundAmount(line.spend)))
    }

    private func fallSentence(_ line: Movers.Line) -> String {
        book.say(
            SpendSentence.largestFall(
                named(line.brand), RoundAmount(size(line.change)), from: RoundAmount(line.previousSpend),
                to: RoundAmount(line.spend)))
    }

    private var entrantsSentence: String {
        switch analysis.entrants.lines {
        case .absent: book.say(SpendSentence.enteringUnknown)
        case .value(let lines) where lines.isEmpty: book.say(SpendSentence.noneEntering)
        case .value(let lines):
            book.say(
                SpendSentence.entering(
                    lines.prefix(3).map { with(amount: $0.spend, named($0.brand)) }, count: lines.count))
        }
    }

    private var lapsedSentence: String? {
        guard let lines = analysis.lapsed.lines.value, !lines.isEmpty else { return nil }
        return book.say(
            SpendSentence.stopped(
                lines.prefix(3).map { with(amount: $0.previousSpend, named($0.brand)) }, count: lines.count,
                since: analysis.months.previous))
    }

    /// The medium whose share of the set changed most since a year ago.
    private var mediaSentence: String? {
        let shifts = analysis.mediaMixOfSet.lines.compactMap { line in
            line.shareChangeInYear.value.map { (line: line, points: $0) }
        }
        guard let largest = shifts.max(by: { $0.points.magnitude < $1.points.magnitude }), largest.points != 0,
            let share = shownShare(of: largest.line)
        else { return nil }
        return book.say(
            SpendSentence.mediaShift(
                named(largest.line.medium), share: share, points: largest.points, since: analysis.months.yearAgo))
    }

    private var concentrationSentence: String? {
        guard analysis.categories.count == 1, let concentration = analysis.categories.first?.concentration,
            let index = concentration.herfindahlIndex.value, let four = concentration.fourLargest.value,
            concentration.brands > 4
        else { return nil }
        return book.say(SpendSentence.concentrated(index, ConcentrationLevel(index), fourLargest: four))
    }

    private var reasonSentence: String? {
        guard let bridge = SpendBridge(analysis), bridge.change.minorUnits != 0 else { return nil }
        return book.say(
            SpendSentence.explained(
                rose: bridge.change.minorUnits > 0, change: RoundAmount(size(bridge.change)),
                since: analysis.decompositionBase,
                parts: bridge.parts.filter { !$0.amount.isZero }.map { part in
                    let amount = book.roundMoney(part.amount, signed: true)
                    return book.language == .english
                        ? "\(book.say(part.name).lowercased()) \(amount)" : "\(book.say(part.name))\(amount)"
                }))
    }

    // MARK: Words

    private func with(amount: Money, _ name: String) -> String {
        name + book.say(LayoutPhrase.inParentheses(book.roundMoney(amount)))
    }

    private func size(_ money: Money) -> Money {
        analysis.market.money(Int64(clamping: money.minorUnits.magnitude))
    }
}
