import COpenBLAS

/// The shortest *x* that brings *A x* nearest to *b*: the solution of a linear least squares problem.
public struct LeastSquares: Hashable, Sendable {
    /// One number for each column of *A*.
    public let solution: [Double]
    /// How many columns of *A* are independent. Below the number of columns there are many solutions equally near.
    public let rank: Int
    /// Of *A*, largest first.
    public let singularValues: [Double]

    /// - Parameter tolerance: singular values below this share of the largest count as zero.
    /// - Returns: `nil` when a number is not finite, or the iteration does not converge.
    /// - Precondition: *b* has one number for each row of *A*.
    /// - Complexity: O(*m n*²). LAPACK's `dgelsd`, by singular values, so dependent columns do no harm.
    public init?(_ matrix: Matrix, _ target: [Double], tolerance: Double = 1e-12) {
        precondition(target.count == matrix.rows, "\(target.count) numbers for \(matrix.rows) rows")
        guard matrix.elements.allSatisfy(\.isFinite), target.allSatisfy(\.isFinite) else { return nil }
        guard matrix.rows > 0, matrix.columns > 0 else {
            self.init(solution: Array(repeating: 0, count: matrix.columns), rank: 0, singularValues: [])
            return
        }
        guard let work = Workspace.sized(for: matrix) else { return nil }
        self.init(matrix, target, tolerance, work)
    }

    private init(solution: [Double], rank: Int, singularValues: [Double]) {
        self.solution = solution
        self.rank = rank
        self.singularValues = singularValues
    }

    private init?(_ matrix: Matrix, _ target: [Double], _ tolerance: Double, _ work: Workspace) {
        var problem = Problem(matrix, target, tolerance)
        var work = work
        guard problem.solve(&work) else { return nil }
        self.init(
            solution: Array(problem.target[..<matrix.columns]), rank: Int(problem.rank),
            singularValues: problem.singularValues)
    }
}

/// How much scratch space LAPACK asks for.
private struct Workspace {
    var doubles: [Double]
    var integers: [Int32]

    /// Asks LAPACK, which answers when the length of the workspace is given as −1.
    static func sized(for matrix: Matrix) -> Workspace? {
        var problem = Problem(matrix, Array(repeating: 0, count: matrix.rows), 0)
        var question = Workspace(doubles: [0], integers: [0])
        guard problem.solve(&question, length: -1) else { return nil }
        return Workspace(
            doubles: Array(repeating: 0, count: Int(question.doubles[0])),
            integers: Array(repeating: 0, count: Int(question.integers[0])))
    }
}

/// The arguments of `dgelsd`, which overwrites most of them.
private struct Problem {
    var matrix: Matrix
    /// The right side, long enough for the solution, which takes its place.
    var target: [Double]
    var tolerance: Double
    var singularValues: [Double]
    var rank: Int32 = 0

    init(_ matrix: Matrix, _ target: [Double], _ tolerance: Double) {
        self.matrix = matrix
        self.target = target + Array(repeating: 0, count: max(0, matrix.columns - target.count))
        self.tolerance = tolerance
        singularValues = Array(repeating: 0, count: min(matrix.rows, matrix.columns))
    }

    /// Whether LAPACK succeeded.
    mutating func solve(_ work: inout Workspace, length: Int32? = nil) -> Bool {
        var rows = Int32(matrix.rows)
        var columns = Int32(matrix.columns)
        var rightSides: Int32 = 1
        var matrixStride = rows
        var targetStride = max(rows, columns)
        var length = length ?? Int32(work.doubles.count)
        var status: Int32 = 0
        BLAS.routines.dgelsd(
            &rows, &columns, &rightSides, &matrix.elements, &matrixStride, &target, &targetStride, &singularValues,
            &tolerance, &rank, &work.doubles, &length, &work.integers, &status)
        return status == 0
    }
}
