public import Diagnostics

/// A table of factors as a file states it; ``FactorTable/init(checking:findings:)`` checks it.
public struct FactorDraft: Sendable {
    public var rules: [RuleDraft] = []
    public var tiers: [TierDraft] = []

    public init() {}

    /// One factor, and what it is for; what is not named may be anything.
    public struct RuleDraft: Sendable {
        public var medium: Located<String>?
        public var vehicle: Located<String>?
        public var tier: Located<String>?
        public var validity: ValidityDraft
        /// Net in rate card, such as `0.42` or `42%`.
        public var factor: Located<String>?
        public var place: SourcePlace?

        public init(
            medium: Located<String>? = nil, vehicle: Located<String>? = nil, tier: Located<String>? = nil,
            validity: ValidityDraft = ValidityDraft(), factor: Located<String>?,
            place: SourcePlace? = nil
        ) {
            self.medium = medium
            self.vehicle = vehicle
            self.tier = tier
            self.validity = validity
            self.factor = factor
            self.place = place
        }
    }

    /// An advertiser that belongs to a tier.
    public struct TierDraft: Sendable {
        public var advertiser: Located<String>
        public var tier: Located<String>

        public init(advertiser: Located<String>, tier: Located<String>) {
            self.advertiser = advertiser
            self.tier = tier
        }
    }
}
