/// Student's t distribution with four degrees of freedom, anywhere and of any width: a bell with tails so heavy that one odd
/// value does not decide.
///
/// Four, because density and distribution then need no function but the square root, so that they have the same bits
/// everywhere, and because the variance still exists.
///
/// - Source: W. T. Shaw, “Sampling Student's T distribution”, 2006, for the closed forms of four degrees of freedom.
public struct StudentFour: Hashable, Sendable {
    public let center: Double
    /// Above zero; the standard deviation is √2 times this.
    public let scale: Double

    public init(center: Double, scale: Double) {
        precondition(scale > 0 && scale.isFinite && center.isFinite, "a distribution at \(center) of width \(scale)")
        self.center = center
        self.scale = scale
    }

    /// The density at `value`.
    @inlinable
    public func density(_ value: Double) -> Double { Self.density(value - center, scale: scale) }

    /// The density at a distance from the center.
    @inlinable
    public static func density(_ distance: Double, scale: Double) -> Double {
        let standard = distance / scale
        let base = 1 + standard * standard / 4
        return 0.375 / (scale * base * base * base.squareRoot())
    }

    /// The probability of a value of at most `value`.
    public func probability(upTo value: Double) -> Double {
        let standard = (value - center) / scale
        let base = standard * standard + 4
        guard base.isFinite else { return standard < 0 ? 0 : 1 }
        return 0.5 + standard * (base + 2) / (2 * base * base.squareRoot())
    }
}
