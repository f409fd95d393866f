public import Monetary

/// A store of the retail trade that is checked, or should be (门店).
public struct CheckedStore: Hashable, Sendable {
    public let name: String
    /// Empty where it is not stated.
    public let region: String
    /// The kind of store, such as hypermarket (业态); empty where it is not stated.
    public let format: String
    /// What it sells in a period: its weight in weighted distribution. Anything in proportion to it will do.
    public let turnover: Money?

    public init(_ name: String, region: String = "", format: String = "", turnover: Money? = nil) {
        self.name = name
        self.region = region
        self.format = format
        self.turnover = turnover
    }
}
