import Foundation
import Testing

@testable import Statistics

@Suite("Exponential smoothing")
struct ExponentialSmoothingTests {
    typealias Form = ExponentialSmoothing.Form
    typealias Weights = ExponentialSmoothing.Weights
    typealias State = ExponentialSmoothing.State

    static let additive = State(
        level: 114.42522430283923, trend: 2.144151744662357,
        season: [
            -0.7479086559722177, 1.4584913187302142, 5.112855858401533, 11.649952997394225, 19.995008397516845,
            2.790628654300898, 23.97533972461432, 28.173818217577317, -33.38331149068395, -11.423025371443945,
            -27.361249264284012, -20.24060038615123,
        ])
    static let dampedAdditive = State(
        level: 121.41403061287818, trend: 0.8906187604855745,
        season: [
            -14.415641644954148, -5.727765275388039, 17.23421877292782, 6.804106645618715, 15.293253182700155,
            5.62293129322131, 18.262246494874592, 14.037175692570516, -0.4818650725495507, -13.710104571874558,
            -31.388851315157396, -11.529704201989412,
        ])
    static let multiplicative = State(
        level: 111.42880515827613, trend: 1.661213659640167,
        season: [
            0.9129039963881684, 0.896490692426768, 1.0202424617444006, 0.9854268519775602, 0.9809022847455937,
            1.1077375700541814, 1.227775288810691, 1.2145920393533296, 1.052914378833914, 0.9168449137677006,
            0.7927581073380335, 0.8914114145596579,
        ])

    struct KnownAnswer: Sendable {
        let form: Form
        let weights: Weights
        let state: State
        let deviance: Double
        let forecast: [Double]
    }

    // statsforecast 2.1.1, `ets_f(AirPassengers, 12, model, damped)`: its weights and first states, minus twice its
    // log-likelihood, and its forecast. Its damped trend takes the first step twice (φ + φ instead of φ + φ²), so of that only
    // the first month is taken.
    static let knownAnswers = [
        KnownAnswer(
            form: Form(.additive, .damped, .none),
            weights: Weights(level: 0.9999, trend: 0.0001, damping: 0.9799929700921262),
            state: State(level: 107.26312754545816, trend: 4.265391903394824), deviance: 1727.417242413397,
            forecast: [432.2282896446394]),
        KnownAnswer(
            form: Form(.multiplicative, .none, .none), weights: Weights(level: 0.9999),
            state: State(level: 110.69022305011933), deviance: 1667.900202256881,
            forecast: [431.995800710047, 431.995800710047, 431.995800710047]),
        KnownAnswer(
            form: Form(.additive, .linear, .additive),
            weights: Weights(level: 0.1036222332368532, trend: 0.0012387499813683285, season: 0.8425183912739428),
            state: additive, deviance: 1479.8318564684882,
            forecast: [453.0887513451648, 427.47654640264284, 460.63176307222835]),
        KnownAnswer(
            form: Form(.multiplicative, .damped, .additive),
            weights: Weights(
                level: 0.15047178991852322, trend: 0.013394202780010713, season: 0.5773895987312054,
                damping: 0.9719286043184616),
            state: dampedAdditive, deviance: 1460.174287468281,
            forecast: [454.80060523744675]),
        KnownAnswer(
            form: Form(.multiplicative, .linear, .multiplicative),
            weights: Weights(level: 0.013913150418267744, trend: 0.0033853516521039394, season: 0.007291985774927909),
            state: multiplicative, deviance: 1473.1355042988794,
            forecast: [448.31316526869136, 442.9938033446784, 507.4199795002525]),
    ]

    @Test(
        "with another program's weights and first states, likelihood and forecast are that program's",
        arguments: knownAnswers)
    func knownAnswer(_ known: KnownAnswer) throws {
        var state = known.state
        let followed = state.follow(SampleSeries.passengers, known.form, known.weights)
        let evidence = try #require(followed)
        #expect(abs(evidence.deviance(144) / known.deviance - 1) < 1e-12)
        for expected in known.forecast {
            let found = state.coast(known.weights, known.form.season)
            #expect(abs(found / expected - 1) < 1e-12)
        }
    }

    @Test("our search finds a likelihood that is at least as high", arguments: knownAnswers)
    func likelihood(_ known: KnownAnswer) throws {
        let fit = try #require(ExponentialSmoothing(fitting: SeriesHistory(SampleSeries.passengers), known.form))
        // First states are told from the data rather than searched, which may cost a little.
        #expect(fit.deviance < known.deviance + 1, "\(fit.weights)")
    }

    @Test("the Nile is a level that keeps a quarter of each surprise")
    func nile() throws {
        // statsforecast 2.1.1, ets_f(Nile, 1, "ANN"): α = 0.2452, −2 log L = 1452.78, forecast 805.48.
        let history = try SeriesHistory(SampleSeries.nile, seasonLength: 1)
        let fit = try #require(ExponentialSmoothing(fitting: history, Form(.additive, .none, .none)))
        #expect(abs(fit.weights.level - 0.2452) < 0.02)
        #expect(fit.deviance < 1453.3)
        #expect(abs(fit.forecast(1)[0] - 805.48) < 4)
    }

