import COpenBLAS

/// The one door to OpenBLAS.
enum BLAS {
    /// Sets OpenBLAS to one thread, once, before the first call: its own threads spin, which on busy cores costs far more
    /// than they give for the small matrices here, and sums would depend on how many there are.
    static let ready: Void = openblas_set_num_threads(1)
}

extension Matrix {
    /// The matrix product.
    ///
    /// - Precondition: `left` has as many columns as `right` has rows.
    public static func * (left: Matrix, right: Matrix) -> Matrix {
        precondition(
            left.columns == right.rows, "\(left.rows) × \(left.columns) times \(right.rows) × \(right.columns)")
        var product = Matrix(rows: left.rows, columns: right.columns)
        guard !product.elements.isEmpty, left.columns > 0 else { return product }
        _ = BLAS.ready
        cblas_dgemm(
            CblasColMajor, CblasNoTrans, CblasNoTrans, Int32(left.rows), Int32(right.columns), Int32(left.columns), 1,
            left.elements, Int32(left.rows), right.elements, Int32(right.rows), 0, &product.elements, Int32(left.rows))
        return product
    }
}
