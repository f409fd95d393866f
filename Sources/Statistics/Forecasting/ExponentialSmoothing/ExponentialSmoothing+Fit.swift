extension ExponentialSmoothing {
    /// The likeliest model of one form, which has followed the whole history.
    ///
    /// - Returns: `nil` when the form cannot be had: a season with less than two of them seen, or a form that multiplies when
    ///   not all values are above zero.
    public init?(fitting history: SeriesHistory, _ form: Form) {
        guard let search = SmoothingSearch(history, form), let best = search.best() else { return nil }
        self = best
    }

    /// The same form and weights, following another history from its beginning.
    ///
    /// - Returns: `nil` when the form cannot be had of that history.
    func following(_ history: SeriesHistory) -> Self? { SmoothingSearch(history, form)?.model(weights) }
}

/// The search for the weights of one form.
private struct SmoothingSearch {
    let form: ExponentialSmoothing.Form
    let values: [Double]
    /// The last first.
    let backwards: [Double]
    /// Of the state that a walk back begins with.
    let guess: ExponentialSmoothing.State

    init?(_ history: SeriesHistory, _ form: ExponentialSmoothing.Form) {
        guard form.isAdditive || history.isPositive,
            let guess = ExponentialSmoothing.State(guessing: history.reversed, form)
        else { return nil }
        self.form = form
        self.guess = guess
        values = history.values
        backwards = history.values.reversed()
    }

    func best() -> ExponentialSmoothing? {
        let search = NelderMead(box: form.box)
        let starts = [0.05, 0.3, 0.8].flatMap { level in
            (form.season == .none ? [0] : [0.1, 0.8]).map { form.place(level: level, season: $0) }
        }
        guard let start = starts.map({ ($0, deviance(at: $0)) }).min(by: { $0.1 < $1.1 }), start.1 < .infinity
        else { return nil }
        let lowest = search.minimum(from: start.0, of: deviance(at:))
        return model(form.weights(at: lowest.place))
    }

    private func deviance(at place: NelderMead.Place) -> Double {
        let weights = form.weights(at: place)
        guard var state = guess.backcast(backwards, form, weights),
            let evidence = state.follow(values, form, weights)
        else { return .infinity }
        return evidence.deviance(values.count)
    }

    func model(_ weights: ExponentialSmoothing.Weights) -> ExponentialSmoothing? {
        guard var state = guess.backcast(backwards, form, weights),
            let evidence = state.follow(values, form, weights)
        else { return nil }
        return ExponentialSmoothing(
            form: form, weights: weights, state: state, deviance: evidence.deviance(values.count))
    }
}

extension ExponentialSmoothing.Form {
    /// Whether all is added, so that values may have any sign.
    var isAdditive: Bool { error == .additive && season != .multiplicative }

    /// The weights as numbers that may be chosen freely, each in its range: α, β/α, γ/(1 − α), φ, as far as the form has
    /// them.
    fileprivate var box: [ClosedRange<Double>] {
        let share = 0.0001...0.9999
        return [share] + (trend == .none ? [] : [share]) + (season == .none ? [] : [share])
            + (trend == .damped ? [0.8...0.98] : [])
    }

    /// - Parameter season: γ/(1 − α)
    fileprivate func place(level: Double, season share: Double) -> NelderMead.Place {
        let numbers =
            [level] + (trend == .none ? [] : [0.1]) + (season == .none ? [] : [share])
            + (trend == .damped ? [0.95] : [])
        var place = NelderMead.Place.zero
        for (index, number) in numbers.enumerated() { place[index] = number }
        return place
    }

    fileprivate func weights(at place: NelderMead.Place) -> ExponentialSmoothing.Weights {
        let level = place[0]
        let seasonIndex = trend == .none ? 1 : 2
        return ExponentialSmoothing.Weights(
            level: level, trend: trend == .none ? 0 : level * place[1],
            season: season == .none ? 0 : (1 - level) * place[seasonIndex],
            damping: trend == .damped ? place[season == .none ? 2 : 3] : 1)
    }
}
