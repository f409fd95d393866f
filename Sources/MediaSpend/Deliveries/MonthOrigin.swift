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
    /// The last day that it brought, where the month ends early: it is known in part.
    public let lastDay: CivilDay?

    public init(month: CivilMonth, delivery: Int64, file: String, isRestated: Bool, lastDay: CivilDay? = nil) {
        self.month = month
        self.delivery = delivery
        self.file = file
        self.isRestated = isRestated
        self.lastDay = lastDay
    }
}

extension [MonthOrigin] {
    /// Which of the months that growth is told from are known in part, and up to which day.
    public func partial(among compared: ComparedMonths) -> [(month: CivilMonth, lastDay: CivilDay)] {
        filter { [compared.month, compared.previous, compared.yearAgo].contains($0.month) }
            .compactMap { origin in origin.lastDay.map { (origin.month, $0) } }
    }
}
