extension ExponentialSmoothing {
    /// What a walk through observations says of the weights and the first state.
    struct Evidence {
        var squares = 0.0
        /// The sum of the logarithms of what was expected, when errors are shares.
        var scales = 0.0

        /// Minus twice the logarithm of the likelihood of normal errors, the variance at its best, constants left out.
        func deviance(_ count: Int) -> Double { Double(count) * Elementary.log(squares) + 2 * scales }
    }
}

extension ExponentialSmoothing.State {
    /// Follows the observations from here.
    ///
    /// - Returns: `nil` when a form that multiplies expects something that is not above zero, for which it has no meaning.
    mutating func follow(
        _ values: [Double], _ form: ExponentialSmoothing.Form, _ weights: ExponentialSmoothing.Weights
    ) -> ExponentialSmoothing.Evidence? {
        switch (form.error, form.season) {
        case (.additive, .none): follow(values, weights, .none, sharing: false)
        case (.multiplicative, .none): follow(values, weights, .none, sharing: true)
        case (.additive, .additive): follow(values, weights, .additive, sharing: false)
        case (.multiplicative, .additive): follow(values, weights, .additive, sharing: true)
        case (.additive, .multiplicative): follow(values, weights, .multiplicative, sharing: false)
        case (.multiplicative, .multiplicative): follow(values, weights, .multiplicative, sharing: true)
        }
    }

    /// One loop for each kind of season and error: inlined, so that what is asked for each observation is known beforehand.
    @inline(__always)
    private mutating func follow(
        _ values: [Double], _ weights: ExponentialSmoothing.Weights, _ kind: ExponentialSmoothing.Form.Season,
        sharing: Bool
    ) -> ExponentialSmoothing.Evidence? {
        var slope = ExponentialSmoothing.Slope(self, weights)
        var evidence = ExponentialSmoothing.Evidence()
        // Logarithms of products rather than sums of logarithms: a tenth of the time.
        var product = 1.0
        var lowest = Double.infinity
        var phase = phase
        var neutral = 0.0
        season.withUnsafeMutableBufferPointer { season in
            for value in values {
                var expected: Double
                if kind == .none {
                    expected = slope.observe(value, &neutral, kind)
                } else {
                    expected = slope.observe(value, &season[phase], kind)
                    phase += 1
                    if phase == season.count { phase = 0 }
                }
                var error = value - expected
                if kind == .multiplicative || sharing { lowest = min(lowest, expected, slope.level) }
                if sharing {
                    error /= expected
                    product *= expected
                    if !(product > 1e-60 && product < 1e60) {
                        evidence.scales += Elementary.log(product)
                        product = 1
                    }
                }
                evidence.squares += error * error
            }
        }
        evidence.scales += Elementary.log(product)
        self.phase = phase
        (level, trend) = (slope.level, slope.trend)
        let isSound = lowest > 0 && evidence.squares.isFinite
        return isSound ? evidence : nil
    }

    /// Follows the observations without asking how likely they are, in half the time.
    ///
    /// - Returns: whether a season that multiplies met only levels above zero.
    mutating func walk(
        _ values: [Double], _ kind: ExponentialSmoothing.Form.Season, _ weights: ExponentialSmoothing.Weights
    ) -> Bool {
        switch kind {
        case .none: walk(values, weights, .none)
        case .additive: walk(values, weights, .additive)
        case .multiplicative: walk(values, weights, .multiplicative)
        }
    }

    @inline(__always)
    private mutating func walk(
        _ values: [Double], _ weights: ExponentialSmoothing.Weights, _ kind: ExponentialSmoothing.Form.Season
    ) -> Bool {
        var slope = ExponentialSmoothing.Slope(self, weights)
        var lowest = Double.infinity
        var phase = phase
        var neutral = 0.0
        season.withUnsafeMutableBufferPointer { season in
            for value in values {
                if kind == .none {
                    _ = slope.observe(value, &neutral, kind)
                } else {
                    let expected = slope.observe(value, &season[phase], kind)
                    if kind == .multiplicative { lowest = min(lowest, expected, slope.level) }
                    phase += 1
                    if phase == season.count { phase = 0 }
                }
            }
        }
        self.phase = phase
        (level, trend) = (slope.level, slope.trend)
        return lowest > 0
    }
}
