/// How uncertain the cost so far makes the final cost, by the share of work done.
///
/// When the parts of a job stray from its level independently, the cost per unit of work so far strays from that of the
/// whole as √((1 − w) ÷ w) of the work w that is done: a Brownian bridge. A job whose beginning is unlike its rest, such
/// as one that sets up first, strays more at first, which the higher powers stand for.
struct DeviationShape {
    /// ½ for the bridge.
    let power: Double

    static let bridge = DeviationShape(power: 0.5)
    static let all = [bridge, DeviationShape(power: 0.75), DeviationShape(power: 1)]

    /// Added to the work done, so that a first day does not count as infinitely uncertain.
    private static let beginning = 0.02

    /// The width at a share of work done, per unit of scale; falls to 0 at the end.
    func width(at progress: Double) -> Double {
        let odds = (1 - progress) / (progress + Self.beginning)
        // Powers of halves and quarters by square roots alone.
        return switch power {
        case 0.5: odds.squareRoot()
        case 0.75: odds.squareRoot() * odds.squareRoot().squareRoot()
        default: odds
        }
    }

    /// The width of what changes between two shares of work done, for the bridge.
    static func bridgeWidth(from earlier: Double, to later: Double) -> Double {
        let odds = { (progress: Double) in (1 - progress) / (progress + beginning) }
        return max(odds(earlier) - odds(later), 1e-9).squareRoot()
    }
}
