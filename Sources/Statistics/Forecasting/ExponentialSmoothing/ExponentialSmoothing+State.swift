extension ExponentialSmoothing {
    /// Level, trend and season after some period.
    public struct State: Hashable, Sendable {
        public var level: Double
        /// What a period adds to the level; 0 without a trend.
        public var trend: Double
        /// One for each period of the season; neutral without one.
        public var season: [Double]
        /// Where in the season the next period falls.
        public var phase: Int

        public init(level: Double, trend: Double = 0, season: [Double] = [], phase: Int = 0) {
            self.level = level
            self.trend = trend
            self.season = season
            self.phase = phase
        }

        /// Learns from an observation.
        ///
        /// - Returns: what had been expected.
        mutating func observe(_ value: Double, _ weights: Weights, _ kind: Form.Season) -> Double {
            var slope = Slope(self, weights)
            var unused = 0.0
            let expected: Double
            if kind == .none {
                expected = slope.observe(value, &unused, kind)
            } else {
                expected = slope.observe(value, &season[phase], kind)
                advance()
            }
            (level, trend) = (slope.level, slope.trend)
            return expected
        }

        /// Goes on by a period without an observation.
        ///
        /// - Returns: what is expected of that period.
        mutating func coast(_ weights: Weights, _ kind: Form.Season) -> Double {
            trend *= weights.damping
            level += trend
            guard kind != .none else { return level }
            let index = season[phase]
            advance()
            return kind == .additive ? level + index : level * index
        }

        private mutating func advance() { phase = phase + 1 == season.count ? 0 : phase + 1 }

        /// The same state for a walk through the periods in the other direction.
        var turned: State {
            var turned = State(level: level, trend: -trend, season: season.reversed())
            let length = season.count
            // The period before the last one observed comes next; it is two back from the one that would have come.
            if length > 0 { turned.phase = (2 * length + 1 - phase) % length }
            return turned
        }
    }
}

extension ExponentialSmoothing {
    /// Level and trend alone, which is what a walk carries from period to period.
    ///
    /// A walk waits for each period's result before it can begin with the next. So what waits is kept short: the next period's
    /// base is the last one's, plus the trend, plus one product with the error; all else is computed beside it.
    struct Slope {
        private let weights: Weights
        /// How much of an error the base and the damped trend of the next period take in.
        private let gain: (base: Double, trend: Double)

        private(set) var level: Double
        private(set) var trend: Double
        /// Level and damped trend: what is expected but for the season.
        private var base: Double
        private var dampedTrend: Double

        init(_ state: State, _ weights: Weights) {
            self.weights = weights
            let trendGain = weights.damping * weights.trend
            gain = (weights.level + trendGain, trendGain)
            level = state.level
            trend = state.trend
            dampedTrend = weights.damping * state.trend
            base = level + dampedTrend
        }

        /// The recursion itself.
        ///
        /// The error is that of the level behind the observation, so that no division lies on the way either.
        ///
        /// - Parameter index: that of the period, when there is a season.
        /// - Returns: what had been expected.
        @inline(__always)
        mutating func observe(_ value: Double, _ index: inout Double, _ kind: Form.Season) -> Double {
            let base = base
            let adjusted = kind == .none ? value : kind == .additive ? value - index : value / index
            let error = adjusted - base
            level = base + weights.level * error
            trend = dampedTrend + weights.trend * error
            let carried = weights.damping * dampedTrend
            self.base = (base + carried) + gain.base * error
            dampedTrend = carried + gain.trend * error
            switch kind {
            case .none: return base
            case .additive:
                let expected = base + index
                index += weights.season * error
                return expected
            case .multiplicative:
                let expected = base * index
                index += weights.season * (value - expected) / base
                return expected
            }
        }
    }
}
