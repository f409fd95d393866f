public import Diagnostics
public import Scheduling
public import WorkTime

/// A way of doing one kind of work, such as research, media or creative work, for one size of job: its steps, by whom, what
/// each waits for, where the client approves.
///
/// A plan is composed of one or several: see ``JobInstruction/plan()``.
public struct Procedure: Sendable {
    /// The name by which it is asked for, and by which others join it.
    public var id: Located<String>
    public var name: BilingualName
    public var lanes: [Located<Lane>]
    /// Those without a base are based on the calendar of the plan.
    public var calendars: [Located<CalendarDefinition>]
    /// In the order in which they are written down.
    public var steps: [Step]

    public init(
        id: Located<String>, name: BilingualName, lanes: [Located<Lane>] = [],
        calendars: [Located<CalendarDefinition>] = [], steps: [Step] = []
    ) {
        self.id = id
        self.name = name
        self.lanes = lanes
        self.calendars = calendars
        self.steps = steps
    }

    /// A step of the work. One that waits for nothing begins with the client's instruction.
    public struct Step: Sendable {
        /// What it is, who does it, how long it takes, and which steps of the same procedure it waits for.
        public var activity: ActivityDraft
        /// `nil` for what is no approval.
        public var gate: ApprovalGate?
        /// `nil` for what writes no brief.
        public var brief: Brief?
        /// What it waits for of other procedures, where those take part.
        public var joins: [Join]
        /// Whether it is done once for each market.
        public var isPerMarket: Bool
        /// What vehicles want of it.
        public var meets: VehicleDeadline.Kind?
        /// What the air date is to it.
        public var air: Air?

        public init(
            _ activity: ActivityDraft, gate: ApprovalGate? = nil, brief: Brief? = nil, joins: [Join] = [],
            isPerMarket: Bool = false, meets: VehicleDeadline.Kind? = nil, air: Air? = nil
        ) {
            self.activity = activity
            self.gate = gate
            self.brief = brief
            self.joins = joins
            self.isPerMarket = isPerMarket
            self.meets = meets
            self.air = air
        }
    }

    /// A step of another procedure that leads to one of this.
    public struct Join: Sendable {
        public var procedure: Located<String>
        public var link: Located<LinkDraft>

        public init(_ procedure: Located<String>, _ link: Located<LinkDraft>) {
            self.procedure = procedure
            self.link = link
        }
    }

    /// What the air date is to a step.
    public enum Air: String, Sendable, CaseIterable {
        /// It is promised for the day before.
        case before
        /// It begins on that day.
        case from
    }
}

/// How large a job is: durations and rounds of a procedure go by it.
public enum JobSize: String, Sendable, CaseIterable {
    case small
    case medium
    case large
}
