import Diagnostics
import Interchange
import Reports
public import Scheduling
public import WorkTime
public import Workflow

/// A plan that was composed of procedures, with what can be said of it at once.
public struct NewPlan: Sendable {
    /// The plan file.
    public let file: PlanTemplate
    /// Whether it can be kept, and by when it must begin.
    public let outlook: Outlook
    /// What reading and scheduling the file finds.
    public let findings: [Finding]

    /// What a new plan comes to.
    public struct Outlook: Sendable {
        /// The start was chosen, and not asked for.
        public let isStartChosen: Bool
        public let start: CivilDay
        /// The latest moment at which it may begin so that every promise is kept.
        public let latestStart: CivilMinute?
        public let finish: CivilMinute
        /// Of everything that is ready for the air date.
        public let air: DeadlineForecast?
        /// The vehicle's deadline with the least headroom.
        public let tightest: CriticalDate?
        public let isFeasible: Bool
        /// Of the calendar of the plan, by which headroom is counted.
        public let minutesPerDay: WorkMinutes
    }

    /// - Throws: a ``Rejection`` when procedures do not join, ``UnknownName``.
    public init(_ request: NewPlanRequest, shelf: ProcedureShelf = .seeds) throws {
        let composed = try Self.composed(request, shelf: shelf)
        let remark =
            request.start == nil
            ? "chosen: \(request.margin) before the latest safe start" : nil
        let text = NativePlan.write(composed, startRemark: remark)
        file = PlanTemplate(name: request.template, text: text)
        let plan = try Self.scheduled(text, request, shelf)
        findings = plan.findings + Self.unusedVehicles(request, composed)
        outlook = Outlook(of: plan, start: composed.instruction.start, isStartChosen: request.start == nil)
    }

    /// The file as any other is read. What was promised for a day before the start has an answer of its own, for nobody has
    /// seen the file yet.
    private static func scheduled(_ text: String, _ request: NewPlanRequest, _ shelf: ProcedureShelf) throws
        -> AgencyPlan
    {
        do throws(Rejection) {
            return try AgencyPlan(reading: InputFile(path: "\(request.template).yaml", bytes: Array(text.utf8)))
        } catch {
            let early = error.findings.filter { $0.id == "plan.deadline-before-start" }
            guard let start = request.start, !early.isEmpty else { throw error }
            var late = request
            late.margin = .none
            let latest = try latestStart(late, shelf)
            throw Rejection(findings: [
                Finding(
                    "plan.start-too-late", .error,
                    "work that begins on \(start) is too late for \(early.count) of the dates before \(request.onAir)",
                    advice: "begin by \(latest), which is the latest safe start, or be on air later")
            ])
        }
    }

    /// Vehicles that were asked for, and that no step has anything to do with.
    private static func unusedVehicles(_ request: NewPlanRequest, _ composed: ComposedPlan) -> [Finding] {
        guard request.vehicleKinds != nil, composed.workflow.vehicles.isEmpty else { return [] }
        return [
            Finding(
                "procedure.nothing-for-vehicles", .warning,
                "no step books, delivers or clears anything for a vehicle, so the plan has none",
                advice: "leave out the vehicles, or add a procedure such as media")
        ]
    }

    /// The plan before it is written down.
    ///
    /// - Throws: as ``init(_:shelf:)``.
    static func composed(_ request: NewPlanRequest, shelf: ProcedureShelf = .seeds) throws -> ComposedPlan {
        let start = try request.start ?? Self.latestStart(request, shelf)
        return try composed(request, shelf, start: start)
    }

    private static func composed(
        _ request: NewPlanRequest, _ shelf: ProcedureShelf, start: CivilDay
    ) throws -> ComposedPlan {
        let composed = try request.instruction(shelf, .seeds, start: start).plan()
        if !composed.findings.isEmpty { throw Rejection(findings: composed.findings) }
        return composed
    }

    /// The day on which work may begin at the latest, less the margin.
    ///
    /// Late dates do not depend on the start, so they are counted on a plan that begins early enough for any job.
    private static func latestStart(_ request: NewPlanRequest, _ shelf: ProcedureShelf) throws -> CivilDay {
        let early = request.onAir.advanced(by: -longestJob)
        let composed = try composed(request, shelf, start: early)
        let expanded = composed.workflow.expanded(calendars: .seeds)
        let schedule = try Project(
            checking: expanded.draft, calendars: .seeds, findings: FindingList(expanded.findings)
        ).schedule()
        guard let latest = schedule.latestStart else { return early }
        let calendar = schedule.project.calendar
        let margin = WorkMinutes(request.margin.minutes(on: calendar))
        let start = calendar.start(at: calendar.position(of: latest) - margin)
        return start.day
    }

    /// Days: no campaign is prepared for longer than two years.
    private static let longestJob = 730
}

extension NewPlan.Outlook {
    init(of plan: AgencyPlan, start: CivilDay, isStartChosen: Bool) {
        let schedule = plan.schedule
        let dates = schedule.criticalDates(of: plan.vehicles)
        self.isStartChosen = isStartChosen
        self.start = start
        latestStart = schedule.latestStart
        finish = schedule.finish
        isFeasible = schedule.isFeasible
        minutesPerDay = schedule.project.calendar.minutesPerDay
        let milestones = Set(dates.compactMap(\.deadline.milestone))
        air = schedule.deadlines.first { $0.activity.map { !milestones.contains($0) } ?? true }
        tightest =
            dates.compactMap { date in date.headroom.map { (date: date, headroom: $0) } }
            .min { $0.headroom < $1.headroom }?.date
    }
}

extension Schedule {
    /// The latest moment at which the client's instruction may come so that every promise is kept.
    fileprivate var latestStart: CivilMinute? {
        project.index(of: JobInstruction.activity).flatMap { latestSafeDates()[$0]?.start }
    }
}
