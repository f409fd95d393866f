import MediaSpend
import Monetary
import WorkTime

extension SpendReportWriter {
    var headline: Report.Headline {
        .init(opening.map(\.text) + partialMonths.map { book.say($0) }, tone: partialMonths.isEmpty ? tone : .warning)
    }

    /// The headroom: rivals against the client, or the market and its leader; then what stands behind it.
    var opening: [Commentary] {
        guard let total = brands.total, total.minorUnits > 0 else {
            let credits = brands.total.flatMap { $0.isNegative ? SpendSentence.credited(scope, month: month, $0) : nil }
            return [
                comment(
                    credits ?? .nothingSpent(scope, month: month), in: "share-of-spend", weight: 1,
                    brands.total.map { [figure(.spend, .money($0))] } ?? [])
            ]
        }
        guard analysis.client != nil else { return [market(total), leader].compactMap(\.self) }
        return [rivals(total), position, market(total)].compactMap(\.self)
    }

    /// Share gained on the month is good news, share lost asks for a second look.
    private var tone: Tone {
        guard let total = brands.total, total.minorUnits > 0 else { return .warning }
        guard let change = clientLine?.shareChange.value, change != 0 else { return .neutral }
        return change > 0 ? .good : .warning
    }

    private var scope: SpendSentence.Scope {
        if !analysis.set.brands.isEmpty { return .set(analysis.set.name) }
        return isMarket ? .market : .category(named(analysis.categories.first?.category ?? ""))
    }

    private var table: String { isMarket ? "categories" : "share-of-spend" }

    // MARK: Rivals

    private func rivals(_ total: Money) -> Commentary? {
        guard let client = analysis.client else { return nil }
        let own = analysis.market.money(clientLine?.spend?.minorUnits ?? 0)
        let rivals = analysis.market.money(total.minorUnits - own.minorUnits)
        let ofRivals = figure(.spend, without: [client], .money(rivals))
        let ofClient = figure(.spend, brand: client, .money(own))
        func comment(_ sentence: SpendSentence, _ figures: [StatedFigure]) -> Commentary {
            self.comment(sentence, in: "share-of-spend", weight: 1, figures)
        }
        if own.minorUnits <= 0 {
            return comment(.clientSilent(client: client, month: month, rivals: RoundAmount(rivals)), [ofRivals])
        }
        if rivals.minorUnits <= 0 {
            return comment(.onlyClient(client: client, month: month, own: RoundAmount(own)), [ofClient])
        }
        let times = Double(rivals.minorUnits) / Double(own.minorUnits)
        let multiple = figure(.rivalMultiple, brand: client, .number(times))
        return comment(
            .rivalsAgainstClient(
                client: client, month: month, rivals: RoundAmount(rivals), own: RoundAmount(own), times: times),
            times >= 1 ? [ofRivals, ofClient, multiple] : [ofClient, ofRivals])
    }

    private var position: Commentary? {
        guard let line = clientLine, let share = listedBrands.share(of: line), let exact = line.share.value,
            let rank = line.rank.value
        else { return nil }
        let changes: [(words: SpendPhrase, points: Double, base: CivilMonth)] = [
            line.shareChange.value.map { (SpendPhrase.pointsOnMonth($0), $0, analysis.months.previous) },
            line.shareChangeInYear.value.map { (SpendPhrase.pointsOnYear($0), $0, analysis.months.yearAgo) },
        ].compactMap(\.self)
        let sentence = SpendSentence.clientPosition(
            share: book.percent(share), changes: changes.map { book.say($0.words) }, rank: rank, brands: brands.spenders
        )
        let distance = distance(of: line)
        let figures =
            [figure(.share, brand: line.brand, .fraction(exact))]
            + changes.map { figure(.shareChange, brand: line.brand, against: $0.base, .fraction($0.points)) }
            + [figure(.rank, brand: line.brand, .count(rank)), figure(.brands, .count(brands.spenders))]
            + [distance.gap].compactMap(\.self)
        return Commentary(
            text: book.say(sentence) + distance.words, table: "share-of-spend", figures: figures, weight: 1)
    }

    /// How far the client is from the largest rival, as the end of a sentence.
    private func distance(of line: ShareOfSpend.Line) -> (words: String, gap: StatedFigure?) {
        guard let own = line.spend?.minorUnits, let rival = brands.largest(beside: line.brand),
            let theirs = rival.spend?.minorUnits
        else { return (book.say(SpendSentence.end), nil) }
        let gap = analysis.market.money(Swift.max(own, theirs) - Swift.min(own, theirs))
        let name = named(rival.brand)
        if own == theirs { return (book.say(SpendSentence.levelWithLargest(rival: name)), nil) }
        let words =
            own < theirs
            ? SpendSentence.behindLargest(rival: name, gap: RoundAmount(gap))
            : SpendSentence.aheadOfLargest(rival: name, gap: RoundAmount(gap))
        return (book.say(words), figure(.gap, brand: rival.brand, .money(gap)))
    }

    // MARK: Market

    private func market(_ total: Money) -> Commentary {
        let (before, yearAgo) = (analysis.months.previous, analysis.months.yearAgo)
        let year =
            switch brands.yearOnYear {
            case .value(let growth): SpendSentence.yearOnYear(growth, since: yearAgo)
            case .absent(let reason): SpendSentence.yearOnYearUnknown(reason, since: yearAgo)
            }
        let onMonth = brands.monthOnMonth.value.map { SpendSentence.monthOnMonth($0, since: before) } ?? .end
        let spent = SpendSentence.setSpent(scope, month: month, total: RoundAmount(total))
        let growths = [(brands.yearOnYear, yearAgo), (brands.monthOnMonth, before)].compactMap { growth, base in
            growth.value.map { figure(.growth, against: base, .fraction($0)) }
        }
        return Commentary(
            text: [spent, year, onMonth].map { book.say($0) }.joined(), table: table,
            figures: [figure(.spend, .money(total))] + growths, weight: 1)
    }

    private var leader: Commentary? {
        if isMarket, let first = analysis.categoryShares.lines.first, let share = listedCategories.share(of: first),
            let exact = first.share.value
        {
            return comment(
                .largestCategory(named(first.brand), share: share), in: table, weight: 1,
                [StatedFigure(.share, of: [.category: first.brand], in: month, .fraction(exact))])
        }
        let listed = listedBrands
        guard let first = brands.lines.first, let share = listed.share(of: first), let exact = first.share.value else {
            return nil
        }
        guard let next = brands.largest(beside: first.brand), let nextShare = listed.share(of: next),
            let nextExact = next.share.value
        else { return comment(.onlyBrand(named(first.brand)), in: table, weight: 1, []) }
        return comment(
            .leaders(named(first.brand), share: share, next: named(next.brand), nextShare: nextShare), in: table,
            weight: 1,
            [
                figure(.share, brand: first.brand, .fraction(exact)),
                figure(.share, brand: next.brand, .fraction(nextExact)),
            ])
    }
}
