/// The keys of the notes of a meeting.
enum MeetingKey: String, CaseIterable {
    case meeting
    case date
    case place
    case present
    case points
    case decisions
    case actions
    case next
}

/// The keys of a point that was discussed.
enum MeetingPointKey: String, CaseIterable {
    case topic
    case said
}

/// The keys of an action.
enum ActionKey: String, CaseIterable {
    case id
    case what
    case owner
    case due
    case after
    case takes
}
