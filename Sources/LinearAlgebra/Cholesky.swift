import COpenBLAS

extension Matrix {
    /// The lower triangle *L* with *L Lᵀ* equal to this matrix, of which only the lower triangle is read.
    ///
    /// - Returns: `nil` when the matrix is not positive definite, as far as doubles can tell.
    /// - Precondition: the matrix is square.
    /// - Complexity: O(*n*³). LAPACK's `dpotrf`.
    public var choleskyFactor: Matrix? {
        precondition(rows == columns, "a factor of \(rows) × \(columns)")
        guard rows > 0 else { return self }
        guard elements.allSatisfy(\.isFinite) else { return nil }
        var factor = self
        var size = Int32(rows)
        var stride = size
        var status: Int32 = 0
        BLAS.routines.dpotrf("L", &size, &factor.elements, &stride, &status, 1)
        guard status == 0 else { return nil }
        for column in 1..<max(columns, 1) {
            for row in 0..<column { factor[row, column] = 0 }
        }
        return factor
    }
}
