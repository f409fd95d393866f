extension ComplexSmoothing {
    /// The season that explains the history best for the number of its parameters, by the corrected criterion of Akaike.
    ///
    /// - Returns: `nil` when the history is too short for any of them.
    public init?(selecting history: SeriesHistory) {
        guard let best = Self.fits(history).min(by: { $0.criterion < $1.criterion }) else { return nil }
        self = best.model
    }

    /// Each season that can be had, of the values and, when all are above zero, of their logarithms, with its criterion.
    ///
    /// The model only adds; on logarithms it multiplies. Which of the two a series does, its likelihood tells.
    static func judged(_ history: SeriesHistory) -> [JudgedModel] {
        let plain = fits(history).map { JudgedModel($0.model, criterion: $0.criterion) }
        guard let scale = LogarithmicScale(history) else { return plain }
        return plain
            + fits(scale.history).map { fit in
                JudgedModel(Logarithmic(fit.model, of: scale), criterion: fit.criterion + scale.stretch)
            }
    }

    private static func fits(_ history: SeriesHistory) -> [(model: Self, criterion: Double)] {
        Season.allCases.compactMap { season in
            guard let fit = Self(fitting: history, season), let criterion = fit.criterion(history) else { return nil }
            return (model: fit, criterion: criterion)
        }
    }

    /// AICc; `nil` when there are too few observations for it. First states are told from the observations, not chosen, and
    /// do not count, as in the paper.
    func criterion(_ history: SeriesHistory) -> Double? {
        akaikeCriterion(deviance: deviance, parameters: season.weightCount + 1, observations: history.count)
    }
}

extension ComplexSmoothing.Season {
    var weightCount: Int {
        switch self {
        case .none, .simple: 2
        case .partial: 3
        case .full: 4
        }
    }
}
