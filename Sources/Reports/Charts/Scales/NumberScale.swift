/// A straight axis with round numbers: 1, 2 or 5 times a power of ten apart.
struct NumberScale: Hashable, Sendable {
    let ticks: [Double]
    /// Decimals needed to tell the ticks apart.
    let decimals: Int

    var low: Double { ticks.first ?? 0 }
    var high: Double { ticks.last ?? 1 }

    /// The fewest round steps, about `steps` of them, that cover the range. A range of one value gets room around it.
    ///
    /// - Precondition: both ends are finite.
    init(covering range: ClosedRange<Double>, steps: Int = 5) {
        var range = range.clamped(to: -Self.limit...Self.limit)
        if range.lowerBound == range.upperBound {
            let value = range.lowerBound
            range = value == 0 ? 0...1 : min(0, value * 1.5)...max(0, value * 1.5)
        }
        let (step, decimals) = Self.step(for: (range.upperBound - range.lowerBound) / Double(max(1, steps)))
        let first = (range.lowerBound / step + 1e-9).rounded(.down)
        let last = (range.upperBound / step - 1e-9).rounded(.up)
        ticks = stride(from: first, through: last, by: 1).map { $0 == 0 ? 0 : $0 * step }
        self.decimals = decimals
    }

    /// The round number next above a rough step, and its decimals.
    private static func step(for rough: Double) -> (step: Double, decimals: Int) {
        var power = 1.0
        var exponent = 0
        while power * 10 <= rough { (power, exponent) = (power * 10, exponent + 1) }
        while power > rough { (power, exponent) = (power / 10, exponent - 1) }
        let factor: Double = rough <= power ? 1 : rough <= power * 2 ? 2 : rough <= power * 5 ? 5 : 10
        let decimals = factor == 10 ? -exponent - 1 : -exponent
        return (factor * power, max(0, decimals))
    }

    /// Where a value lies between the ends: 0 to 1 inside the scale, and not much beyond it for any value.
    func fraction(of value: Double) -> Double {
        let value = min(max(value, -Self.limit), Self.limit)
        return min(max((value - low) / (high - low), -1), 2)
    }

    /// No amount is as large; beyond it differences would no longer be finite.
    private static let limit = 1e150
}
