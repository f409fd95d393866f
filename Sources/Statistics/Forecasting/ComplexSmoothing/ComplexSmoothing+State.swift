extension ComplexSmoothing {
    /// Pairs of a level and its potential.
    public struct State: Hashable, Sendable {
        public var level: SIMD2<Double>
        /// One for each period of the season; only indices, without potential, when the season is partial.
        public var season: [SIMD2<Double>]
        /// Where in the season the next period falls.
        public var phase: Int

        public init(level: SIMD2<Double>, season: [SIMD2<Double>] = [], phase: Int = 0) {
            self.level = level
            self.season = season
            self.phase = phase
        }

        /// What the next period is expected to bring.
        func expected(_ kind: Season) -> Double {
            switch kind {
            case .none: level.x
            case .simple: season[phase].x
            case .partial, .full: level.x + season[phase].x
            }
        }

        /// Learns from an observation.
        ///
        /// - Returns: what had been expected.
        mutating func observe(_ value: Double, _ weights: Weights, _ kind: Season) -> Double {
            var unused = SIMD2<Double>.zero
            guard kind != .none else { return Self.observe(value, &level, &unused, weights, kind) }
            defer { phase = phase + 1 == season.count ? 0 : phase + 1 }
            return Self.observe(value, &level, &season[phase], weights, kind)
        }

        /// The recursion itself.
        ///
        /// - Parameter own: the pair of the period, when there is a season.
        /// - Returns: what had been expected.
        @inline(__always)
        static func observe(
            _ value: Double, _ level: inout SIMD2<Double>, _ own: inout SIMD2<Double>, _ weights: Weights,
            _ kind: Season
        ) -> Double {
            let expected = (kind.hasLevel ? level.x : 0) + (kind == .none ? 0 : own.x)
            let error = value - expected
            if kind.hasLevel { level = level.learned(error, weights.level) }
            switch kind {
            case .none: break
            case .simple: own = own.learned(error, weights.level)
            case .partial: own.x += weights.season.x * error
            case .full: own = own.learned(error, weights.season)
            }
            return expected
        }

        /// The same state for a walk through the periods in the other direction.
        var turned: State {
            let length = season.count
            return State(
                level: level, season: season.reversed(), phase: length > 0 ? (2 * length + 1 - phase) % length : 0)
        }
    }
}

extension SIMD2<Double> {
    /// A pair of level and potential after an error of what the level had said.
    @inline(__always)
    fileprivate func learned(_ error: Double, _ weight: SIMD2<Double>) -> SIMD2<Double> {
        SIMD2(
            x - (1 - weight.y) * y + (weight.x - weight.y) * error,
            x + (1 - weight.x) * y + (weight.x + weight.y) * error)
    }
}
