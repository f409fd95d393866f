/// The columns of an activity list. Names are those of a plan file's keys, but for the predecessors.
enum ActivityListColumn: String, CaseIterable {
    case id
    case name
    case lane
    case duration
    case milestone
    case predecessors
    case calendar
    case deadline
    case startNoEarlierThan = "start-no-earlier-than"
    case startNoLaterThan = "start-no-later-than"
    case finishNoEarlierThan = "finish-no-earlier-than"
    case finishNoLaterThan = "finish-no-later-than"
    case mustStartOn = "must-start-on"
    case mustFinishOn = "must-finish-on"
    case note

    static let required: [ActivityListColumn] = [.id, .duration]

    /// The constraint that a date in this column states; `nil` for all other columns.
    var constraintKey: ActivityKey? { ActivityKey(rawValue: rawValue).flatMap { $0.statesConstraint ? $0 : nil } }
}
