import Statistics
import Testing

@Suite("Moments")
struct MomentsTests {
    @Test("mean and spread are those of the definition")
    func definition() throws {
        let moments = Moments([2, 4, 4, 4, 5, 5, 7, 9])
        #expect(moments.mean == 5)
        #expect(abs(try #require(moments.variance) - 32.0 / 7) < 1e-14)
    }

    @Test("a large constant does not swallow the spread")
    func shifted() {
        #expect(Moments([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]).variance == 30)
    }

    @Test("parts combine to the whole")
    func combination() throws {
        let values = (0..<50).map { Double($0 * $0 % 37) }
        let whole = Moments(values)
        for cut in 0...50 {
            var moments = Moments(values[..<cut])
            moments.add(Moments(values[cut...]))
            #expect(moments.count == whole.count)
            #expect(abs(try #require(moments.mean) - (try #require(whole.mean))) < 1e-12)
            #expect(abs(try #require(moments.variance) - (try #require(whole.variance))) < 1e-11)
        }
    }

    @Test("too few observations have no mean, no spread")
    func few() {
        #expect(Moments().mean == nil)
        #expect(Moments([3]).mean == 3)
        #expect(Moments([3]).variance == nil)
        #expect(Moments([3]).standardDeviation == nil)
    }
}
