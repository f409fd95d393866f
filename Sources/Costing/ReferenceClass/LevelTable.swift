import Statistics

/// A density of final levels, tabulated closely about zero and ever more widely away from it, so that it need not be added
/// up anew for every forecast.
struct LevelTable: Sendable {
    private let values: [Double]

    /// Places are unit · sinh(step · n): a thousandth apart at zero, and a few hundredths of their distance far out.
    private static let unit = 0.02
    private static let step = 0.05
    private static let half = 130

    init(_ density: (Double) -> Double) {
        values = (-Self.half...Self.half).map { density(Self.unit * hyperbolicSine(Self.step * Double($0))) }
    }

    /// Where a level lies in any table.
    static func position(_ level: Double) -> Double {
        let ratio = level.magnitude / unit
        let steps = Elementary.log(ratio + (ratio * ratio + 1).squareRoot()) / step
        return level < 0 ? -steps : steps
    }

    /// The density at a position, on a straight line between the places beside it; beyond the table, that of its end.
    subscript(position: Double) -> Double {
        let index = min(max(position + Double(Self.half), 0), Double(2 * Self.half))
        let below = min(Int(index), 2 * Self.half - 1)
        let share = index - Double(below)
        return values[below] + share * (values[below + 1] - values[below])
    }
}

/// (eˣ − e⁻ˣ) ÷ 2.
func hyperbolicSine(_ x: Double) -> Double { (Elementary.exp(x) - Elementary.exp(-x)) / 2 }
