public import WorkTime

/// The start of an activity that somebody outside the plan has been told.
///
/// It is kept when the activity starts exactly then: neither later nor earlier. A date without work on the activity's
/// calendar stands for the next working minute, as that of a start no earlier than does.
public struct Commitment: Hashable, Sendable {
    public let activity: ActivityID
    public let kind: Kind
    /// When the activity is committed to start.
    public let date: CivilMinute
    /// What it costs to move it, by the agency's own scale; one of ``possibleCosts``.
    public let cost: Int

    /// - Parameter cost: `nil` for what a commitment of its kind usually costs; the nearest of ``possibleCosts`` where it is
    ///   none of them.
    public init(_ activity: ActivityID, _ kind: Kind, on date: CivilMinute, cost: Int? = nil) {
        self.activity = activity
        self.kind = kind
        self.date = date
        let range = Self.possibleCosts
        self.cost = min(max(cost ?? kind.usualCost, range.lowerBound), range.upperBound)
    }

    /// Who has been told.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// Space or time that has been bought.
        case bookedMedia = "booked-media"
        /// Space or time that is planned and not yet bought.
        case plannedMedia = "planned-media"
        /// People who have been booked, and have said yes.
        case confirmedPeople = "confirmed-people"
        /// The client.
        case agreedWithClient = "agreed-with-client"

        /// What moving one costs where nothing else is said.
        public var usualCost: Int {
            switch self {
            case .bookedMedia, .confirmedPeople: 10
            case .agreedWithClient: 5
            case .plannedMedia: 3
            }
        }
    }

    /// The costs that may be stated.
    public static let possibleCosts = 1...1_000
}

/// A commitment as the line of an activity states it.
public struct StatedCommitment: Hashable, Sendable {
    public var kind: Commitment.Kind
    /// `nil`: the date is that of the reference plan.
    public var date: StatedInstant?
    /// `nil`: what a commitment of its kind usually costs.
    public var cost: Int?

    public init(_ kind: Commitment.Kind, on date: StatedInstant? = nil, cost: Int? = nil) {
        self.kind = kind
        self.date = date
        self.cost = cost
    }
}
