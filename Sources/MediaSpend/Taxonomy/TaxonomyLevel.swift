/// A level of the trade's two orders of names: what is advertised, and who advertises.
///
/// - Source: Kantar, Ad$pender User Manual: Industry > Major > Category > Subcategory; Ultimate owner > Parent >
///   Subsidiary > Advertiser > Brand > Product.
public enum TaxonomyLevel: String, Hashable, Sendable, Codable, CaseIterable {
    case industry
    case major
    case category
    case subcategory
    /// The ultimate owner.
    case owner
    case parent
    case subsidiary
    case advertiser
    case brand
    case product

    /// The two orders.
    public enum Order: Hashable, Sendable, CaseIterable {
        case categories
        case owners

        /// From the broadest to the narrowest.
        public var levels: [TaxonomyLevel] {
            switch self {
            case .categories: [.industry, .major, .category, .subcategory]
            case .owners: [.owner, .parent, .subsidiary, .advertiser, .brand, .product]
            }
        }
    }

    public var order: Order { Order.categories.levels.contains(self) ? .categories : .owners }

    /// Counted from 0, the broadest, within its order.
    var depth: Int { order.levels.firstIndex(of: self) ?? 0 }

    /// Whether another level of the same order holds this one.
    func isInside(_ other: TaxonomyLevel) -> Bool { order == other.order && depth > other.depth }

    /// The column of the data that names this level; `nil` for levels that only a taxonomy knows.
    public var dimension: SpendDimension? {
        switch self {
        case .category: .category
        case .advertiser: .advertiser
        case .brand: .brand
        case .product: .product
        case .industry, .major, .subcategory, .owner, .parent, .subsidiary: nil
        }
    }
}
