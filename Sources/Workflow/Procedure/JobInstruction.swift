public import Diagnostics
public import Scheduling
public import WorkTime

/// What a client asks for, in so far as a plan can be composed of it: when it begins, when it is on air and where, and which
/// procedures lead there.
public struct JobInstruction: Sendable {
    public var name: BilingualName
    public var start: CivilDay
    /// The first day on which any vehicle carries the campaign.
    public var onAir: CivilDay
    public var size: JobSize
    /// At least one.
    public let markets: [Market]
    public var vehicleKinds: [VehicleKind]
    /// For this size of job, in the order in which the plan lists them.
    public var procedures: [Procedure]

    /// - Precondition: there is a market.
    public init(
        name: BilingualName, start: CivilDay, onAir: CivilDay, size: JobSize = .medium, markets: [Market],
        vehicleKinds: [VehicleKind] = [], procedures: [Procedure]
    ) {
        precondition(!markets.isEmpty, "an instruction without a market")
        self.name = name
        self.start = start
        self.onAir = onAir
        self.size = size
        self.markets = markets
        self.vehicleKinds = vehicleKinds
        self.procedures = procedures
    }

    /// The market whose calendar is that of the plan.
    public var firstMarket: Market { markets[0] }

    /// The activity that every plan begins with.
    public static let activity: ActivityID = "instruction"
}

/// A plan that was composed of procedures, and the parts that it is written down in.
public struct ComposedPlan: Sendable {
    public let instruction: JobInstruction
    public internal(set) var workflow: WorkflowDraft
    /// The activities of each procedure, in the order of the plan; the instruction stands before all of them.
    public internal(set) var sections: [Section] = []
    /// What is wrong with how the procedures join.
    public internal(set) var findings: [Finding] = []

    public struct Section: Sendable {
        public let title: BilingualName
        public let activities: Range<Int>
    }
}
