public import WorkTime

/// The delivery that the figures of a month come from.
public struct MonthOrigin: Hashable, Sendable {
    public let month: CivilMonth
    /// Its number in the workspace.
    public let delivery: Int64
    /// The file's name.
    public let file: String
    /// Whether an earlier delivery stated the month, so that it may be other than what was published first.
    public let isRestated: Bool
    /// The last day that it brought, where the month ends early: it is known in part. Told by the report on the delivery.
    public var lastDay: CivilDay?

    public init(month: CivilMonth, delivery: Int64, file: String, isRestated: Bool, lastDay: CivilDay? = nil) {
        self.month = month
        self.delivery = delivery
        self.file = file
        self.isRestated = isRestated
        self.lastDay = lastDay
    }
}

extension [MonthOrigin] {
    /// The months that are known in part, and up to which day.
    public var partial: [(month: CivilMonth, lastDay: CivilDay)] {
        compactMap { origin in origin.lastDay.map { (origin.month, $0) } }
    }
}
