import LinearAlgebra

/// A response as a constant plus a weighted sum of predictors, fitted by least squares.
public struct LinearRegression: Hashable, Sendable {
    public let intercept: Double
    /// One for each predictor.
    public let slopes: [Double]
    /// The part of the response's variance that the predictors explain, 0…1; `nil` when the response does not vary.
    public let determination: Double?
    /// The spread of the response around the fit, over *n* − *p* − 1; `nil` when the fit has no freedom left.
    public let residualStandardDeviation: Double?

    /// Why there is no fit.
    public enum Fault: Error, Hashable, Sendable {
        /// Fewer observations than coefficients.
        case tooFewObservations
        /// Predictors that are constant, or sums of others: their slopes cannot be told apart.
        case dependentPredictors
        /// A number that is not finite.
        case notFinite
    }

    /// Fits a line to pairs.
    public init(_ response: [Double], on predictor: [Double]) throws(Fault) {
        try self.init(response, on: [predictor])
    }

    /// - Parameter predictors: each as long as the response; there may be none, and the fit is then the mean.
    ///
    /// Predictors are first centred and scaled, so that years and millions may stand side by side.
    public init(_ response: [Double], on predictors: [[Double]]) throws(Fault) {
        for predictor in predictors {
            precondition(predictor.count == response.count, "\(predictor.count) values for \(response.count) responses")
        }
        guard response.count > predictors.count else { throw .tooFewObservations }
        let standards = predictors.map(Standard.init)
        guard standards.allSatisfy({ $0.scale > 0 }) else {
            throw standards.allSatisfy(\.scale.isFinite) ? .dependentPredictors : .notFinite
        }
        let center = Standard(response).center
        var design = Matrix(rows: response.count, columns: predictors.count)
        for (column, (predictor, standard)) in zip(predictors, standards).enumerated() {
            for (row, value) in predictor.enumerated() { design[row, column] = standard.score(of: value) }
        }
        guard let fit = LeastSquares(design, response.map { $0 - center }) else { throw .notFinite }
        guard fit.rank == predictors.count else { throw .dependentPredictors }
        self.init(response, center, predictors, slopes: zip(fit.solution, standards).map { $0 / $1.scale }, standards)
    }

    private init(
        _ response: [Double], _ center: Double, _ predictors: [[Double]], slopes: [Double], _ standards: [Standard]
    ) {
        let intercept = zip(slopes, standards).reduce(center) { $0 - $1.0 * $1.1.center }
        let residuals = response.indices.map { row in
            // Around the means, so that nothing large cancels.
            zip(slopes, predictors).enumerated().reduce(response[row] - center) { rest, term in
                rest - term.element.0 * (term.element.1[row] - standards[term.offset].center)
            }
        }
        let unexplained = residuals.reduce(0) { $0 + $1 * $1 }
        let total = response.reduce(0) { $0 + ($1 - center) * ($1 - center) }
        let freedom = response.count - predictors.count - 1
        self.intercept = intercept
        self.slopes = slopes
        determination = total > 0 ? 1 - unexplained / total : nil
        residualStandardDeviation = freedom > 0 ? (unexplained / Double(freedom)).squareRoot() : nil
    }

    /// The fitted response.
    ///
    /// - Precondition: one value for each predictor.
    public func response(at values: [Double]) -> Double {
        precondition(values.count == slopes.count, "\(values.count) values for \(slopes.count) predictors")
        return zip(slopes, values).reduce(intercept) { $0 + $1.0 * $1.1 }
    }
}

/// Mean and spread of one predictor.
private struct Standard {
    let center: Double
    let scale: Double

    init(_ values: [Double]) {
        let moments = Moments(values)
        center = moments.mean ?? 0
        scale = moments.standardDeviation ?? 0
    }

    func score(of value: Double) -> Double { (value - center) / scale }
}
