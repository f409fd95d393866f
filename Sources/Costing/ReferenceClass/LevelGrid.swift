import Statistics

/// The final levels that are weighed for one forecast: closest about what the cost so far points at, since there the most
/// is likely late in a job, and out to what is as good as impossible.
struct LevelGrid {
    /// ln(final cost ÷ budget), ascending.
    let levels: [Double]

    private static let unit = 0.0005
    private static let step = 0.035
    private static let half = 270

    init(around center: Double) {
        levels = (-Self.half...Self.half).map { center + Self.unit * hyperbolicSine(Self.step * Double($0)) }
    }
}