    @Test("every form follows its equations in the book", arguments: 0..<40)
    func equations(_ seed: Int) throws {
        let values = (0..<60).map { 80 + 40 * draw(UInt64(seed), $0) }
        for form in try Form.sensible(for: SeriesHistory(values)) {
            let weights = Weights(
                level: draw(1, seed), trend: form.trend == .none ? 0 : draw(2, seed) * draw(1, seed),
                season: form.season == .none ? 0 : 0.3 * draw(3, seed), damping: form.trend == .damped ? 0.9 : 1)
            let season = (0..<12).map {
                form.season == .multiplicative ? 0.8 + 0.4 * draw(4, $0) : 20 * draw(4, $0) - 10
            }
            let state = State(
                level: 100, trend: form.trend == .none ? 0 : 0.5, season: form.season == .none ? [] : season)
            var followed = state
            let evidence = followed.follow(values, form, weights)
            let book = Book(form: form, weights: weights, state: state)
            guard let deviance = book.deviance(values) else {
                #expect(evidence == nil, "\(form)")
                continue
            }
            #expect(abs(try #require(evidence).deviance(60) / deviance - 1) < 1e-10, "\(form)")
        }
    }

    @Test("a state that is turned walks back the way it came")
    func turned() {
        let weights = Weights(level: 0)
        for phase in 0..<12 {
            var state = State(level: 100, trend: 2, season: (0..<12).map { Double($0 * $0) }, phase: phase)
            let way = (0..<30).map { _ in state.coast(weights, .additive) }
            var back = state.turned
            let wayBack = (1..<30).map { _ in back.coast(weights, .additive) }
            #expect(wayBack == way.dropLast().reversed())
        }
    }

    @Test("adding a constant to a series adds it to the forecasts of a form that only adds")
    func shift() throws {
        let form = Form(.additive, .damped, .additive)
        let plain = try #require(ExponentialSmoothing(fitting: SeriesHistory(SampleSeries.passengers), form))
        let moved = try #require(
            ExponentialSmoothing(fitting: SeriesHistory(SampleSeries.passengers.map { $0 + 4096 }), form))
        for (left, right) in zip(plain.forecast(24), moved.forecast(24)) { #expect(abs(left + 4096 - right) < 0.5) }
    }

    @Test("a season that is seen less than twice, or a negative value to be multiplied, is no fit")
    func impossible() throws {
        let short = try SeriesHistory(Array(SampleSeries.passengers[..<23]))
        #expect(ExponentialSmoothing(fitting: short, Form(.additive, .none, .additive)) == nil)
        let negative = try SeriesHistory(SampleSeries.passengers.map { $0 - 200 })
        #expect(ExponentialSmoothing(fitting: negative, Form(.multiplicative, .none, .none)) == nil)
    }
}

/// The equations of Hyndman et al., 2008, tables 2.2 and 2.3, with relative and absolute errors each in their own words.
private struct Book {
    let form: ExponentialSmoothing.Form
    let weights: ExponentialSmoothing.Weights
    let state: ExponentialSmoothing.State

    func deviance(_ values: [Double]) -> Double? {
        var (l, b, s) = (state.level, state.trend, state.season)
        let (alpha, beta, gamma, phi) = (weights.level, weights.trend, weights.season, weights.damping)
        var (squares, logs) = (0.0, 0.0)
        for (t, y) in values.enumerated() {
            let q = l + phi * b
            let last = s.isEmpty ? 0 : s[t % 12]
            let mu = form.season == .none ? q : form.season == .additive ? q + last : q * last
            if !form.isAdditive, mu <= 0 { return nil }
            let epsilon = form.error == .additive ? y - mu : (y - mu) / mu
            squares += epsilon * epsilon
            if form.error == .multiplicative { logs += Foundation.log(mu) }
            switch (form.error, form.season) {
            case (.additive, _):
                (l, b) = (q + alpha * epsilon, phi * b + beta * epsilon)
                if !s.isEmpty { s[t % 12] = last + gamma * epsilon }
            case (.multiplicative, .none):
                (l, b) = (q * (1 + alpha * epsilon), phi * b + beta * q * epsilon)
            case (.multiplicative, .additive):
                (l, b) = (q + alpha * mu * epsilon, phi * b + beta * mu * epsilon)
                s[t % 12] = last + gamma * mu * epsilon
            case (.multiplicative, .multiplicative):
                (l, b) = (q * (1 + alpha * epsilon), phi * b + beta * q * epsilon)
                s[t % 12] = last * (1 + gamma * epsilon)
            }
            if !form.isAdditive, l <= 0 { return nil }
        }
        return Double(values.count) * Foundation.log(squares) + 2 * logs
    }
}
