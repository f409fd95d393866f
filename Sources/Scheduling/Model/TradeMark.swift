/// What an activity is in a plan that states its approvals.
public enum TradeMark: Hashable, Sendable {
    /// The moment at which something is approved.
    case approval(isWritten: Bool)
    /// The time in which a reviewer answers.
    case answer
    /// A step that is done again, in whole or in part.
    case revision
    /// The moment at which something that was approved is to be changed.
    case changeRequest
}
