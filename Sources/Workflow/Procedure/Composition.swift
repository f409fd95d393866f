import Diagnostics
import Scheduling
import WorkTime

extension JobInstruction {
    /// The plan that the procedures come to.
    ///
    /// Steps of one market each are done once for each market when there are several; what waits for such a step waits for
    /// that of its own market, or for all of them. A join of procedures of which one does not take part is left out.
    /// Where no vehicle and no step has to do with the air date, the whole plan is promised for the day before it.
    public func plan() -> ComposedPlan {
        var composition = Composition(self)
        return composition.plan()
    }
}

/// Makes one plan of several procedures.
private struct Composition {
    let instruction: JobInstruction
    /// By its id, a step of any procedure that takes part.
    private let steps: [ActivityID: Procedure.Step]
    private let takesPart: [String: Procedure]
    private var findings: [Finding] = []

    init(_ instruction: JobInstruction) {
        self.instruction = instruction
        let all = instruction.procedures.flatMap(\.steps)
        steps = Dictionary(all.map { ($0.activity.id.value, $0) }) { first, _ in first }
        takesPart = Dictionary(instruction.procedures.map { ($0.id.value, $0) }) { first, _ in first }
    }

    mutating func plan() -> ComposedPlan {
        var composed = ComposedPlan(instruction: instruction, workflow: WorkflowDraft(plan: frame()))
        composed.workflow.markets = Dictionary(
            instruction.markets.map { ($0.id, Located($0.calendar)) }
        ) { first, _ in first }
        for procedure in instruction.procedures {
            let first = composed.workflow.plan.activities.count
            for step in procedure.steps { add(step, of: procedure, to: &composed.workflow) }
            let range = first..<composed.workflow.plan.activities.count
            composed.sections.append(.init(title: procedure.name, activities: range))
        }
        reportRepeated(composed.workflow.plan.activities)
        composed.workflow.plan.activities.dropImpliedLinks()
        composed.workflow.vehicles = vehicles()
        if composed.workflow.vehicles.isEmpty, !steps.values.contains(where: { $0.air != nil }) {
            composed.workflow.plan.finishBy = Located(.day(dayBefore))
        }
        composed.findings = findings
        return composed
    }

    /// Two steps of one id, of two procedures or of one of which the other is done for a market.
    private mutating func reportRepeated(_ activities: [ActivityDraft]) {
        var seen: Set<ActivityID> = []
        for activity in activities where !seen.insert(activity.id.value).inserted {
            findings.append(
                Finding(
                    "procedure.repeated-step", .error,
                    "“\(activity.id.value)” is a step of more than one of the procedures that take part",
                    advice: "call one of the steps otherwise", at: activity.id.place))
        }
    }

    private var dayBefore: CivilDay { instruction.onAir.advanced(by: -1) }

    /// The plan with nothing in it but the instruction.
    private func frame() -> PlanDraft {
        let calendar = instruction.firstMarket.calendar
        var seen: Set<LaneID> = []
        let lanes = instruction.procedures.flatMap(\.lanes).filter { seen.insert($0.value.id).inserted }
        let client = lanes.first { $0.value.id == "client" } ?? lanes.first
        var known: Set<String> = []
        let calendars = instruction.procedures.flatMap(\.calendars).filter { known.insert($0.value.id).inserted }
        let begin = ActivityDraft(
            id: Located(JobInstruction.activity), name: "Job instruction / 工作指令",
            lane: client.map { Located($0.value.id) }, isMilestone: true)
        return PlanDraft(
            name: Located(instruction.name), start: Located(.day(instruction.start)), calendar: Located(calendar),
            calendars: calendars.map { $0.map { $0.based(on: calendar) } }, lanes: lanes, activities: [begin])
    }

    // MARK: Steps

    private mutating func add(_ step: Procedure.Step, of procedure: Procedure, to workflow: inout WorkflowDraft) {
        let links = links(to: step, of: procedure)
        for market in markets(of: step) {
            var activity = step.activity
            activity.id = step.activity.id.map { id($0, in: market) }
            if let market {
                activity.name = step.activity.title.inside(market.name)
                // What a vehicle waits for is delivered and cleared where the vehicle is.
                if step.meets != nil, activity.calendar == nil, market.calendar != workflow.plan.calendar?.value {
                    activity.calendar = Located(market.calendar)
                }
            }
            activity.predecessors = links.flatMap { link in
                targets(of: link.value.predecessor, for: market).map { target in
                    link.map { LinkDraft(to: target, $0.relationship, lag: $0.lag) }
                }
            }
            switch step.air {
            case .before: activity.deadline = Located(.day(dayBefore))
            case .from: activity.constraints.append(Located(.startNoEarlierThan(.day(instruction.onAir))))
            case nil: break
            }
            workflow.plan.activities.append(activity)
            workflow.gates[activity.id.value] = step.gate.map { gate($0, for: market) }
            workflow.briefs[activity.id.value] = step.brief
        }
    }

