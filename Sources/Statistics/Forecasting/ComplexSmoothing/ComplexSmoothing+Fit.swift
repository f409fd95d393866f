extension ComplexSmoothing {
    /// The likeliest model with one kind of season, which has followed the whole history.
    ///
    /// - Returns: `nil` when there is no season, or less than three of them were seen: the criterion does not count the first
    ///   states, and would take two for granted.
    public init?(fitting history: SeriesHistory, _ season: Season) {
        guard let search = ComplexSearch(history, season), let best = search.best() else { return nil }
        self = best
    }
}

/// The search for the weights with one kind of season.
private struct ComplexSearch {
    let season: ComplexSmoothing.Season
    let values: [Double]
    /// The last first.
    let backwards: [Double]
    /// Of the state that a walk back begins with.
    let guess: ComplexSmoothing.State

    init?(_ history: SeriesHistory, _ season: ComplexSmoothing.Season) {
        guard history.count > 1, season == .none || history.count >= 3 * history.seasonLength,
            let guess = ComplexSmoothing.State(guessing: history.reversed, season)
        else { return nil }
        self.season = season
        self.guess = guess
        values = history.values
        backwards = history.values.reversed()
    }

    func best() -> ComplexSmoothing? {
        let lowest = NelderMead(box: season.box).minimum(from: season.start, of: deviance(at:))
        guard lowest.value < .infinity else { return nil }
        let weights = season.weights(at: lowest.place)
        var state = guess.backcast(backwards, season, weights)
        let deviance = state.follow(values, season, weights)
        return ComplexSmoothing(season: season, weights: weights, state: state, deviance: deviance)
    }

    private func deviance(at place: NelderMead.Place) -> Double {
        let weights = season.weights(at: place)
        guard weights.areStable(season) else { return .infinity }
        var state = guess.backcast(backwards, season, weights)
        let deviance = state.follow(values, season, weights)
        return deviance.isNaN ? .infinity : deviance
    }
}

extension ComplexSmoothing.State {
    /// A first guess at the state before the first observation.
    fileprivate init?(guessing history: SeriesHistory, _ season: ComplexSmoothing.Season) {
        let early = history.values.prefix(max(history.seasonLength, 10))
        let mean = early.reduce(0, +) / Double(early.count)
        guard season != .none else {
            self.init(level: SIMD2(mean, mean))
            return
        }
        guard let indices = SeasonalIndices(decomposing: history, as: .additive) else { return nil }
        let own = indices.values.map { index in
            let value = season == .simple ? mean + index : index
            return SIMD2(value, season == .partial ? 0 : value)
        }
        self.init(level: SIMD2(mean, mean), season: own)
    }

    /// The state before the first observation, told from all of them: from this guess at what comes after the last one, back
    /// with these weights.
    ///
    /// - Parameter backwards: the observations, the last first.
    fileprivate func backcast(
        _ backwards: [Double], _ season: ComplexSmoothing.Season, _ weights: ComplexSmoothing.Weights
    ) -> Self {
        var state = self
        _ = state.follow(backwards, season, weights)
        if !state.season.isEmpty { state.phase = (state.phase + 1) % state.season.count }
        return state.turned
    }

    /// Follows the observations from here.
    ///
    /// - Returns: the deviance.
    mutating func follow(
        _ values: [Double], _ season: ComplexSmoothing.Season, _ weights: ComplexSmoothing.Weights
    ) -> Double {
        switch season {
        case .none: follow(values, weights, as: .none)
        case .simple: follow(values, weights, as: .simple)
        case .partial: follow(values, weights, as: .partial)
        case .full: follow(values, weights, as: .full)
        }
    }

    /// One loop for each kind of season: inlined, so that the kind is known beforehand.
    @inline(__always)
    private mutating func follow(
        _ values: [Double], _ weights: ComplexSmoothing.Weights, as kind: ComplexSmoothing.Season
    ) -> Double {
        var squares = 0.0
        var (level, phase) = (level, phase)
        var neutral = SIMD2<Double>.zero
        season.withUnsafeMutableBufferPointer { season in
            for value in values {
                let expected: Double
                if kind == .none {
                    expected = Self.observe(value, &level, &neutral, weights, kind)
                } else {
                    expected = Self.observe(value, &level, &season[phase], weights, kind)
                    phase = phase + 1 == season.count ? 0 : phase + 1
                }
                squares += (value - expected) * (value - expected)
            }
        }
        (self.level, self.phase) = (level, phase)
        return Double(values.count) * Elementary.log(squares)
    }
}

extension ComplexSmoothing.Season {
    /// The weights that are searched: α₀, α₁, and β₀, β₁ as far as the season has them.
    fileprivate var box: [ClosedRange<Double>] {
        let level = [0.01...1.8, 0.01...1.9]
        switch self {
        case .none, .simple: return level
        case .partial: return level + [0.01...1.5]
        case .full: return level + [0.01...1.5, 0.01...1.5]
        }
    }

    fileprivate var start: NelderMead.Place {
        switch self {
        case .none, .simple: [1.3, 1, 0, 0]
        case .partial: [1.3, 1, 0.1, 0]
        case .full: [1.3, 1, 1.3, 1]
        }
    }

    fileprivate func weights(at place: NelderMead.Place) -> ComplexSmoothing.Weights {
        ComplexSmoothing.Weights(level: place.lowHalf, season: place.highHalf)
    }
}

extension ComplexSmoothing.Weights {
    /// Whether what happened long ago is forgotten: weights that are not stable may fit a short history, and then run away from
    /// what follows it.
    ///
    /// Each pair is looked at by itself, which for the full season is a little less than the whole condition.
    ///
    /// - Source: Svetunkov et al., 2022, stability condition; here by the criterion of Jury for a matrix of two rows.
    func areStable(_ season: ComplexSmoothing.Season) -> Bool {
        level.isStable && (season != .full || self.season.isStable)
    }
}

extension SIMD2<Double> {
    /// Whether both eigenvalues of the matrix by which a pair of level and potential discounts its past are less than 1 in size.
    fileprivate var isStable: Bool {
        let trace = 2 - 2 * x + y
        let determinant = (1 - x + y) * (1 - x) + (1 - y) * (1 - x - y)
        return determinant < 1 && trace.magnitude < 1 + determinant
    }
}
