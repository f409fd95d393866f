extension ExponentialSmoothing.State {
    /// A first guess at the state before the first observation: the season by classical decomposition, level and trend by a
    /// line through the first periods without it.
    ///
    /// - Returns: `nil` when that season cannot be had.
    /// - Source: Hyndman et al., 2008, section 2.6.1.
    init?(guessing history: SeriesHistory, _ form: ExponentialSmoothing.Form) {
        guard let season = SeasonalIndices(guessing: history, form.season) else { return nil }
        let values = season.adjusted(history.values)
        let line = values.prefix(max(10, 2 * history.seasonLength)).reduce(into: RunningLine()) { $0.add($1) }
        let hasTrend = form.trend != .none
        let first = hasTrend ? line.intercept : line.intercept + line.slope * Double(line.count + 1) / 2
        self.init(
            level: form.season == .multiplicative && first <= 0 ? values[0] : first, trend: hasTrend ? line.slope : 0,
            season: form.season == .none ? [] : season.values)
    }

    /// The state before the first observation, told from all of them: from this guess at what comes after the last one, back
    /// with these weights, and one period further.
    ///
    /// Stands in for a search over as many numbers as there are states, at the price of another walk.
    ///
    /// - Parameter backwards: the observations, the last first.
    /// - Source: Box and Jenkins, 1970; for exponential smoothing, Svetunkov, “Forecasting and Analytics with ADAM”, 2023,
    ///   section 11.4.
    func backcast(
        _ backwards: [Double], _ form: ExponentialSmoothing.Form, _ weights: ExponentialSmoothing.Weights
    ) -> Self? {
        var state = self
        guard state.walk(backwards, form.season, weights) else { return nil }
        _ = state.coast(weights, form.season)
        return state.turned
    }
}

extension SeasonalIndices {
    fileprivate init?(guessing history: SeriesHistory, _ season: ExponentialSmoothing.Form.Season) {
        switch season {
        case .none: self = .none
        case .additive: self.init(decomposing: history, as: .additive)
        case .multiplicative: self.init(decomposing: history, as: .multiplicative)
        }
    }
}
