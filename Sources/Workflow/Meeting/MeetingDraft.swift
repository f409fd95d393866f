public import Diagnostics
public import Scheduling

/// A meeting as its notes state it, before anything in them has been checked.
public struct MeetingDraft: Sendable {
    /// Where the notes begin.
    public var place: SourcePlace?
    public var title: Located<BilingualName>?
    public var date: Located<StatedInstant>?
    /// Where it was held.
    public var venue: BilingualName?
    /// Who was there, by party: a lane of the plan, or any other word.
    public var present: [(party: Located<String>, people: [Located<BilingualName>])]
    public var points: [MeetingPoint]
    public var decisions: [BilingualName]
    public var actions: [ActionDraft]
    /// When the next one is.
    public var next: Located<StatedInstant>?

    public init(
        at place: SourcePlace? = nil, title: Located<BilingualName>? = nil, date: Located<StatedInstant>? = nil,
        venue: BilingualName? = nil, present: [(party: Located<String>, people: [Located<BilingualName>])] = [],
        points: [MeetingPoint] = [], decisions: [BilingualName] = [], actions: [ActionDraft] = [],
        next: Located<StatedInstant>? = nil
    ) {
        self.place = place
        self.title = title
        self.date = date
        self.venue = venue
        self.present = present
        self.points = points
        self.decisions = decisions
        self.actions = actions
        self.next = next
    }
}

/// What was discussed.
public struct MeetingPoint: Hashable, Sendable {
    /// What it was about; `nil` where the words say it.
    public var topic: BilingualName?
    public var said: [BilingualName]

    public init(topic: BilingualName? = nil, said: [BilingualName]) {
        self.topic = topic
        self.said = said
    }
}

/// Something that somebody is to do, as the notes state it.
public struct ActionDraft: Sendable {
    /// Where it is stated.
    public var place: SourcePlace?
    /// What it is called in a plan; `nil` for one that is made of its words.
    public var id: Located<ActivityID>?
    public var what: Located<BilingualName>?
    public var owner: Located<String>?
    public var due: Located<StatedInstant>?
    /// What it waits for in the plan.
    public var after: [Located<LinkDraft>]
    /// How long it takes in the plan; `nil` for a day.
    public var duration: Located<PlannedDuration>?
    /// What is there and could not be read, which has been reported.
    public var unread: Set<Part>

    /// What every action states.
    public enum Part: Sendable {
        case what
        case owner
        case due
    }

    public init(
        at place: SourcePlace? = nil, id: Located<ActivityID>? = nil, what: Located<BilingualName>? = nil,
        owner: Located<String>? = nil, due: Located<StatedInstant>? = nil, after: [Located<LinkDraft>] = [],
        duration: Located<PlannedDuration>? = nil, unread: Set<Part> = []
    ) {
        self.place = place
        self.id = id
        self.what = what
        self.owner = owner
        self.due = due
        self.after = after
        self.duration = duration
        self.unread = unread
    }
}
