public import WorkTime

/// How much time a buffer behind a chain of activities needs, so that the chain itself can be planned without padding.
///
/// Each activity has a safe length, which is nearly always enough, and an aggressive one, which is enough about half of
/// the time. The chain is planned with the aggressive lengths, and a buffer behind it stands in for what all have given up.
public enum BufferSize: String, Hashable, Sendable, CaseIterable {
    /// Half of the chain as it is planned.
    ///
    /// - Source: Goldratt, Critical Chain, 1997; the example of the PM Knowledge Center (OR-AS).
    case cutAndPaste = "cut-and-paste"
    /// The root of the sum of the squares of what was cut: delays of independent activities seldom come together.
    ///
    /// - Source: Newbold, Project Management in the Fast Lane, 1998.
    case rootSquaredError = "root-squared-error"
    /// The root of the sum of the variances, more of it where many links enter the chain.
    ///
    /// The standard deviation of an activity is half of what was cut from it, and the root is taken 1 + *d* times, *d* being
    /// the links in the chain's part of the network for each of its activities.
    ///
    /// - Source: Tukel, Rom and Eksioglu, An investigation of buffer sizing techniques in critical chain scheduling, 2006.
    case adaptiveDensity = "adaptive-density"

    /// - Parameters:
    ///   - chain: its activities, each with both lengths; one whose aggressive length is the longer counts as cut by
    ///     nothing.
    ///   - links: how many links there are in the chain's part of the network; counts for adaptive density alone.
    ///   - activities: of that part; `nil`: those of the chain.
    /// - Returns: minutes rounded up, so that a buffer is never short by rounding; 0 for an empty chain.
    public func minutes(
        behind chain: [(safe: WorkMinutes, aggressive: WorkMinutes)], links: Int = 0, activities: Int? = nil
    ) -> WorkMinutes {
        let cuts = chain.map { max(0, $0.safe.count - $0.aggressive.count) }
        switch self {
        case .cutAndPaste: return WorkMinutes((chain.reduce(0) { $0 + max(0, $1.aggressive.count) } + 1) / 2)
        case .rootSquaredError: return WorkMinutes(Self.root(Self.squares(cuts)))
        case .adaptiveDensity:
            // (1 + l/a) · √Σ / 2 is the root of (a + l)² Σ / 4a².
            let all = Int128(max(1, activities ?? chain.count))
            let (part, whole) = ((all + Int128(links)) * (all + Int128(links)), 4 * all * all)
            return WorkMinutes(Self.root((part * Self.squares(cuts) + whole - 1) / whole))
        }
    }

    private static func squares(_ cuts: [Int]) -> Int128 { cuts.reduce(0) { $0 + Int128($1) * Int128($1) } }

    /// Exact for squares, rounded up for all others.
    private static func root(_ square: Int128) -> Int {
        var root = Int128(Double(square).squareRoot())
        while root * root < square { root += 1 }
        while root > 0, (root - 1) * (root - 1) >= square { root -= 1 }
        return Int(root)
    }
}
