import MediaSpend
import Monetary
import WorkTime

extension SpendReportWriter {
    /// How many media a picture tells apart; the others are one part.
    private var mediaLimit: Int { 7 }

    /// Where the set spends, and where its largest brands do.
    var media: Section? {
        guard !lines.isEmpty else { return nil }
        return Section(heading(.mediaMix), [brandChart, .table(mixTable), indexTable].compactMap(\.self))
    }

    /// The largest first; equals by name.
    private var lines: [MediaMix.Line] {
        analysis.mediaMixOfSet.lines.sorted {
            let (left, right) = ($0.spend.spend?.minorUnits ?? 0, $1.spend.spend?.minorUnits ?? 0)
            return left == right ? $0.medium < $1.medium : left > right
        }
    }

    private var shownMix: ShownShares { ShownShares(of: lines.map(\.spend.spend)) }

    /// The share of a medium as the table shows it.
    func shownShare(of line: MediaMix.Line) -> Double? {
        guard let exact = line.spend.share.value else { return nil }
        return lines.firstIndex { $0.medium == line.medium }.flatMap { shownMix.fractions?[$0] } ?? exact
    }

    private var mixTable: Table {
        let shares = shownMix
        let before = ShownShares(of: lines.map(\.yearAgo.spend))
        let rows = lines.enumerated().map { index, line in
            [
                Cell(named(line.medium)), cell(line.spend.spend),
                cell(share: line.spend.share, shown: shares.fractions?[index]),
                cell(share: line.yearAgo.share, shown: before.fractions?[index]), cell(points: line.shareChangeInYear),
                cell(growth: line.yearOnYear), cell(line.yearToDate.spend), cell(growth: line.yearToDateGrowth),
            ]
        }
        let isWhole = shares.fractions != nil
        return Table(
            "media-mix", title: heading(.mediaMix),
            columns: [
                Column(book.say(.medium)), Column(moneyHeading(.spend), .money),
                Column(heading(.mix(month)), .percent), Column(heading(.mix(analysis.months.yearAgo)), .percent),
                Column(heading(.pointsInYear), .percent), Column(heading(.yearOnYear), .percent, importance: .useful),
                Column(moneyHeading(.yearToDate(month.year)), .money, importance: .extra),
                Column(heading(.yearToDateGrowth), .percent, importance: .extra),
            ], rows: rows,
            totals: [
                Cell(book.say(.total)), cell(brands.total), isWhole ? book.cell(.percent(1)) : .empty,
                before.fractions == nil ? .empty : book.cell(.percent(1)), .empty, cell(growth: brands.yearOnYear),
                cell(analysis.yearToDate.total), cell(growth: analysis.yearToDate.growth),
            ], remark: isWhole ? nil : remark([.sharesDoNotAddUp]))
    }

    /// How the client, or else the largest brands, divide their spend beside the whole set.
    private var indexTable: Block? {
        let mix = analysis.mediaOfBrands
        let compared =
            analysis.client.map { client in mix.lines.filter { $0.brand == client } } ?? Array(mix.lines.prefix(3))
        let known = compared.filter { line in line.shares.contains { $0.value != nil } }
        guard !known.isEmpty, mix.media.count > 1 else { return nil }
        let rows = mix.media.indices.map { place in
            [Cell(named(mix.media[place])), cell(share: mix.setShares[place])]
                + known.flatMap { line in
                    [
                        cell(share: line.shares[place]),
                        cell(mix.index(of: line, in: place), signed: false) { .number($0, decimals: 0) },
                    ]
                }
        }
        return .table(
            Table(
                "media-index", title: heading(.mediaIndex),
                columns: [Column(book.say(.medium)), Column(heading(.setShare), .percent)]
                    + known.flatMap { line in
                        [
                            Column(heading(.shareOf(named(line.brand))), .percent, importance: .useful),
                            Column(heading(.indexOf(named(line.brand))), .number),
                        ]
                    },
                rows: rows, remark: book.say(SpendPhrase.indexRemark)))
    }

    /// The whole set and its largest brands, each divided over the media.
    private var brandChart: Block? {
        let mix = analysis.mediaOfBrands
        let whole = bar(book.say(SpendPhrase.wholeSet), mix.setShares)
        let bars = [whole] + mix.lines.map { bar(named($0.brand), $0.shares) }
        let drawn = bars.compactMap(\.self)
        guard !drawn.isEmpty, let first = mix.media.first else { return nil }
        var parts = mix.media.prefix(mediaLimit).map(named)
        if mix.media.count > mediaLimit { parts.append(book.say(SpendPhrase.otherMedia)) }
        return .chart(
            .share(
                ShareChart(
                    heading(.mediaOfBrands), summary: book.say(SpendSentence.mediaChart(named(first))), parts: parts,
                    bars: drawn)))
    }

    /// `nil` where the brand spent nothing, or a credit makes a share negative, which a bar cannot show.
    private func bar(_ label: String, _ shares: [Derived<Double>]) -> ShareChart.Bar? {
        let known = shares.compactMap(\.value)
        guard known.count == shares.count, !known.isEmpty, known.allSatisfy({ $0 >= 0 }) else { return nil }
        let rest = known.dropFirst(mediaLimit)
        return ShareChart.Bar(label, known.prefix(mediaLimit) + (rest.isEmpty ? [] : [rest.reduce(0, +)]))
    }
}
