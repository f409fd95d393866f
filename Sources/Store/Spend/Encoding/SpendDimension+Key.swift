import MediaSpend

extension SpendDimension {
    /// The column that this one is likely to follow from: a brand has one category and one owner, a vehicle one medium.
    ///
    /// No column follows from itself, however far one goes.
    var key: SpendDimension? {
        switch self {
        case .month: .day
        case .category, .advertiser: .brand
        case .brand: .product
        case .medium, .region: .vehicle
        case .day, .product, .vehicle, .daypart, .adLength: nil
        }
    }

    /// The column by which values of this one are likely to be differently common: print has no dayparts, and outdoor no
    /// seconds.
    var context: SpendDimension? {
        switch self {
        case .daypart, .adLength: .medium
        default: nil
        }
    }
}
