public import Diagnostics
public import WorkTime

extension Project {
    /// Checks a draft whole: every fault is found in one run, each with its place and what to do.
    ///
    /// - Parameters:
    ///   - draft: as it was read.
    ///   - calendars: the calendars that the program knows; the draft's own are added to them.
    ///   - findings: what reading the draft found already; an error among them rejects it as well.
    /// - Throws: all findings, of reading and of checking, when any is an error.
    public init(
        checking draft: PlanDraft, calendars: CalendarLibrary, findings: FindingList = FindingList()
    ) throws(Rejection) {
        var check = PlanCheck(draft: draft, calendars: calendars, findings: findings)
        let project = check.project()
        try check.findings.throwIfErrors()
        guard let project else { preconditionFailure("a draft without an error made no project") }
        self = project
    }
}

/// The state of one check: what has been resolved so far, and everything found.
///
/// Each step resolves one kind of name and reports what does not resolve; later steps go on with what did.
struct PlanCheck {
    let draft: PlanDraft
    /// The activities that state more than an id, a duration and predecessors.
    let detailed: [Int]
    var library: CalendarLibrary
    var findings: FindingList
    /// The first activity of each id, by its place in the draft.
    var indexOf: ActivityIndex
    /// How many names were compared with those of unknown predecessors so far, and how many are at most: a list whose
    /// every predecessor is unknown would take time with the square of its length.
    var comparedNames = 0
    static let comparedNamesLimit = 500_000
    var hasTooManyCalendars = false

    init(draft: PlanDraft, calendars: CalendarLibrary, findings: FindingList) {
        self.draft = draft
        self.findings = findings
        library = calendars
        indexOf = ActivityIndex(capacity: draft.activities.count)
        detailed = draft.activities.indices.filter { draft.activities[$0].hasDetails }
    }

    mutating func project() -> Project? {
        addOwnCalendars()
        let calendar = projectCalendar()
        indexActivities()
        let lanes = resolvedLanes()
        let resources = resolvedResources()
        let calendars = usedCalendars(project: calendar, resources: resources)
        var activities = draft.activities.indices.map { activity($0, calendars: calendars) }
        resolveParents(&activities)
        let dataDate = dataDate(on: calendar)
        addProgress(to: &activities, calendars: calendars, dataDate: dataDate)
        let start = projectStart(on: calendar)
        checkDates(start: start, calendars: calendars)
        reportWhatIsNotDone(activities)
        let bufferRules = bufferRules(on: calendar)
        checkCommitments(start: start, calendars: calendars)
        // Links are checked even where the rest is at fault, so that all that is wrong is said at once.
        let network = network(
            of: activities, calendars: calendars, start: start ?? .earliest, dataDate: dataDate)
        guard !findings.hasErrors, var start, let calendar, var network else { return nil }

        if draft.isScheduledFromFinish, let promised = network.promisedFinish {
            start = network.latestBeginning(finish: promised)
            network = network.starting(at: start)
        }
        guard staysOnTheCalendar(network) else { return nil }
        return Project(
            draft: draft, start: start, dataDate: dataDate, calendar: calendar, lanes: lanes, resources: resources,
            resourceCalendars: self.calendars(of: resources),
            activities: activities, indices: indexOf, bufferRules: bufferRules, findings: findings.inReadingOrder,
            network: network)
    }

    private func calendars(of resources: [Resource]) -> [String: WorkCalendar] {
        let named = resources.compactMap(\.calendar).compactMap { id in library[id].map { (id, $0) } }
        return Dictionary(named) { first, _ in first }
    }

    /// Adds an error.
    mutating func report(_ id: FindingID, _ message: String, advice: String, at place: SourcePlace?) {
        findings.report(Finding(id, .error, message, advice: advice, at: place))
    }

    /// Adds a warning.
    mutating func warn(_ id: FindingID, _ message: String, advice: String, at place: SourcePlace?) {
        findings.report(Finding(id, .warning, message, advice: advice, at: place))
    }
}
