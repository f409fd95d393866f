import MediaSpend
import Monetary
import WorkTime

extension SpendReportWriter {
    /// What brands did: who moved the client's share, who raised, cut, came, stopped or advertised heavily.
    var brandNews: [Commentary] {
        let rise = analysis.movers.lines.first { $0.change.minorUnits > 0 }
        let fall = analysis.movers.lines.first { $0.change.minorUnits < 0 }
        return [
            shareMoved, rise.map { moved($0) { .largestRise($0, $1, from: $2, to: $3) } },
            fall.map { moved($0) { .largestFall($0, $1, from: $2, to: $3) } }, entering, stopped,
            heaviest,
        ].compactMap(\.self)
    }

    private var before: CivilMonth { analysis.months.previous }

    // MARK: Share

    /// Who moved the client's share since the month before.
    private var shareMoved: Commentary? {
        guard let change = analysis.shareChanges?.monthOnMonth.value, !change.rivals.isEmpty else { return nil }
        // Less than the last digit shown is nothing worth telling.
        func isTold(_ points: Double) -> Bool { points.magnitude >= 0.000_5 }
        let movers = change.rivals.prefix(2).prefix { isTold($0.points) }
        let others = change.otherRivals(after: movers.count).flatMap { isTold($0.points) ? $0 : nil }
        let othersName = movers.isEmpty ? ShareChangePhrase.allRivals : .otherRivals
        let words =
            [(book.say(ShareChangePhrase.ownSpend), change.own.points)]
            + movers.map { (named($0.brand), $0.points) }
            + (others.map { [(book.say(othersName), $0.points)] } ?? [])
        func effect(of brand: String? = nil, without: [String] = [], _ points: Double) -> StatedFigure {
            figure(.shareEffect, brand: brand, without: without, against: change.from, .fraction(points))
        }
        let terms = [change.own] + movers
        let figures =
            [figure(.shareChange, brand: change.brand, against: change.from, .fraction(change.points))]
            + terms.map { effect(of: $0.brand, $0.points) }
            + (others.map { [effect(without: terms.map(\.brand), $0.points)] } ?? [])
        return comment(
            .shareMoved(
                change.brand, points: change.points, since: change.from,
                parts: words.map { book.say(ShareChangePhrase.part($0, $1)) }),
            in: "share-change", weight: words.map(\.1.magnitude).max() ?? 0, figures)
    }

    // MARK: Movers

    private func moved(
        _ line: Movers.Line, _ sentence: (String, RoundAmount, RoundAmount, RoundAmount) -> SpendSentence
    ) -> Commentary {
        let size = analysis.market.money(Int64(clamping: line.change.minorUnits.magnitude))
        return comment(
            sentence(named(line.brand), RoundAmount(size), RoundAmount(line.previousSpend), RoundAmount(line.spend)),
            in: "movers", weight: stake(line.change.minorUnits),
            [
                figure(.change, brand: line.brand, against: before, .money(line.change)),
                figure(.spend, brand: line.brand, in: before, .money(line.previousSpend)),
                figure(.spend, brand: line.brand, .money(line.spend)),
            ])
    }

    // MARK: New and stopped

    private var entering: Commentary? {
        let lookBack = analysis.entrants.lookBack
        switch analysis.entrants.lines {
        case .absent: return comment(.enteringUnknown, weight: 0, [])
        case .value(let lines) where lines.isEmpty: return comment(.noneEntering, weight: 0, [])
        case .value(let lines):
            let shown = lines.prefix(3)
            let count = StatedFigure(.brands, in: month...month, against: lookBack, .count(lines.count))
            return comment(
                .entering(shown.map { with(amount: $0.spend, named($0.brand)) }, count: lines.count), in: "entrants",
                weight: stake(lines.reduce(0) { $0 + $1.spend.minorUnits }),
                [count] + shown.map { figure(.spend, brand: $0.brand, .money($0.spend)) })
        }
    }

    private var stopped: Commentary? {
        guard let lines = analysis.lapsed.lines.value, !lines.isEmpty else { return nil }
        let shown = lines.prefix(3)
        return comment(
            .stopped(
                shown.map { with(amount: $0.previousSpend, named($0.brand)) }, count: lines.count, since: before),
            in: "lapsed", weight: stake(lines.reduce(0) { $0 + $1.previousSpend.minorUnits }),
            [figure(.brands, in: before, against: month, .count(lines.count))]
                + shown.map { figure(.spend, brand: $0.brand, in: before, .money($0.previousSpend)) })
    }

    private func with(amount: Money, _ name: String) -> String {
        name + inParentheses(book.roundMoney(amount))
    }

    private func inParentheses(_ words: String) -> String { book.say(LayoutPhrase.inParentheses(words)) }

    // MARK: Bursts

    /// The brand that went farthest beyond its usual weight.
    private var heaviest: Commentary? {
        guard let burst = analysis.bursts.lines.first else { return nil }
        func figure(_ measure: StatedFigure.Measure, _ value: StatedFigure.Value) -> StatedFigure {
            StatedFigure(measure, of: [.brand: burst.brand, .category: burst.category], in: month, value)
        }
        return comment(
            .heavy(
                analysis.categories.count > 1
                    ? named(burst.brand) + inParentheses(named(burst.category)) : named(burst.brand),
                times: burst.factor, excess: RoundAmount(burst.excess),
                usual: RoundAmount(burst.expected)),
            in: "bursts", weight: stake(burst.excess.minorUnits),
            [
                figure(.weight, .number(burst.factor)), figure(.excess, .money(burst.excess)),
                figure(.usual, .money(burst.expected)),
            ])
    }
}
