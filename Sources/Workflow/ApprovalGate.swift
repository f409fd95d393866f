public import Diagnostics
public import Scheduling

/// An approval as a plan states it: who answers, how fast, in how many rounds, and what is revised between them.
///
/// The activity that it belongs to is the approval itself, a point in time; see ``WorkflowDraft/expanded(calendars:changingRoundsOf:by:)``.
public struct ApprovalGate: Sendable {
    /// Where the gate is stated.
    public var place: SourcePlace?
    /// A resource, whose calendar counts the answers, or a lane.
    public var reviewer: Located<String>?
    /// How long an answer takes, from the handing over of the material.
    public var answer: Located<ResponseTime>?
    /// The number of rounds that was agreed: the first is the first answer.
    public var rounds = Located(1)
    /// How many rounds there may be at most; `nil`: no more than agreed or given a chance.
    public var mostRounds: Located<Int>?
    /// How likely each round is the last, in hundredths of a per cent from the first on; empty where nothing is known.
    public var chances: [Located<Int>] = []
    /// What is revised before each further round.
    public var rework: [Located<Rework>] = []
    /// What a change after approval opens again, beside the approval itself; empty: what is revised in a round.
    public var reopens: [Located<Rework>] = []
    /// Whether nothing behind it may begin before it is there in writing.
    public var requiresWrittenApproval = false

    public init(at place: SourcePlace? = nil) { self.place = place }
}

/// How long an answer takes: at best, usually, at worst.
public struct ResponseTime: Hashable, Sendable {
    public var shortest: PlannedDuration
    /// By this plans are made.
    public var usual: PlannedDuration
    public var longest: PlannedDuration

    /// - Parameter times: one for all three, or all three in order.
    /// - Returns: `nil` for any other number of times, and for one below zero or in per cent.
    public init?(_ times: [PlannedDuration]) {
        guard times.count == 1 || times.count == 3, times.allSatisfy({ $0.thousandths >= 0 && $0.unit != .percent })
        else { return nil }
        shortest = times[0]
        usual = times[times.count / 2]
        longest = times[times.count - 1]
    }

    /// Whether what it takes at best is no more than what it usually takes, and that no more than at worst, on the usual
    /// five-day week.
    var isInOrder: Bool {
        let minutes = [shortest, usual, longest].map { $0.minutes(on: .fiveDayWeek) }
        return minutes[0] <= minutes[1] && minutes[1] <= minutes[2]
    }
}

/// A step that is done again, and how much of it.
public struct Rework: Hashable, Sendable {
    public var step: ActivityID
    /// A length of time, or per cent of the step's duration.
    public var amount: PlannedDuration

    public init(_ step: ActivityID, _ amount: PlannedDuration) {
        self.step = step
        self.amount = amount
    }

    /// How long it may take, given how long the step may: a length that is stated in per cent of the work stays it.
    func safeLength(of first: PlannedDuration) -> PlannedDuration {
        first.unit == .percent ? first : duration(of: first)
    }

    /// How long it takes, given how long the step took at first.
    func duration(of first: PlannedDuration) -> PlannedDuration {
        guard amount.unit == .percent else { return amount }
        let (product, divisor) = (first.thousandths * amount.thousandths, 100_000)
        return PlannedDuration(
            thousandths: (product + divisor / 2) / divisor, unit: first.unit, isElapsed: first.isElapsed)
    }
}

/// What a client changes after having approved it.
public struct ChangeRequest: Sendable {
    public var id: Located<ActivityID>
    /// `nil`: the id serves as the name.
    public var name: BilingualName?
    /// The approval that it overthrows.
    public var gate: Located<ActivityID>?
    /// When it is asked for.
    public var date: Located<StatedInstant>?
    /// What it opens again; empty: what the gate says.
    public var reopens: [Located<Rework>]

    public init(
        id: Located<ActivityID>, name: BilingualName? = nil, gate: Located<ActivityID>? = nil,
        date: Located<StatedInstant>? = nil, reopens: [Located<Rework>] = []
    ) {
        self.id = id
        self.name = name
        self.gate = gate
        self.date = date
        self.reopens = reopens
    }
}
