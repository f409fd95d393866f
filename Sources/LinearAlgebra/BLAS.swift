import COpenBLAS

/// The one door to OpenBLAS, which is loaded when it is first needed.
enum BLAS {
    static let routines: openblas = {
        var routines = openblas()
        guard openblas_load(&routines) != 0 else {
            preconditionFailure("OpenBLAS is not there (libopenblas.so.0); on Debian:  apt-get install libopenblas0")
        }
        return routines
    }()
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
        var (rows, columns, inner) = (Int32(left.rows), Int32(right.columns), Int32(left.columns))
        var (leftStride, rightStride, stride) = (rows, inner, rows)
        var (factor, kept) = (1.0, 0.0)
        BLAS.routines.dgemm(
            "N", "N", &rows, &columns, &inner, &factor, left.elements, &leftStride, right.elements, &rightStride, &kept,
            &product.elements, &stride, 1, 1)
        return product
    }
}