    /// What the step waits for, in its own procedure and in others; the instruction where that is nothing.
    private mutating func links(to step: Procedure.Step, of procedure: Procedure) -> [Located<LinkDraft>] {
        let joined = step.joins.compactMap { join -> Located<LinkDraft>? in
            guard let other = takesPart[join.procedure.value] else { return nil }
            let wanted = join.link.value.predecessor
            guard other.steps.contains(where: { $0.activity.id.value == wanted }) else {
                reportUnknownStep(join, of: other, wantedBy: step)
                return nil
            }
            return join.link
        }
        let links = step.activity.predecessors + joined
        return links.isEmpty ? [Located(LinkDraft(to: JobInstruction.activity), at: step.activity.id.place)] : links
    }

    private mutating func reportUnknownStep(
        _ join: Procedure.Join, of other: Procedure, wantedBy step: Procedure.Step
    ) {
        let wanted = join.link.value.predecessor.rawValue
        let known = other.steps.map(\.activity.id.value.rawValue)
        findings.append(
            Finding(
                "procedure.unknown-step",
                .error,
                "“\(step.activity.id.value)” waits for “\(wanted)” of the procedure “\(other.id.value)”, which has no such step",
                advice: nearestName(to: wanted, among: known).map { "did you mean “\($0)”?" }
                    ?? "keep that step in “\(other.id.value)”, or change the join", at: join.link.place))
    }

    /// The markets that a step is done for; `nil` for one that is done once.
    private func markets(of step: Procedure.Step) -> [Market?] {
        step.isPerMarket && instruction.markets.count > 1 ? instruction.markets : [nil]
    }

    private func id(_ step: ActivityID, in market: Market?) -> ActivityID {
        market.map { ActivityID("\(step)-\($0.id)") } ?? step
    }

    /// What a step is called for something that is done for one market, or for all.
    private func targets(of step: ActivityID, for market: Market?) -> [ActivityID] {
        guard let known = steps[step] else { return [step] }
        let all = markets(of: known)
        if let market, all.contains(where: { $0?.id == market.id }) { return [id(step, in: market)] }
        return all.map { id(step, in: $0) }
    }

    private func gate(_ gate: ApprovalGate, for market: Market?) -> ApprovalGate {
        func mapped(_ rework: [Located<Rework>]) -> [Located<Rework>] {
            rework.flatMap { work in
                targets(of: work.value.step, for: market).map { step in work.map { Rework(step, $0.amount) } }
            }
        }
        var own = gate
        own.rework = mapped(gate.rework)
        own.reopens = mapped(gate.reopens)
        return own
    }

    // MARK: Vehicles

    /// One of each kind in each market that knows it, with those deadlines that a step meets.
    private func vehicles() -> [VehicleDraft] {
        instruction.markets.flatMap { market in
            instruction.vehicleKinds.compactMap { kind -> VehicleDraft? in
                let wanted = market.deadlines[kind.id] ?? [:]
                let met = VehicleDeadline.Kind.allCases.compactMap { deadline in
                    wanted[deadline].flatMap { self.deadline(deadline, before: $0, in: market) }
                }
                guard met.contains(where: { $0.activity != nil }) else { return nil }
                var vehicle = VehicleDraft(id: Located(ActivityID("\(market.id)-\(kind.id)")))
                vehicle.name = kind.name.of(market.name)
                vehicle.market = Located(market.id)
                vehicle.onAir = Located(.day(instruction.onAir))
                vehicle.deadlines = met
                return vehicle
            }
        }
    }

    /// The last step of the plan that meets it does; what was booked by no step cannot be given back.
    private func deadline(_ kind: VehicleDeadline.Kind, before: PlannedDuration, in market: Market) -> VehicleDeadline?
    {
        let steps = instruction.procedures.flatMap(\.steps)
        guard let step = steps.last(where: { $0.meets == (kind == .cancellation ? .booking : kind) }) else {
            return nil
        }
        guard kind != .cancellation else { return VehicleDeadline(kind, before: Located(before)) }
        let meeting = targets(of: step.activity.id.value, for: market)[0]
        return VehicleDeadline(kind, before: Located(before), activity: Located(meeting))
    }
}

extension CalendarDefinition {
    fileprivate func based(on calendar: String) -> CalendarDefinition {
        var definition = self
        definition.basedOn = basedOn ?? calendar
        return definition
    }
}

extension BilingualName {
    /// A step that is done for one market: `Adaptation (Hong Kong) / 香港版本制作`.
    fileprivate func inside(_ market: BilingualName) -> BilingualName {
        BilingualName(
            "\(primary) (\(market.primary))", chinese: chinese.map { (market.chinese ?? market.primary) + $0 })
    }

    /// A kind of vehicle of a market: `Hong Kong TV / 香港电视`.
    fileprivate func of(_ market: BilingualName) -> BilingualName {
        BilingualName("\(market.primary) \(primary)", chinese: chinese.map { (market.chinese ?? market.primary) + $0 })
    }
}
