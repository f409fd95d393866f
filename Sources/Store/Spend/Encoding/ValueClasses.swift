/// Sorts numbers into classes by their leading bits, so that a code for the class and the bits below it make the number.
///
/// Numbers below 2^precision are a class each. Larger ones share a class with those of the same length and the same
/// `precision` leading bits: `rawBits` further bits tell them apart. Classes are counted from 0 in the order of their
/// numbers, without gaps.
///
/// - Source: the buckets of high-dynamic-range histograms; with a precision of 1, Elias, 1975 (gamma code).
struct ValueClasses: Equatable {
    /// 1 through ``finest``.
    let precision: Int

    /// The most leading bits that are told apart.
    static let finest = 10

    /// The class of a number, and how many bits below its leading ones are not told by the class.
    @inline(__always)
    func split(_ value: UInt64) -> (symbol: Int, rawBits: Int) {
        let top = max(63 &- (value | 1).leadingZeroBitCount, precision &- 1)
        let rawBits = top &- (precision &- 1)
        return (rawBits &<< (precision &- 1) &+ Int(truncatingIfNeeded: value &>> UInt64(rawBits)), rawBits)
    }

    /// How many bits tell apart the numbers of a class.
    func rawBits(of symbol: Int) -> Int { max(0, symbol >> (precision - 1) - 1) }

    /// The smallest number of a class.
    func first(of symbol: Int) -> UInt64 {
        let rawBits = rawBits(of: symbol)
        return UInt64(symbol - rawBits << (precision - 1)) << UInt64(rawBits)
    }

    /// How many classes the numbers through `maximum` have.
    func count(through maximum: UInt64) -> Int { split(maximum).symbol + 1 }

    /// How many classes all numbers have.
    var count: Int { count(through: .max) }
}
