/// An agency's commission as contracts state it: a share of the gross price.
///
/// 15 % of gross is 3/17 of net, which no decimal can say; so the share of gross is what is kept. The commission is
/// always the difference of the two prices, never a product rounded by itself, so the three add up.
public struct Commission: Hashable, Sendable, Codable {
    /// From 0 to below 1.
    public let shareOfGross: Rate

    /// - Throws: `impossibleCommission` outside that range.
    public init(shareOfGross: Rate) throws(MonetaryFault) {
        guard shareOfGross >= 0, shareOfGross < 1 else { throw .impossibleCommission(shareOfGross) }
        self.shareOfGross = shareOfGross
    }

    /// The mark-up on the net price that comes to the same: 3/17 for 15 %.
    ///
    /// - Throws: `overflow`.
    public func shareOfNet() throws(MonetaryFault) -> Rate { try shareOfGross / (1 - shareOfGross) }

    /// What the publisher is paid: gross less the commission, which is rounded.
    ///
    /// - Throws: `overflow`.
    public func net(ofGross gross: Money, rounding: Rounding) throws(MonetaryFault) -> Money {
        try gross - gross.times(shareOfGross, rounding: rounding)
    }

    /// What the client is billed for a net price.
    ///
    /// - Throws: `overflow`.
    public func gross(ofNet net: Money, rounding: Rounding) throws(MonetaryFault) -> Money {
        try net.times((1 - shareOfGross).reciprocal(), rounding: rounding)
    }
}
