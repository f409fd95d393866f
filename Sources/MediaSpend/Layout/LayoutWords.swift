package import Monetary

/// The words by which a layout file speaks of what it maps, of marks and of units.
package enum LayoutWords {
    static let insertions = "insertions"
    static let spend = "spend"
    static let currency = "currency"

    /// What a dimension is called; the month is not mapped, it has a rule of its own.
    package static func word(for dimension: SpendDimension) -> String {
        dimension == .adLength ? "ad length" : dimension.rawValue
    }

    static let dimensions: [String: SpendDimension] = Dictionary(
        uniqueKeysWithValues: SpendDimension.allCases.filter { $0 != .month }.map { (word(for: $0), $0) })

    /// Everything that can be mapped.
    static let mapped = dimensions.keys.sorted() + [insertions, spend, currency]

    static let decimalMarks: [String: DecimalMark] = ["point": .point, "comma": .comma]

    package static let groupingMarks: [String: GroupingMark] = [
        "comma": .comma, "point": .point, "space": .space, "apostrophe": .apostrophe,
    ]

    /// By which power of ten the amounts of a unit are written smaller.
    package static let scales = ["ones": 0, "thousands": 3, "千元": 3, "万元": 4, "millions": 6]

    static let surplusRules: [String: SurplusDecimals] = [
        "refused": .refused, "zeros dropped": .zeros, "rounded": .rounded(.halfEven),
    ]
}
