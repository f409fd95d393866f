extension ExponentialSmoothing {
    /// The form that explains the history best for the number of its parameters, by the corrected criterion of Akaike.
    ///
    /// - Returns: `nil` when the history is too short for any of them.
    public init?(selecting history: SeriesHistory) {
        let fits = Form.sensible(for: history).compactMap { form in
            Self(fitting: history, form).flatMap { fit in fit.criterion(history).map { (fit, $0) } }
        }
        guard let best = fits.min(by: { $0.1 < $1.1 }) else { return nil }
        self = best.0
    }

    /// Each of the forms that can be had, with its criterion.
    static func judged(_ history: SeriesHistory, _ forms: [Form]) -> [JudgedModel] {
        forms.compactMap { form in
            guard let fit = Self(fitting: history, form), let criterion = fit.criterion(history) else { return nil }
            return JudgedModel(fit, criterion: criterion)
        }
    }

    /// AICc; `nil` when there are too few observations for it.
    func criterion(_ history: SeriesHistory) -> Double? {
        let parameters = form.parameterCount(seasonLength: history.seasonLength)
        return akaikeCriterion(deviance: deviance, parameters: parameters, observations: history.count)
    }
}

extension ExponentialSmoothing.Form {
    /// The weights, the first states, of which the seasonal ones add up to nothing, and the variance.
    func parameterCount(seasonLength: Int) -> Int {
        let trendCount = trend == .none ? 0 : trend == .linear ? 2 : 3
        return 3 + trendCount + (season == .none ? 0 : seasonLength)
    }

    /// The forms that may be tried: without those whose variance is infinite (an additive error beside a season that
    /// multiplies), and those that multiply only when all values are above zero. Trends only add: one that multiplies is too
    /// bold far ahead.
    static func sensible(for history: SeriesHistory) -> [Self] {
        let seasonal = history.seasonLength > 1 && history.count >= 2 * history.seasonLength
        let errors: [Error] = history.isPositive ? [.additive, .multiplicative] : [.additive]
        let seasons: [Season] =
            !seasonal ? [.none] : history.isPositive ? [.none, .additive, .multiplicative] : [.none, .additive]
        return errors.flatMap { error in
            seasons.flatMap { season in
                [.none, .linear, .damped].map { Self(error, $0, season) }
            }
        }
        .filter { $0.error == .multiplicative || $0.season != .multiplicative }
    }
}
