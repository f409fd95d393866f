extension ModelMean {
    /// The mean of the dynamic optimised Theta model, exponential smoothing and complex exponential smoothing.
    ///
    /// Three families that see a series differently: as a level drawn to a line; as level, trend and season; and as one
    /// complex level. Within a family, forms are averaged by their likelihood; exponential smoothing looks at quarters and years
    /// beside the months.
    ///
    /// Theta has no season of its own: it takes one out where the autocorrelations show it, or where exponential smoothing is more
    /// likely to have one than not. A broad season over three years hides from autocorrelations.
    ///
    /// - Parameter profile: a season from outside, which Theta uses while there are fewer than three seasons.
    /// - Source: Petropoulos and Svetunkov, “A simple combination of univariate models”, 2020.
    public init(pooling history: SeriesHistory, profile: SeasonalIndices? = nil) {
        let smoothing = TemporalHierarchy(fitting: history)
        let canShowSeason = history.count >= 3 * history.seasonLength
        let isSeasonal = canShowSeason && (history.hasVisibleSeason || smoothing?.seesSeason == true)
        let season = isSeasonal ? history.decomposedSeason : canShowSeason ? .none : profile ?? .none
        var parts: [any SeriesModel] = [Seasoned(history, season: season) { DynamicTheta(fitting: $0) }]
        if let smoothing { parts.append(smoothing) }
        if let complex = AkaikeAverage(ComplexSmoothing.judged(history)) { parts.append(complex) }
        self.init(parts.filter { $0.isSound(after: history) }, otherwise: history)
    }

    /// For a history that shows no season of its own: level or damped trend by exponential smoothing, and Theta, both of what
    /// is left without the profile's season. A trend that goes on for ever is not told from so few periods.
    ///
    /// - Source: Gardner and McKenzie, “Forecasting trends in time series”, 1985, for the damped trend.
    public init(poolingShort history: SeriesHistory, profile: SeasonalIndices? = nil) {
        self.init([Seasoned(history, season: profile ?? .none) { ModelMean(levelling: $0) }], otherwise: history)
    }

    private init(levelling history: SeriesHistory) {
        let forms = ExponentialSmoothing.Form.sensible(for: history).filter {
            $0.season == .none && $0.trend != .linear
        }
        var parts: [any SeriesModel] = []
        if let smoothing = AkaikeAverage(ExponentialSmoothing.judged(history, forms)) { parts.append(smoothing) }
        // In less than a dozen periods a line is told from chance alone.
        if history.count >= 12 { parts.append(DynamicTheta(fitting: history)) }
        self.init(parts.filter { $0.isSound(after: history) }, otherwise: history)
    }

    private init(_ parts: [any SeriesModel], otherwise history: SeriesHistory) {
        self.init(parts.isEmpty ? [ExponentialSmoothing(levelling: history)] : parts)
    }
}

extension SeriesModel {
    /// Whether two years of forecasts stay within ten times all that was ever seen. What goes beyond, such as a burst taken for
    /// endless growth, is left out of the mean.
    fileprivate func isSound(after history: SeriesHistory) -> Bool {
        let largest = history.values.reduce(0) { max($0, $1.magnitude) }
        return forecast(24).allSatisfy { $0.magnitude <= 10 * largest }
    }
}

extension ExponentialSmoothing {
    /// A level that takes in half of each surprise: for histories from which no weight can be told.
    init(levelling history: SeriesHistory) {
        let form = Form(.additive, .none, .none)
        let weights = Weights(level: 0.5)
        var state = State(level: history.values[0])
        let evidence = state.follow(history.values, form, weights)
        self.init(
            form: form, weights: weights, state: state, deviance: evidence?.deviance(history.count) ?? .infinity)
    }
}
