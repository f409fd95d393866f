import Statistics

/// The final levels that are weighed for one forecast: closest about what the cost so far points at, since there the most is
/// likely late in a job; and about the budget, where most jobs end, in case the two are far apart.
struct LevelGrid {
    /// ln(final cost ÷ budget), ascending.
    let levels: [Double]

    init(around center: Double) {
        levels =
            (Self.places(around: center, unit: 0.0005, step: 0.035, half: 270)
            + Self.places(around: 0, unit: 0.01, step: 0.05, half: 110)).sorted()
    }

    /// Places whose distances grow with their distance from the center.
    private static func places(around center: Double, unit: Double, step: Double, half: Int) -> [Double] {
        (-half...half).map { center + unit * hyperbolicSine(step * Double($0)) }
    }
}
