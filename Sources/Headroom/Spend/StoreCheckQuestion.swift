public import Monetary
public import WorkTime

/// What is asked of store checks: `headroom spend stores`.
public struct StoreCheckQuestion: Sendable {
    /// What field staff wrote; see ``StoreCheckFile``.
    public let file: InputFile
    /// The stores that should be visited; `nil`: those that ever were.
    public let list: InputFile?
    public let month: CivilMonth
    /// The client's brand.
    public let brand: String?
    /// One category; `nil`: all.
    public let category: String?
    /// Of all prices and turnovers.
    public let currency: Currency

    public init(
        _ file: InputFile, list: InputFile? = nil, month: CivilMonth, brand: String? = nil, category: String? = nil,
        currency: Currency = .cny
    ) {
        self.file = file
        self.list = list
        self.month = month
        self.brand = brand
        self.category = category
        self.currency = currency
    }
}
