public import WorkTime

/// Every point on which scheduling tools differ, decided once for a plan.
///
/// A plan read from another tool's file is scheduled as that tool would; a plan of our own by ``native``. Within one plan
/// conventions are never mixed, but the settings that a tool lets its users change are changed here too.
///
/// | point | native | primavera | microsoft |
/// |---|---|---|---|
/// | lag is counted on | predecessor's calendar | predecessor's, by setting | successor's calendar |
/// | unfinished work moves past the data date | yes | yes | no |
/// | a started activity obeys its links | by ``progressLogic`` | by ``progressLogic`` | no: it stays where it began |
/// | part of a lag is used up by progress | yes | yes | no |
/// | finished work shows | its actual dates | the data date, late dates by its successors | its actual dates |
/// | float of finished work | undefined | undefined | 0 |
/// | hard constraints | keep the links | pin the activity, float through it stops | pin the activity, where the plan honours them |
/// | a milestone stands at | the end of what holds it | as a start or a finish, by its kind | the end of what holds it |
/// | total float | at the start | finish, start or smallest, by setting | smallest; at the finish once started |
/// | as late as possible | takes the free float | takes the free float | takes the total float |
/// | the project's promised finish | lowers late dates | is where late dates begin | is not known |
///
/// - Source: Oracle, Primavera P6 EPPM, *Scheduling options*; Microsoft, *Project task field reference*; both held against
///   schedules that the tools computed.
public struct Conventions: Hashable, Sendable {
    /// The tool whose manner is followed.
    public enum Name: String, Hashable, Sendable, Codable, CaseIterable {
        case native
        case primavera
        case microsoft
    }

    public var name: Name
    public var lagCalendar: LagCalendar
    public var progressLogic: ProgressLogic
    public var totalFloat: FloatMeasure
    public var criticality: Criticality
    /// Whether hard constraints pin an activity against its links.
    public var pinsConstraints: Bool
    /// Whether an expected finish sets the remaining duration.
    public var usesExpectedFinish: Bool

    public static let native = Conventions(
        name: .native, lagCalendar: .predecessor, progressLogic: .retainedLogic, totalFloat: .start,
        criticality: .totalFloat(atMost: .zero), pinsConstraints: true, usesExpectedFinish: true)

    public static let primavera = Conventions(
        name: .primavera, lagCalendar: .predecessor, progressLogic: .retainedLogic, totalFloat: .finish,
        criticality: .totalFloat(atMost: .zero), pinsConstraints: true, usesExpectedFinish: true)

    public static let microsoft = Conventions(
        name: .microsoft, lagCalendar: .successor, progressLogic: .retainedLogic, totalFloat: .smallest,
        criticality: .totalFloat(atMost: .zero), pinsConstraints: true, usesExpectedFinish: false)

    /// The conventions of a name, as its tool is delivered.
    public init(_ name: Name) {
        self =
            switch name {
            case .native: .native
            case .primavera: .primavera
            case .microsoft: .microsoft
            }
    }

    init(
        name: Name, lagCalendar: LagCalendar, progressLogic: ProgressLogic, totalFloat: FloatMeasure,
        criticality: Criticality, pinsConstraints: Bool, usesExpectedFinish: Bool
    ) {
        self.name = name
        self.lagCalendar = lagCalendar
        self.progressLogic = progressLogic
        self.totalFloat = totalFloat
        self.criticality = criticality
        self.pinsConstraints = pinsConstraints
        self.usesExpectedFinish = usesExpectedFinish
    }
}

/// The calendar that counts the working time of a lag.
public enum LagCalendar: String, Hashable, Sendable, Codable, CaseIterable {
    case predecessor
    case successor
    case project
    /// Around the clock.
    case elapsed
}

/// What happens to work that began before its predecessors allowed it.
public enum ProgressLogic: String, Hashable, Sendable, Codable, CaseIterable {
    /// The rest waits for the predecessors.
    case retainedLogic = "retained-logic"
    /// The rest goes on from the data date, whatever the predecessors.
    case progressOverride = "progress-override"
    /// The rest waits, and links from work that is done count from its actual dates even past the data date.
    case actualDates = "actual-dates"
}

/// At which end total float is measured. The two differ where the ends of an activity are not held alike.
public enum FloatMeasure: String, Hashable, Sendable, Codable, CaseIterable {
    case start
    case finish
    /// The smaller of the two.
    case smallest
}

/// What makes an activity critical.
public enum Criticality: Hashable, Sendable {
    /// A total float of so much or less.
    case totalFloat(atMost: WorkMinutes)
    /// A place on a chain of driving links to the finish of the project.
    case longestPath

    func holds(float: Int, isOnLongestPath: Bool) -> Bool {
        switch self {
        case .totalFloat(let limit): float <= limit.count
        case .longestPath: isOnLongestPath
        }
    }
}

// MARK: - The points that come with the name

extension Conventions {
    /// Whether work that is not done yet moves past the data date.
    var movesPastDataDate: Bool { name != .microsoft }
    /// Whether a started activity stays where it began, whatever its links.
    var anchorsStartedWork: Bool { name == .microsoft }
    /// Whether finished work takes part as a point at the data date, with late dates by its successors.
    var showsCompletedAtDataDate: Bool { name == .primavera }
    /// Whether finished work has a float, of nothing.
    var givesCompletedFloat: Bool { name == .microsoft }
    /// Whether the late dates of a point in time are shown at the last instant that would do, as Monday 09:00.
    var keepsLatePoints: Bool { name != .native }
    /// Whether late dates begin at the promised finish, rather than being lowered to it.
    var beginsLateDatesAtPromise: Bool { name == .primavera }
    /// Whether an activity that is planned as late as possible takes its total float, rather than its free float.
    var postponesByTotalFloat: Bool { name == .microsoft }
    /// Whether the free float of what drives levelled work reaches to its delayed start.
    var countsDelayAsFreeFloat: Bool { name == .microsoft }
    /// Whether people's calendars decide when work without a calendar of its own is done.
    var usesResourceCalendars: Bool { name != .primavera }
}
