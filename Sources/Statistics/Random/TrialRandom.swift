/// Random draws of a simulation, each a function of (seed, trial, activity, draw) alone: the order in which threads work
/// through the trials changes nothing.
public struct TrialRandom: Hashable, Sendable {
    public let seed: UInt64
    @usableFromInline let function: Philox4x32

    public init(seed: UInt64) {
        self.seed = seed
        function = Philox4x32(key: SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32)))
    }

    /// 128 random bits.
    ///
    /// - Parameter draw: tells apart several draws for the same activity in the same trial.
    @inlinable
    public func words(trial: UInt64, activity: UInt32, draw: UInt32 = 0) -> SIMD4<UInt32> {
        function.block(
            SIMD4(
                draw, activity, UInt32(truncatingIfNeeded: trial), UInt32(truncatingIfNeeded: trial >> 32)))
    }

    /// A number evenly spread over the open interval from 0 to 1, one of 2⁵² equally likely ones; never 0 or 1, so that
    /// any inverse distribution function may be applied to it.
    @inlinable
    public func uniform(trial: UInt64, activity: UInt32, draw: UInt32 = 0) -> Double {
        let words = words(trial: trial, activity: activity, draw: draw)
        let bits = UInt64(words[0]) << 20 | UInt64(words[1] >> 12)
        return (Double(bits) + 0.5) * 0x1p-52
    }
}
