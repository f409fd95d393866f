public import WorkTime

/// A rule of the trade that an activity breaks.
public struct HealthViolation: Hashable, Sendable {
    public let rule: Rule
    public let activity: ActivityID
    /// The other activities that it speaks of: the predecessor of a link, those of the same name.
    public let others: [ActivityID]
    /// The holidays that are worked, first and last; the date that a deadline comes before.
    public let days: ClosedRange<CivilDay>?

    init(_ rule: Rule, _ activity: ActivityID, others: [ActivityID] = [], days: ClosedRange<CivilDay>? = nil) {
        self.rule = rule
        self.activity = activity
        self.others = others
        self.days = days
    }

    public enum Rule: String, Hashable, Sendable, CaseIterable {
        /// The client is to decide within no time.
        case hastyGate = "client-gate-without-response-time"
        /// Media are booked before the client has said yes in writing.
        case unapprovedBooking = "booking-without-written-approval"
        case workOnHoliday = "work-on-holiday"
        /// No link holds its start: it may begin at any time before.
        case danglingStart = "dangling-start"
        /// No link waits for its finish: it may take for ever.
        case danglingFinish = "dangling-finish"
        /// A link that others imply.
        case redundantLink = "redundant-link"
        case sameName = "same-name"
        /// It began, or ended, before its predecessors let it.
        case outOfSequence = "out-of-sequence"
        /// It is promised before a date lets it be done.
        case deadlineBeforeDate = "deadline-before-date"
    }
}
