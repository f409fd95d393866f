import Foundation
import Testing

@testable import Statistics

@Suite("Complex exponential smoothing")
struct ComplexSmoothingTests {
    @Test("the Nile's likelihood and forecast are those of another program")
    func nile() throws {
        // statsforecast 2.1.1, auto_ces(Nile, 1, "N"): −2 log L = 1451.32; forecasts 800.13, 797.51, 794.19.
        let fit = try #require(
            ComplexSmoothing(fitting: SeriesHistory(SampleSeries.nile, seasonLength: 1), .none))
        #expect(abs(fit.deviance - 1451.32) < 2)
        for (found, expected) in zip(fit.forecast(3), [800.13, 797.51, 794.19]) {
            #expect(abs(found / expected - 1) < 0.02, "\(found) for \(expected)")
        }
    }

    // statsforecast 2.1.1, auto_ces(AirPassengers, 12, model): minus twice the log-likelihood. It goes over the first states three
    // times, ours come from one walk back: with the full season that is worth 6, with the others nothing.
    @Test(
        "our search finds a likelihood that is at least as high, but for what one walk back costs",
        arguments: [
            (ComplexSmoothing.Season.none, 1747.27), (.simple, 1583.35), (.partial, 1482.36), (.full, 1422.93 + 6.5),
        ])
    func likelihood(_ season: ComplexSmoothing.Season, _ known: Double) throws {
        let fit = try #require(ComplexSmoothing(fitting: SeriesHistory(SampleSeries.passengers), season))
        #expect(fit.deviance < known + 0.1, "\(fit.weights)")
    }

    @Test("the recursion is that of complex numbers", arguments: 0..<20)
    func complexNumbers(_ seed: Int) {
        // ŷ + i p′ = (α₀ + iα₁)(y + ip) + (1 − α₀ + i − iα₁)(ŷ + i p): Svetunkov et al., 2022, equation 4, where the
        // potential p is the error.
        let weight = SIMD2(0.5 + draw(1, seed), 0.8 + 0.4 * draw(2, seed))
        let weights = ComplexSmoothing.Weights(level: weight)
        var state = ComplexSmoothing.State(level: SIMD2(100, 90))
        var pair = SIMD2(100.0, 90.0)
        for index in 0..<30 {
            let value = 100 + 10 * noise(UInt64(seed), index)
            let error = value - pair.x
            pair = product(weight, SIMD2(value, error)) + product(SIMD2(1 - weight.x, 1 - weight.y), pair)
            let expected = state.observe(value, weights, .none)
            #expect(abs(expected - (value - error)) < 1e-6)
            #expect(
                abs(state.level.x - pair.x) < 1e-6 * abs(pair.x) && abs(state.level.y - pair.y) < 1e-6 * abs(pair.x))
        }
    }

    @Test("weights are stable when a surprise is forgotten")
    func stable() {
        for column in 0...20 {
            for row in 0...20 {
                let weight = SIMD2(Double(column) * 0.113, Double(row) * 0.113)
                let weights = ComplexSmoothing.Weights(level: weight)
                // Two histories that differ in their first states only; what is left of the difference after a while.
                var (left, right) = (
                    ComplexSmoothing.State(level: SIMD2(1, 0)), ComplexSmoothing.State(level: SIMD2(0, 1))
                )
                for _ in 0..<4000 {
                    _ = left.observe(0, weights, .none)
                    _ = right.observe(0, weights, .none)
                }
                let rest = abs(left.level.x) + abs(left.level.y) + abs(right.level.x) + abs(right.level.y)
                #expect(weights.areStable(.none) == (rest < 1), "\(weight): \(rest)")
            }
        }
    }

    private func product(_ left: SIMD2<Double>, _ right: SIMD2<Double>) -> SIMD2<Double> {
        SIMD2(left.x * right.x - left.y * right.y, left.x * right.y + left.y * right.x)
    }
}
