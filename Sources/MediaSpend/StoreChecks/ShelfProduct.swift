/// A product as it stands on shelves; two sizes of it are two products.
public struct ShelfProduct: Hashable, Sendable {
    /// Empty where the data state none.
    public let category: String
    public let brand: String
    public let name: String
    /// Such as 500 ml (规格); empty where it is not stated.
    public let size: String

    public init(_ name: String, brand: String, category: String = "", size: String = "") {
        self.name = name
        self.brand = brand
        self.category = category
        self.size = size
    }
}

extension ShelfProduct: Comparable {
    /// By category, brand, name and size.
    public static func < (left: Self, right: Self) -> Bool {
        (left.category, left.brand, left.name, left.size) < (right.category, right.brand, right.name, right.size)
    }
}
