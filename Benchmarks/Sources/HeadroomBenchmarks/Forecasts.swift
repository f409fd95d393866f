import Statistics

/// Ten years of a hundred brands, of which the last is forecast from the nine before it. The noise is 3 % of the level, so nobody
/// can miss by less than 2.4 %; the forecasts must stay near that, and the intervals must hold what they say.
let forecasts = [100].map { count in
    let brands = (0..<count).map(Brand.init)
    return Benchmark(name: "forecast-\(count)", units: count, runs: 3) {
        var (missed, came, held) = (0.0, 0.0, 0.0)
        for brand in brands {
            let history = try! SeriesHistory(Array(brand.spend[..<108]))
            let forecast = SeriesForecast(of: history, horizon: 12)
            let actual = Array(brand.spend[108...])
            missed += zip(forecast.points, actual).reduce(0) { $0 + ($1.0 - $1.1).magnitude }
            came += actual.reduce(0, +)
            held += forecast.intervals[1].coverage(of: actual)! / Double(count)
        }
        precondition(missed / came < 0.032, "missed by \(missed / came)")
        precondition((0.75...0.85).contains(held), "80 % intervals held \(held)")
    }
}

/// Monthly spend that grows, with a season and noise that multiply.
private struct Brand {
    let spend: [Double]

    init(_ number: Int) {
        let random = TrialRandom(seed: 7)
        let season = (0..<12).map { 0.7 + 0.6 * random.uniform(trial: UInt64($0), activity: UInt32(number)) }
        let growth = 1 + 0.01 * random.uniform(trial: 99, activity: UInt32(number))
        var level = 1_000.0
        spend = (0..<120).map { month in
            level *= growth
            // Twelve draws are nearly normal, with a standard deviation of 1.
            let noise = (0..<12).reduce(-6) { sum, draw in
                sum + random.uniform(trial: UInt64(1_000 + month), activity: UInt32(number), draw: UInt32(draw))
            }
            return level * season[month % 12] * (1 + 0.03 * noise)
        }
    }
}
