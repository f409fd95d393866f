/// Numbers in drawings.
public enum SVGNumber {
    /// A coordinate, length or angle: at most two decimals, no sign on zero, never an exponent, the same in every locale.
    ///
    /// Halves of a hundredth go away from zero.
    ///
    /// - Precondition: finite and below 10¹⁵ in size, beyond which a hundredth has no meaning.
    public static func written(_ value: Double) -> String {
        precondition(value.magnitude < 1e15, "\(value) is no place in a drawing")
        let hundredths = Int((value * 100).rounded(.toNearestOrAwayFromZero))
        let whole = hundredths.magnitude / 100
        let part = hundredths.magnitude % 100
        let sign = hundredths < 0 ? "-" : ""
        if part == 0 { return "\(sign)\(whole)" }
        let decimals = part % 10 == 0 ? "\(part / 10)" : part < 10 ? "0\(part)" : "\(part)"
        return "\(sign)\(whole).\(decimals)"
    }
}
