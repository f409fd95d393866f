extension DynamicTheta {
    /// The model with the least squared errors one period ahead, which has followed the whole history.
    ///
    /// For a given α, the forecasts are linear in the first level and in the weight of the line, so both follow from two
    /// normal equations, and the search is over α alone.
    public init(fitting history: SeriesHistory) {
        let lines = history.values.reduce(into: [RunningLine()]) { lines, value in
            var line = lines[lines.count - 1]
            line.add(value)
            lines.append(line)
        }
        let best = ThetaFit.best(history.values, lines)
        self.init(smoothing: best.smoothing, lineWeight: best.lineWeight, level: best.level)
        for value in history.values { observe(value) }
    }
}

/// The best first level and weight of the line for one α.
private struct ThetaFit {
    let smoothing: Double
    var level = 0.0
    var lineWeight = 0.0
    var squares = Double.infinity

    /// The bounds of α are those of the paper.
    static func best(_ values: [Double], _ lines: [RunningLine]) -> ThetaFit {
        let grid = (0...20).map { ThetaFit(smoothing: 0.1 + 0.89 * Double($0) / 20, values, lines) }
        guard var best = grid.min(by: { $0.squares < $1.squares }) else {
            return ThetaFit(smoothing: 0.5, values, lines)
        }
        var reach = 0.89 / 20
        // Halving to 10⁻⁶: α needs no more.
        for _ in 0..<15 {
            reach /= 2
            for smoothing in [best.smoothing - reach, best.smoothing + reach] where (0.1...0.99).contains(smoothing) {
                let fit = ThetaFit(smoothing: smoothing, values, lines)
                if fit.squares < best.squares { best = fit }
            }
        }
        return best
    }

    init(smoothing: Double, _ values: [Double], _ lines: [RunningLine]) {
        self.smoothing = smoothing
        var sums = NormalSums()
        var level = 0.0
        var remainder = 1.0
        for (position, value) in values.enumerated() {
            let pull = lines[position].pull(remainder: remainder, smoothing: smoothing)
            // Through three points any line may go: their errors are left out, as in the authors' program.
            if position > 2 { sums.add(rest: value - level, remainder, pull) }
            level += smoothing * (value - level)
            remainder *= 1 - smoothing
        }
        (self.level, lineWeight) = sums.solution(otherwise: values[0])
        squares = sums.squares(level: self.level, weight: lineWeight)
    }
}

/// Sums of products of what is to be explained, the share of the first level, and the pull of the line.
private struct NormalSums {
    var (rest2, restLevel, restPull, level2, levelPull, pull2) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)

    mutating func add(rest: Double, _ level: Double, _ pull: Double) {
        rest2 += rest * rest
        restLevel += rest * level
        restPull += rest * pull
        level2 += level * level
        levelPull += level * pull
        pull2 += pull * pull
    }

    /// The first level, and the weight of the line between 0 and 1.
    func solution(otherwise first: Double) -> (level: Double, weight: Double) {
        let determinant = level2 * pull2 - levelPull * levelPull
        let free = (restPull * level2 - restLevel * levelPull) / determinant
        let weight = determinant > 1e-12 * level2 * pull2 ? min(max(free, 0), 1) : 0.5
        return (level2 > 0 ? (restLevel - weight * levelPull) / level2 : first, weight)
    }

    func squares(level: Double, weight: Double) -> Double {
        rest2 - 2 * level * restLevel - 2 * weight * restPull + level * level * level2
            + 2 * level * weight * levelPull + weight * weight * pull2
    }
}
