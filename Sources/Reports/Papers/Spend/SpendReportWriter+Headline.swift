import MediaSpend
import Monetary

extension SpendReportWriter {
    /// The headroom: rivals against the client, or the market and its leader; then what stands behind it.
    var headline: Report.Headline {
        guard let total = brands.total, total.minorUnits > 0 else {
            return .init([book.say(SpendSentence.nothingSpent(scope, month: month))], tone: .warning)
        }
        guard analysis.client != nil else { return .init([marketSentence(total), leaderSentence].compactMap(\.self)) }
        return .init([rivalsSentence(total), positionSentence, marketSentence(total)].compactMap(\.self), tone: tone)
    }

    /// Share gained on the month is good news, share lost asks for a second look.
    private var tone: Tone {
        guard let change = clientLine?.shareChange.value, change != 0 else { return .neutral }
        return change > 0 ? .good : .warning
    }

    private var scope: SpendSentence.Scope {
        if !analysis.set.brands.isEmpty { return .set(analysis.set.name) }
        return isMarket ? .market : .category(named(analysis.categories.first?.category ?? ""))
    }

    private func rivalsSentence(_ total: Money) -> String? {
        guard let client = analysis.client else { return nil }
        let own = clientLine?.spend?.minorUnits ?? 0
        let rivals = RoundAmount(analysis.market.money(total.minorUnits - own))
        let ownAmount = RoundAmount(analysis.market.money(own))
        if own <= 0 { return book.say(SpendSentence.clientSilent(client: client, month: month, rivals: rivals)) }
        if rivals.money.minorUnits <= 0 {
            return book.say(SpendSentence.onlyClient(client: client, month: month, own: ownAmount))
        }
        return book.say(
            SpendSentence.rivalsAgainstClient(
                client: client, month: month, rivals: rivals, own: ownAmount,
                times: Double(rivals.money.minorUnits) / Double(own)))
    }

    private var positionSentence: String? {
        guard let line = clientLine, let share = listedBrands.share(of: line), let rank = line.rank.value else {
            return nil
        }
        let changes = [
            line.shareChange.value.map { book.say(SpendPhrase.pointsOnMonth($0)) },
            line.shareChangeInYear.value.map { book.say(SpendPhrase.pointsOnYear($0)) },
        ].compactMap(\.self)
        let position = SpendSentence.clientPosition(
            share: book.percent(share), changes: changes, rank: rank, brands: brands.spenders)
        return book.say(position) + distance(of: line)
    }

    /// How far the client is from the largest rival, as the end of a sentence.
    private func distance(of line: ShareOfSpend.Line) -> String {
        guard let own = line.spend?.minorUnits, let rival = brands.largest(beside: line.brand),
            let theirs = rival.spend?.minorUnits
        else { return book.language == .english ? "." : "。" }
        let gap = RoundAmount(analysis.market.money(Swift.max(own, theirs) - Swift.min(own, theirs)))
        let name = named(rival.brand)
        if own == theirs { return book.say(SpendSentence.levelWithLargest(rival: name)) }
        return book.say(
            own < theirs
                ? SpendSentence.behindLargest(rival: name, gap: gap)
                : SpendSentence.aheadOfLargest(rival: name, gap: gap))
    }

    private func marketSentence(_ total: Money) -> String {
        let spent = book.say(SpendSentence.setSpent(scope, month: month, total: RoundAmount(total)))
        let yearAgo = analysis.months.yearAgo
        let year =
            switch brands.yearOnYear {
            case .value(let growth): book.say(SpendSentence.yearOnYear(growth, since: yearAgo))
            case .absent(let reason): book.say(SpendSentence.yearOnYearUnknown(reason, since: yearAgo))
            }
        let onMonth =
            brands.monthOnMonth.value.map {
                book.say(SpendSentence.monthOnMonth($0, since: analysis.months.previous))
            } ?? (book.language == .english ? "." : "。")
        return spent + year + onMonth
    }

    private var leaderSentence: String? {
        if isMarket, let first = analysis.categoryShares.lines.first, let share = listedCategories.share(of: first) {
            return book.say(SpendSentence.largestCategory(named(first.brand), share: share))
        }
        let listed = listedBrands
        guard let first = brands.lines.first, let share = listed.share(of: first) else { return nil }
        guard let next = brands.largest(beside: first.brand), let nextShare = listed.share(of: next) else {
            return book.say(SpendSentence.onlyBrand(named(first.brand)))
        }
        return book.say(
            SpendSentence.leaders(named(first.brand), share: share, next: named(next.brand), nextShare: nextShare))
    }
}
