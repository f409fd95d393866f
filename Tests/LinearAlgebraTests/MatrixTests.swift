import LinearAlgebra
import Testing

@Suite("Matrix")
struct MatrixTests {
    @Test("rows and columns change places")
    func transposition() {
        let matrix = Matrix([[1, 2, 3], [4, 5, 6]])
        #expect(matrix.transposed == Matrix([[1, 4], [2, 5], [3, 6]]))
        #expect(matrix.transposed.transposed == matrix)
        #expect(matrix.column(1) == [2, 5])
        #expect(matrix[1, 2] == 6)
    }

    @Test("products are those of the definition")
    func product() {
        let left = Matrix([[1, 2, 3], [4, 5, 6]])
        let right = Matrix([[7, 8], [9, 10], [11, 12]])
        #expect(left * right == Matrix([[58, 64], [139, 154]]))
        #expect(left * Matrix(column: [1, 0, -1]) == Matrix(column: [-2, -2]))
        #expect((Matrix(rows: 2, columns: 0) * Matrix(rows: 0, columns: 3)) == Matrix(rows: 2, columns: 3))
    }

    @Test("a Cholesky factor times itself is the matrix")
    func cholesky() throws {
        let matrix = Matrix([[4, 12, -16], [12, 37, -43], [-16, -43, 98]])
        let factor = try #require(matrix.choleskyFactor)
        #expect(factor == Matrix([[2, 0, 0], [6, 1, 0], [-8, 5, 3]]))
        #expect(factor * factor.transposed == matrix)
    }

    @Test("a matrix that is not positive definite has no Cholesky factor")
    func indefinite() {
        #expect(Matrix([[1, 2], [2, 1]]).choleskyFactor == nil)
        #expect(Matrix([[0]]).choleskyFactor == nil)
        #expect(Matrix([[.nan]]).choleskyFactor == nil)
        #expect(Matrix([[9]]).choleskyFactor == Matrix([[3]]))
    }
}
