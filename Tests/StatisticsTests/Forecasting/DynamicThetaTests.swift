import Testing

@testable import Statistics

@Suite("The dynamic optimised Theta model")
struct DynamicThetaTests {
    @Test("the Nile has no line: its forecast is that of another program")
    func nile() throws {
        // statsforecast 2.1.1, auto_theta(Nile, 1, model="DOTM"): α = 0.26749, θ = 1, forecast 798.2302.
        let model = DynamicTheta(fitting: try SeriesHistory(SampleSeries.nile, seasonLength: 1))
        #expect(abs(model.smoothing - 0.26749) < 0.002)
        #expect(model.lineWeight < 0.01)
        #expect(abs(model.forecast(1)[0] - 798.23) < 0.5)
    }

    @Test("forecasts are those of the paper's equations, with every line fitted from the beginning", arguments: 0..<20)
    func equations(_ seed: Int) {
        let values = (1...40).map { 100 + 2 * Double($0) + 15 * noise(UInt64(seed), $0) }
        let (alpha, weight, first) = (0.1 + 0.8 * draw(9, seed), draw(8, seed), 90.0)
        var model = DynamicTheta(smoothing: alpha, lineWeight: weight, level: first)
        for value in values { model.observe(value) }
        for (found, expected) in zip(model.forecast(6), paper(values, alpha, weight, first)) {
            #expect(abs(found / expected - 1) < 1e-10)
        }
    }

    /// Fiorucci et al., 2016, equations 9 to 14: level by its definition as a sum, line by least squares.
    private func paper(_ values: [Double], _ alpha: Double, _ weight: Double, _ first: Double) -> [Double] {
        var values = values
        for _ in 0..<6 {
            let n = values.count
            var power = 1.0
            var level = 0.0
            for value in values.reversed() {
                level += alpha * power * value
                power *= 1 - alpha
            }
            level += power * first
            let center = Double(n + 1) / 2
            let mean = values.reduce(0, +) / Double(n)
            let slope =
                values.enumerated().reduce(0) { $0 + (Double($1.offset + 1) - center) * ($1.element - mean) }
                / (1...n).reduce(0) { $0 + (Double($1) - center) * (Double($1) - center) }
            let intercept = mean - slope * center
            values.append(level + weight * (power * intercept + (1 - power * (1 - alpha)) / alpha * slope))
        }
        return Array(values.suffix(6))
    }

    @Test("no other smoothing, level and line near the fit has smaller errors")
    func least() throws {
        let values = (1...60).map { 500 + 3 * Double($0) + 40 * noise(7, $0) }
        let fitted = DynamicTheta(fitting: try SeriesHistory(values))
        func squares(_ alpha: Double, _ weight: Double, _ first: Double) -> Double {
            var model = DynamicTheta(smoothing: alpha, lineWeight: weight, level: first)
            var sum = 0.0
            for (position, value) in values.enumerated() {
                let error = value - model.forecast(1)[0]
                if position > 2 { sum += error * error }
                model.observe(value)
            }
            return sum
        }
        // The first level is not kept: the best of many stands for it.
        let firsts = stride(from: 300.0, through: 700, by: 1)
        let best = firsts.map { squares(fitted.smoothing, fitted.lineWeight, $0) }.min() ?? 0
        for (alpha, weight) in [(0.01, 0.0), (-0.01, 0.0), (0.0, 0.02), (0.0, -0.02)] {
            let place = (fitted.smoothing + alpha, fitted.lineWeight + weight)
            guard (0.1...0.99).contains(place.0), (0...1).contains(place.1) else { continue }
            let other = firsts.map { squares(place.0, place.1, $0) }.min() ?? 0
            #expect(other > best * 0.99999, "\(place)")
        }
    }
}
