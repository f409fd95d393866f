/// A column of an occurrence by which spend can be grouped.
public enum SpendDimension: String, Hashable, Sendable, Codable, CaseIterable {
    /// The month that the occurrence is reported in.
    case month
    /// The day on air, or the first day of the week where a vendor delivers weeks.
    case day
    case category
    case advertiser
    case brand
    case product
    case medium
    /// The channel, title, site or poster that carried the ad.
    case vehicle
    case region
    case daypart
    /// Length in seconds, or the size of the ad where its medium has no time.
    case adLength

    /// Whether its values are names, coded by a ``NameTable``; the others are counted by the calendar.
    public var isNamed: Bool { self != .month && self != .day }

    /// The dimensions whose values are names.
    public static let named = allCases.filter(\.isNamed)
}

/// Comes in the order in which ``SpendDimension/allCases`` lists it.
extension SpendDimension: Comparable {
    public static func < (left: SpendDimension, right: SpendDimension) -> Bool { left.position < right.position }

    /// Counted from 0 in the order of ``allCases``.
    package var position: Int {
        switch self {
        case .month: 0
        case .day: 1
        case .category: 2
        case .advertiser: 3
        case .brand: 4
        case .product: 5
        case .medium: 6
        case .vehicle: 7
        case .region: 8
        case .daypart: 9
        case .adLength: 10
        }
    }
}
