public import Diagnostics
public import Scheduling

/// A meeting whose notes are sound: what was discussed and decided, and who does what by when.
public struct Meeting: Sendable {
    public let title: BilingualName
    public let date: StatedInstant
    public let venue: BilingualName?
    public let present: [Party]
    public let points: [MeetingPoint]
    public let decisions: [BilingualName]
    /// In the order of the notes.
    public let actions: [Action]
    public let next: StatedInstant?

    /// Those who were there for one side.
    public struct Party: Hashable, Sendable {
        public let id: String
        public let name: BilingualName
        public let people: [BilingualName]
    }

    /// Something that somebody is to do.
    public struct Action: Hashable, Sendable {
        /// What it is called in the plan.
        public let id: ActivityID
        public let what: BilingualName
        public let owner: Owner
        public let due: StatedInstant
        public let after: [LinkDraft]
        public let duration: PlannedDuration
        /// Where the notes say when it is due.
        public let place: SourcePlace?
    }

    /// Who does it.
    public struct Owner: Hashable, Sendable {
        public enum Kind: String, Sendable {
            case lane
            case resource
            /// Someone who was there; known to no plan.
            case person
        }

        public let id: String
        public let name: BilingualName
        public let kind: Kind
    }
}

extension Meeting.Action {
    /// The action as an activity of the plan: it begins with the meeting at the earliest, and its due date is a promise.
    public func activity(agreedAt meeting: Meeting) -> ActivityDraft {
        var details = ActivityDetails()
        details.name = what
        switch owner.kind {
        case .lane: details.lane = Located(LaneID(owner.id))
        case .resource: details.assignments = [AssignmentDraft(resource: Located(owner.id))]
        case .person: break
        }
        details.constraints = [Located(.startNoEarlierThan(.day(meeting.date.day)))]
        details.deadline = Located(due, at: place)
        details.note = BilingualName(
            "agreed on \(meeting.date.day)", chinese: "\(meeting.date.day) 会议商定")
        return ActivityDraft(
            id: Located(id, at: place), duration: Located(duration, at: place),
            predecessors: after.map { Located($0, at: place) }, details: details)
    }
}
