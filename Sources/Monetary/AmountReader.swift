/// Reads the usual amount of one style and currency, several times faster than the strict reader: a few digits, at most
/// one decimal mark, at most a minus sign before them.
///
/// What it reads, ``AmountStyle/minorUnits(of:in:)-(Span<UInt8>,_)`` reads as the same amount.
@frozen
public struct AmountReader: Sendable {
    /// How many decimals make a minor unit.
    @usableFromInline let places: Int
    @usableFromInline let decimalMark: UInt8
    /// The powers of ten that decimals short of ``places`` stand for.
    @usableFromInline let powers: [Int64]

    public init(_ style: AmountStyle, in currency: Currency) {
        places = currency.exponent + style.scale
        decimalMark = style.decimalMark.byte
        powers = (0...places).map { powerOfTen($0) }
    }

    /// The amount in minor units; `nil` leaves anything that is not usual, faults too, to the strict reader.
    ///
    /// - Complexity: O(bytes), without allocation.
    @inlinable
    @inline(__always)
    public func minorUnits(of text: UnsafeBufferPointer<UInt8>) -> Int64? {
        guard let usual = Self.usualNumber(in: text, decimalMark), usual.decimals <= places else { return nil }
        let (minorUnits, overflow) = usual.digits.multipliedReportingOverflow(by: powers[places - usual.decimals])
        return overflow ? nil : minorUnits
    }

    /// The digits of a usual number with its sign, and how many of them are decimals.
    @inlinable
    @inline(__always)
    static func usualNumber(
        in text: UnsafeBufferPointer<UInt8>, _ decimalMark: UInt8
    ) -> (digits: Int64, decimals: Int)? {
        let count = text.count
        guard count > 0, count <= 18 else { return nil }
        let isNegative = text[0] == UInt8(ascii: "-")
        let start = isNegative ? 1 : 0
        var digits: Int64 = 0
        var mark = count
        for position in start..<count {
            let digit = text[position] &- UInt8(ascii: "0")
            if digit < 10 {
                digits = digits &* 10 &+ Int64(digit)
            } else if text[position] == decimalMark, mark == count {
                mark = position
            } else {
                return nil
            }
        }
        guard mark > start, mark != count - 1 else { return nil }
        return (isNegative ? -digits : digits, Swift.max(0, count - mark - 1))
    }
}
