/// 10 to the power of `exponent`, 0…18.
func powerOfTen(_ exponent: Int) -> Int64 { powersOfTen[exponent] }

private let powersOfTen: [Int64] = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
    100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
    10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000,
]

extension FixedWidthInteger {
    /// This number with so many zeros after it; `nil` when it does not fit.
    func timesPowerOfTen(_ exponent: Int) -> Self? {
        var result = self
        for _ in 0..<exponent {
            let (next, overflow) = result.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            result = next
        }
        return result
    }
}
