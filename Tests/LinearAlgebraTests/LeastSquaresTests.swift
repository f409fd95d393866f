import LinearAlgebra
import Testing

@Suite("Least squares")
struct LeastSquaresTests {
    @Test("an exact system is solved exactly, as far as doubles go")
    func exact() throws {
        let squares = try #require(LeastSquares(Matrix([[2, 1], [1, 3]]), [5, 10]))
        #expect(squares.rank == 2)
        #expect(abs(squares.solution[0] - 1) < 1e-14 && abs(squares.solution[1] - 3) < 1e-14)
    }

    @Test("more rows than columns give the nearest solution")
    func overdetermined() throws {
        // By hand: the line through (0, 6), (1, 0), (2, 0) that is nearest is 5 − 3x.
        let squares = try #require(LeastSquares(Matrix([[1, 0], [1, 1], [1, 2]]), [6, 0, 0]))
        #expect(abs(squares.solution[0] - 5) < 1e-13 && abs(squares.solution[1] + 3) < 1e-13)
    }

    @Test("dependent columns share the weight, and the rank says so")
    func dependent() throws {
        let squares = try #require(LeastSquares(Matrix([[1, 1], [2, 2], [3, 3]]), [2, 4, 6]))
        #expect(squares.rank == 1)
        #expect(squares.singularValues.count == 2)
        #expect(abs(squares.solution[0] - 1) < 1e-13 && abs(squares.solution[1] - 1) < 1e-13)
    }

    @Test("fewer rows than columns give the shortest solution")
    func underdetermined() throws {
        let squares = try #require(LeastSquares(Matrix([[3, 4]]), [25]))
        #expect(abs(squares.solution[0] - 3) < 1e-13 && abs(squares.solution[1] - 4) < 1e-13)
    }

    @Test("nothing to fit, or numbers that are none, do no harm")
    func degenerate() {
        #expect(LeastSquares(Matrix([[.infinity]]), [1]) == nil)
        #expect(LeastSquares(Matrix([[1]]), [.nan]) == nil)
        #expect(LeastSquares(Matrix(rows: 0, columns: 2), [])?.solution == [0, 0])
        #expect(LeastSquares(Matrix(rows: 2, columns: 0), [1, 2])?.solution == [])
    }
}
