import MediaSpend
import Monetary
import WorkTime

extension SpendReportWriter {
    /// What happened to media, to concentration, and why the whole changed.
    var marketNews: [Commentary] {
        [mediaShift, clientMedium, concentration, explanation].compactMap(\.self)
    }

    // MARK: Media

    /// The medium whose share of the set changed most since a year ago.
    private var mediaShift: Commentary? {
        let shifts = analysis.mediaMixOfSet.lines.compactMap { line in
            line.shareChangeInYear.value.map { (line: line, points: $0) }
        }
        guard let largest = shifts.max(by: { $0.points.magnitude < $1.points.magnitude }), largest.points != 0,
            let share = shownShare(of: largest.line), let exact = largest.line.spend.share.value
        else { return nil }
        let (medium, yearAgo) = (largest.line.medium, analysis.months.yearAgo)
        return comment(
            .mediaShift(named(medium), share: share, points: largest.points, since: yearAgo), in: "media-mix",
            weight: largest.points.magnitude * exposure,
            [
                StatedFigure(
                    .shareChange, of: [.medium: medium], in: month, against: yearAgo, .fraction(largest.points)),
                StatedFigure(.share, of: [.medium: medium], in: month, .fraction(exact)),
            ])
    }

    /// The medium that the client favours, or leaves to others, most.
    private var clientMedium: Commentary? {
        let mix = analysis.mediaOfBrands
        guard let client = analysis.client, let line = mix.lines.first(where: { $0.brand == client }) else {
            return nil
        }
        let distances = mix.media.indices.compactMap { place -> MediumOfClient? in
            guard let own = line.shares[place].value, let set = mix.setShares[place].value,
                let index = mix.index(of: line, in: place).value
            else { return nil }
            return MediumOfClient(medium: mix.media[place], own: own, set: set, index: index)
        }
        guard let farthest = distances.max(by: { $0.distance < $1.distance }), farthest.distance > 0 else { return nil }
        let (medium, index) = (farthest.medium, farthest.index)
        let rows: [SpendDimension: String] = [.medium: medium]
        return comment(
            .mediumOfClient(client, named(medium), share: farthest.own, ofSet: farthest.set, index: index),
            in: "media-index", weight: farthest.distance * exposure,
            [
                StatedFigure(
                    .share, of: rows.merging([.brand: client]) { $1 }, in: month, .fraction(farthest.own)),
                StatedFigure(.share, of: rows, in: month, .fraction(farthest.set)),
                StatedFigure(.index, of: rows.merging([.brand: client]) { $1 }, in: month, .number(index)),
            ])
    }

    // MARK: The whole

    private var concentration: Commentary? {
        guard analysis.categories.count == 1, let concentration = analysis.categories.first?.concentration,
            let index = concentration.herfindahlIndex.value, let four = concentration.fourLargest.value,
            concentration.brands > 4
        else { return nil }
        return comment(
            .concentrated(index, ConcentrationLevel(index), fourLargest: four), in: "share-of-spend", weight: 0,
            [figure(.concentration, .number(index)), figure(.fourLargest, .fraction(four))])
    }

    private var explanation: Commentary? {
        guard let bridge = SpendBridge(analysis), bridge.change.minorUnits != 0 else { return nil }
        let base = analysis.decompositionBase
        let parts = bridge.parts.filter { !$0.amount.isZero }
        let size = analysis.market.money(Int64(clamping: bridge.change.minorUnits.magnitude))
        return comment(
            .explained(
                rose: bridge.change.minorUnits > 0, change: RoundAmount(size), since: base,
                parts: parts.map { book.say(ChangePartPhrase(name: $0.name, amount: $0.amount)) }),
            in: "decomposition", weight: stake(bridge.change.minorUnits),
            [figure(.change, against: base, .money(bridge.change))]
                + parts.map { figure($0.measure, against: base, .money($0.amount)) })
    }
}

/// What a medium takes of the client's spend, and of the set's.
private struct MediumOfClient {
    let medium: String
    let own: Double
    let set: Double
    let index: Double

    var distance: Double { (own - set).magnitude }
}
