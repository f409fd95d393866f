/// How the errors of forecasts vary, and vary together: totals first, then the bottom.
struct ErrorCovariance: Sendable {
    let variances: [Double]
    /// Beside the diagonal; `nil` when errors are taken as independent.
    let covariances: [[Double]]?

    init(variances: [Double], covariances: [[Double]]? = nil) {
        // A series that never erred would allow nothing to give way: it errs a millionth as much as the others.
        let least = 1e-12 * (variances.max() ?? 0)
        self.variances = least > 0 ? variances.map { max($0, least) } : variances.map { _ in 1 }
        self.covariances = covariances
    }

    /// Covariances shrunken towards none, by as much as chance could have made them.
    ///
    /// - Source: Schäfer and Strimmer, “A shrinkage approach to large-scale covariance matrix estimation”, 2005.
    init(shrinking errors: [[Double]]) {
        let count = Double(errors.count)
        let width = errors.first?.count ?? 0
        let variances = (0..<width).map { column in errors.reduce(0) { $0 + $1[column] * $1[column] } / max(count, 1) }
        let deviations = variances.map { $0.squareRoot() }
        var correlations = Array(repeating: Array(repeating: 0.0, count: width), count: width)
        var (doubt, strength) = (0.0, 0.0)
        for row in 0..<width {
            for column in 0..<row where deviations[row] > 0 && deviations[column] > 0 {
                let scale = deviations[row] * deviations[column]
                let products = Moments(errors.map { $0[row] * $0[column] / scale })
                let correlation = products.mean ?? 0
                correlations[row][column] = correlation
                correlations[column][row] = correlation
                strength += correlation * correlation
                doubt += (products.variance ?? correlation * correlation * count) / count
            }
        }
        let kept = strength > 0 ? max(0, 1 - doubt / strength) : 0
        let covariances = (0..<width).map { row in
            (0..<width).map { kept * correlations[row][$0] * deviations[row] * deviations[$0] }
        }
        self.init(variances: variances, covariances: kept > 0 ? covariances : nil)
    }

    func between(_ left: Int, _ right: Int) -> Double {
        left == right ? variances[left] : covariances?[left][right] ?? 0
    }
}

extension SummingStructure {
    /// `nil` for bottom-up, or without a total.
    func covariance(_ weights: ForecastReconciliation.Weights) -> ErrorCovariance? {
        guard !totals.isEmpty else { return nil }
        let structural = totals.map { Double($0.count) } + Array(repeating: 1, count: bottomCount)
        switch weights {
        case .bottomUp: return nil
        case .structural: return ErrorCovariance(variances: structural)
        case .variances(let values):
            precondition(values.totals.count == totals.count && values.bottom.count == bottomCount, "\(values)")
            return ErrorCovariance(variances: values.totals + values.bottom)
        case .errors(let rows):
            guard !rows.isEmpty else { return ErrorCovariance(variances: structural) }
            return ErrorCovariance(shrinking: rows.map { $0.totals + $0.bottom })
        }
    }

    /// The covariance between each series (totals first, then the bottom) and the gap of one total.
    private func covarianceWithGap(_ covariance: ErrorCovariance, of total: Int) -> [Double] {
        var column = (0..<(totals.count + bottomCount)).map { covariance.between($0, total) }
        guard covariance.covariances != nil else {
            for part in totals[total] { column[totals.count + part] -= covariance.variances[totals.count + part] }
            return column
        }
        for series in column.indices {
            for part in totals[total] { column[series] -= covariance.between(series, totals.count + part) }
        }
        return column
    }

    /// The covariance of the gaps, one row for each total.
    func gapCovariance(_ covariance: ErrorCovariance) -> [[Double]] {
        totals.indices.map { total in
            let column = covarianceWithGap(covariance, of: total)
            return totals.indices.map { other in
                totals[other].reduce(column[other]) { $0 - column[totals.count + $1] }
            }
        }
    }

    /// What each series at the bottom takes of the gaps.
    ///
    /// - Parameter pulls: the gaps, divided by their covariance.
    func bottomShares(_ covariance: ErrorCovariance, _ pulls: [Double]) -> [Double] {
        var shares = Array(repeating: 0.0, count: bottomCount)
        for (total, pull) in pulls.enumerated() {
            let column = covarianceWithGap(covariance, of: total)
            for series in shares.indices { shares[series] -= column[totals.count + series] * pull }
        }
        return shares
    }
}
