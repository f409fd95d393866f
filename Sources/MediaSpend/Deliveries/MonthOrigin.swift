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

    public init(month: CivilMonth, delivery: Int64, file: String, isRestated: Bool) {
        self.month = month
        self.delivery = delivery
        self.file = file
        self.isRestated = isRestated
    }
}
