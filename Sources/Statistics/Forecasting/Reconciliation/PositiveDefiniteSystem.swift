/// Linear equations with a symmetric matrix that is positive definite, ready to be solved for any right side.
///
/// Plain arithmetic in a fixed order, so that forecasts have the same bits whatever library is installed.
struct PositiveDefiniteSystem: Sendable {
    /// *L* with *L Lᵀ* the matrix; a row and column that depends on others is left out.
    private let factor: [[Double]]

    init(_ matrix: [[Double]]) {
        var factor = matrix
        for row in matrix.indices {
            for column in 0...row {
                var rest = matrix[row][column]
                for inner in 0..<column { rest -= factor[row][inner] * factor[column][inner] }
                if column < row {
                    factor[row][column] = factor[column][column] > 0 ? rest / factor[column][column] : 0
                } else {
                    factor[row][row] = rest > 1e-12 * matrix[row][row] ? rest.squareRoot() : 0
                }
            }
        }
        self.factor = factor
    }

    func solution(_ target: [Double]) -> [Double] {
        precondition(target.count == factor.count, "\(target.count) numbers for \(factor.count) equations")
        var solution = target
        for row in factor.indices {
            for inner in 0..<row { solution[row] -= factor[row][inner] * solution[inner] }
            solution[row] = factor[row][row] > 0 ? solution[row] / factor[row][row] : 0
        }
        for row in factor.indices.reversed() {
            for below in (row + 1)..<max(row + 1, factor.count) {
                solution[row] -= factor[below][row] * solution[below]
            }
            solution[row] = factor[row][row] > 0 ? solution[row] / factor[row][row] : 0
        }
        return solution
    }
}
