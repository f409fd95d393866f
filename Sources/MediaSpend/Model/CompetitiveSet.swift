/// The brands that spend is compared among: everything, a category, or a list that the client agreed to.
///
/// A share is always a share of the whole set, never of the brands that happen to be shown.
public struct CompetitiveSet: Hashable, Sendable, Codable {
    /// As papers call it; `nil` for the whole market.
    public var name: String?
    /// The categories that count; empty: all.
    public var categories: [String]
    /// The brands that count; empty: all in the categories.
    public var brands: [String]

    public init(_ name: String? = nil, categories: [String] = [], brands: [String] = []) {
        self.name = name
        self.categories = categories
        self.brands = brands
    }

    /// All that was delivered.
    public static let wholeMarket = CompetitiveSet()
}
