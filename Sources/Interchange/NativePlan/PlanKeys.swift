/// The keys of a plan file. Reader, schema and messages all take them from here.
enum PlanKey: String, CaseIterable {
    case plan
    case start
    case finishBy = "finish-by"
    case scheduleFrom = "schedule-from"
    case dataDate = "data-date"
    case conventions
    case lagCalendar = "lag-calendar"
    case progressLogic = "progress-logic"
    case totalFloat = "total-float"
    case critical
    case calendar
    case calendars
    case lanes
    case resources
    case activities
    case changes
    case markets
    case vehicles
    case buffers
    case progress
}

/// The keys of a lane.
enum LaneKey: String, CaseIterable {
    case name
    case external
}

/// The keys of a resource.
enum ResourceKey: String, CaseIterable {
    case name
    case calendar
    case kind
}

/// The keys of an approval.
enum GateKey: String, CaseIterable {
    case reviewer
    case answer
    case rounds
    case atMost = "at-most"
    case chances
    case rework
    case reopens
    case written
}

/// The keys of a change after an approval.
enum ChangeKey: String, CaseIterable {
    case name
    case approval
    case on
    case reopens
}

/// The keys of a brief.
enum BriefKey: String, CaseIterable {
    case parts
    case has
}

/// The keys of a commitment.
enum CommitmentKey: String, CaseIterable {
    case to
    case on
    case cost
}

/// The keys of a vehicle.
enum VehicleKey: String, CaseIterable {
    case name
    case market
    case calendar
    case onAir = "on-air"
    case booking
    case material
    case clearance
    case cancellation

    /// Those that say by when something is due, in the order of ``VehicleDeadline/Kind``.
    static let ofDeadlines: [VehicleKey] = [.booking, .material, .clearance, .cancellation]
}

/// The keys of the buffers.
enum BufferKey: String, CaseIterable {
    case size
    case safe
    case before
    case joins
    case yellow
    case red
}

/// The keys of an activity.
enum ActivityKey: String, CaseIterable {
    /// Only in a list of activities; in a group the key before the colon is the id.
    case id
    case name
    case lane
    case duration
    case safe
    case milestone
    case kind
    case partOf = "part-of"
    case wbs
    case after
    case gate
    case brief
    case who
    case calendar
    case deadline
    case committed
    case startNoEarlierThan = "start-no-earlier-than"
    case startNoLaterThan = "start-no-later-than"
    case finishNoEarlierThan = "finish-no-earlier-than"
    case finishNoLaterThan = "finish-no-later-than"
    case mustStartOn = "must-start-on"
    case mustFinishOn = "must-finish-on"
    case mandatoryStart = "mandatory-start"
    case mandatoryFinish = "mandatory-finish"
    case expectedFinish = "expected-finish"
    case asLateAsPossible = "as-late-as-possible"
    case started
    case finished
    case remaining
    case complete
    case suspended
    case resumes
    case inactive
    case note

    /// Those that an activity in a group may have.
    static let insideGroup = allCases.filter { $0 != .id }

    /// Those that few activities have.
    static let ofFew: [ActivityKey] = [
        .safe, .partOf, .wbs, .who, .committed, .started, .finished, .remaining, .complete, .suspended, .resumes,
        .inactive,
    ]

    /// Those that say what has happened.
    static let ofProgress: [ActivityKey] = [.started, .finished, .remaining, .complete, .suspended, .resumes]

    /// Whether a date behind it binds the activity.
    var statesConstraint: Bool {
        switch self {
        case .startNoEarlierThan, .startNoLaterThan, .finishNoEarlierThan, .finishNoLaterThan, .mustStartOn,
            .mustFinishOn, .mandatoryStart, .mandatoryFinish, .expectedFinish:
            true
        default: false
        }
    }
}
