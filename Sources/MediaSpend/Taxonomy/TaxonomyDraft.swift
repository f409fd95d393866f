public import Diagnostics

/// A taxonomy as a file states it, before anything in it has been checked; ``Taxonomy/init(checking:findings:)`` does that.
public struct TaxonomyDraft: Sendable {
    public var nodes: [NodeDraft] = []
    public var aliases: [AliasDraft] = []
    public var weights: [WeightDraft] = []

    public init() {}

    /// A name at a level, and the broader name that holds it.
    public struct NodeDraft: Sendable {
        public var level: Located<String>?
        public var name: Located<String>?
        public var parent: Located<String>?
        public var validity: ValidityDraft
        public var place: SourcePlace?

        public init(
            level: Located<String>?, name: Located<String>?, parent: Located<String>? = nil,
            validity: ValidityDraft = ValidityDraft(), place: SourcePlace? = nil
        ) {
            self.level = level
            self.name = name
            self.parent = parent
            self.validity = validity
            self.place = place
        }
    }

    /// Another way in which the data write a name.
    public struct AliasDraft: Sendable {
        public var level: Located<String>?
        /// As the data write it.
        public var name: Located<String>?
        /// What it is called here.
        public var canonical: Located<String>?
        public var validity: ValidityDraft
        public var place: SourcePlace?

        public init(
            level: Located<String>?, name: Located<String>?, canonical: Located<String>?,
            validity: ValidityDraft = ValidityDraft(), place: SourcePlace? = nil
        ) {
            self.level = level
            self.name = name
            self.canonical = canonical
            self.validity = validity
            self.place = place
        }
    }

    /// The part of a brand that belongs to a category.
    public struct WeightDraft: Sendable {
        public var brand: Located<String>?
        public var category: Located<String>?
        /// `60%` or `0.6`; `nil` for the whole.
        public var weight: Located<String>?
        public var validity: ValidityDraft
        public var place: SourcePlace?

        public init(
            brand: Located<String>?, category: Located<String>?, weight: Located<String>? = nil,
            validity: ValidityDraft = ValidityDraft(), place: SourcePlace? = nil
        ) {
            self.brand = brand
            self.category = category
            self.weight = weight
            self.validity = validity
            self.place = place
        }
    }
}
