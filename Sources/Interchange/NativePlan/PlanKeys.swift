/// The keys of a plan file. Reader, schema and messages all take them from here.
enum PlanKey: String, CaseIterable {
    case plan
    case start
    case finishBy = "finish-by"
    case calendar
    case calendars
    case lanes
    case activities
}

/// The keys of an activity.
enum ActivityKey: String, CaseIterable {
    /// Only in a list of activities; in a group the key before the colon is the id.
    case id
    case name
    case lane
    case duration
    case milestone
    case after
    case calendar
    case deadline
    case startNoEarlierThan = "start-no-earlier-than"
    case startNoLaterThan = "start-no-later-than"
    case finishNoEarlierThan = "finish-no-earlier-than"
    case finishNoLaterThan = "finish-no-later-than"
    case mustStartOn = "must-start-on"
    case mustFinishOn = "must-finish-on"
    case note

    /// Those that an activity in a group may have.
    static let insideGroup = allCases.filter { $0 != .id }

    /// Whether a date behind it binds the activity.
    var statesConstraint: Bool {
        switch self {
        case .startNoEarlierThan, .startNoLaterThan, .finishNoEarlierThan, .finishNoLaterThan, .mustStartOn,
            .mustFinishOn:
            true
        case .id, .name, .lane, .duration, .milestone, .after, .calendar, .deadline, .note: false
        }
    }
}
