/// A forecast in units in which no value is large.
struct ForecastDraft {
    let method: ForecastMethod
    let points: [Double]
    let intervals: [ForecastInterval]
    let standardError: Double?

    init(_ history: SeriesHistory, _ horizon: Int, _ options: ForecastOptions) {
        method = ForecastMethod(suiting: history)
        switch method {
        case .intermittent:
            let demand = IntermittentDemand(fitting: history)
            points = demand.forecast(horizon)
            intervals = options.confidences.map { confidence in
                ForecastInterval(
                    confidence: confidence,
                    ranges: Array(repeating: demand.interval(confidence), count: horizon))
            }
            standardError = demand.standardDeviation
        case .constant, .short, .combination:
            let method = method
            let model = method.model(of: history, options)
            let errors = ErrorScale(history) { method.model(of: $0, options) }
            points = model.forecast(horizon)
            intervals = errors.intervals(around: points, model, options.confidences, of: history)
            standardError = errors?.deviation
        }
    }
}

extension ForecastMethod {
    init(suiting history: SeriesHistory) {
        if history.isConstant {
            self = .constant
        } else if history.isIntermittent, !history.hasVisibleSeason {
            // Flights that come at the same time every year are better told by the season than by chance.
            self = .intermittent
        } else if history.count < 2 * max(history.seasonLength, 6) {
            // Two seasons, or a dozen of periods where there is none.
            self = .short
        } else {
            self = .combination
        }
    }

    /// - Precondition: not intermittent, whose forecast is no model of errors.
    fileprivate func model(of history: SeriesHistory, _ options: ForecastOptions) -> any SeriesModel {
        switch self {
        case .constant, .intermittent: LastValue(history)
        case .short: ModelMean(poolingShort: history, profile: options.profile)
        case .combination: ModelMean(pooling: history, profile: options.profile)
        }
    }
}

extension SeriesHistory {
    /// Without the zeros before the first value, when a season of periods is left: who was not yet there did not spend nothing.
    ///
    /// Where less is left, the zeros stay: one burst after years of silence is no level. They also stay where demand is
    /// intermittent, because to begin with a period that brought something would make it look more frequent than it is.
    var sinceFirstValue: SeriesHistory {
        guard let first = values.firstIndex(where: { $0 != 0 }), count - first >= max(seasonLength, 6) else {
            return self
        }
        let told = SeriesHistory(checked: Array(values[first...]), seasonLength: seasonLength)
        return ForecastMethod(suiting: told) == .intermittent ? self : told
    }
}

extension SeasonalIndices {
    /// The same season, beginning so many periods later, of a series in another unit.
    ///
    /// - Parameter unit: near the largest value of that series.
    /// - Returns: `nil` when the season adds more than ten times that: it is not of something like this series.
    func later(by periods: Int, unit: Double) -> SeasonalIndices? {
        let rotated = values.indices.map { values[($0 + periods) % values.count] }
        guard kind == .additive else { return SeasonalIndices(kind, rotated) }
        let scaled = rotated.map { $0 / unit }
        return scaled.allSatisfy { $0.magnitude <= 10 } ? SeasonalIndices(kind, scaled) : nil
    }
}
