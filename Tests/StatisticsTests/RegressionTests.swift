import Statistics
import Testing

@Suite("Linear regression")
struct RegressionTests {
    // Longley, 1967: the public data set on which careless programs lose all digits.
    static let employed: [Double] = [
        60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761, 66019, 67857, 68169, 66513, 68655, 69564, 69331, 70551,
    ]
    static let predictors: [[Double]] = [
        [83.0, 88.5, 88.2, 89.5, 96.2, 98.1, 99.0, 100.0, 101.2, 104.6, 108.4, 110.8, 112.6, 114.2, 115.7, 116.9],
        [
            234289, 259426, 258054, 284599, 328975, 346999, 365385, 363112, 397469, 419180, 442769, 444546, 482704,
            502601,
            518173, 554894,
        ],
        [2356, 2325, 3682, 3351, 2099, 1932, 1870, 3578, 2904, 2822, 2936, 4681, 3813, 3931, 4806, 4007],
        [1590, 1456, 1616, 1650, 3099, 3594, 3547, 3350, 3048, 2857, 2798, 2637, 2552, 2514, 2572, 2827],
        [
            107608, 108632, 109773, 110929, 112075, 113270, 115094, 116219, 117388, 118734, 120445, 121950, 123366,
            125368,
            127852, 130081,
        ],
        (1947...1962).map(Double.init),
    ]

    @Test("Longley's data give the certified coefficients to ten digits")
    func longley() throws {
        // NIST Statistical Reference Datasets, certified values.
        let certified = [
            15.0618722713733, -0.0358191792925910, -2.02022980381683, -1.03322686717359, -0.0511041056535807,
            1829.15146461355,
        ]
        let fit = try LinearRegression(Self.employed, on: Self.predictors)
        for (slope, expected) in zip(fit.slopes, certified) {
            #expect(abs(slope / expected - 1) < 1e-10, "\(slope) for \(expected)")
        }
        #expect(abs(fit.intercept / -3482258.63459582 - 1) < 1e-10)
        #expect(abs(try #require(fit.residualStandardDeviation) / 304.854073561965 - 1) < 1e-10)
        #expect(abs(try #require(fit.determination) - 0.995479004577296) < 1e-12)
    }

    @Test("a line through points on a line is that line")
    func line() throws {
        let fit = try LinearRegression([3, 5, 7, 9], on: [1, 2, 3, 4])
        #expect(abs(fit.slopes[0] - 2) < 1e-13 && abs(fit.intercept - 1) < 1e-13)
        #expect(abs(fit.response(at: [10]) - 21) < 1e-12)
        #expect(abs(try #require(fit.determination) - 1) < 1e-13)
    }

    @Test("without predictors the fit is the mean")
    func mean() throws {
        let fit = try LinearRegression([1, 2, 6], on: [[Double]]())
        #expect(fit.intercept == 3)
        #expect(fit.determination == 0)
    }

    @Test("what is undefined is not a number")
    func undefined() throws {
        #expect(try LinearRegression([4, 4, 4], on: [1, 2, 3]).determination == nil)
        #expect(try LinearRegression([1, 2], on: [1, 2]).residualStandardDeviation == nil)
    }

    @Test("what cannot be fitted says why")
    func faults() {
        typealias Fault = LinearRegression.Fault
        #expect(throws: Fault.tooFewObservations) { try LinearRegression([1], on: [1]) }
        #expect(throws: Fault.dependentPredictors) { try LinearRegression([1, 2, 3], on: [5, 5, 5]) }
        #expect(throws: Fault.dependentPredictors) {
            try LinearRegression([1, 2, 4], on: [[1, 2, 3], [2, 4, 6]])
        }
        #expect(throws: Fault.notFinite) { try LinearRegression([1, .nan, 3], on: [1, 2, 3]) }
        #expect(throws: Fault.notFinite) { try LinearRegression([1, 2, 3], on: [1, .infinity, 3]) }
    }
}
