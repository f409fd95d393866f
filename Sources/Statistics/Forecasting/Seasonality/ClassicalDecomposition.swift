extension SeasonalIndices {
    /// The indices by classical decomposition: each period's mean distance from a centred moving average over one season.
    ///
    /// - Returns: `nil` below two full seasons, without a season, or when a multiplicative index would not be well above
    ///   zero.
    /// - Source: Macaulay, 1931; as in `decompose` of R.
    init?(decomposing history: SeriesHistory, as kind: Kind) {
        let length = history.seasonLength
        guard length > 1, history.count >= 2 * length, kind == .additive || history.isPositive else { return nil }
        var sums = Array(repeating: 0.0, count: length)
        var counts = Array(repeating: 0.0, count: length)
        for (position, trend) in history.centredAverages {
            let value = history.values[position]
            sums[position % length] += kind == .additive ? value - trend : value / trend
            counts[position % length] += 1
        }
        let means = zip(sums, counts).map { $0 / $1 }
        let center = means.reduce(0, +) / Double(length)
        let indices = means.map { kind == .additive ? $0 - center : $0 / center }
        // An index near zero would blow up the level behind it.
        guard indices.allSatisfy({ $0.isFinite && (kind == .additive || $0 > 0.01) }) else { return nil }
        self.init(kind, indices)
    }
}

extension SeriesHistory {
    /// The mean over one season around each position that has half a season on both sides.
    var centredAverages: [(position: Int, average: Double)] {
        let half = seasonLength / 2
        // An even season has no middle: the periods at both ends count half.
        let end = seasonLength % 2 == 0 ? 0.5 : 1
        return (half..<max(half, count - half)).map { position in
            let inner = values[(position - half + 1)..<(position + half)].reduce(0, +)
            let ends = values[position - half] + values[position + half]
            return (position, (inner + end * ends) / Double(seasonLength))
        }
    }
}
