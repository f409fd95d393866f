import WorkTime

/// The driving links that lead to one end of a node, followed back to what is held by none.
struct ChainTrace {
    /// A node of the chain: the end at which the chain enters it, the end at which it leaves.
    struct Step {
        var node: Int
        var entersStart: Bool
        var leavesFinish: Bool
        /// The tie by which the chain enters; `nil` for the first.
        var tie: Int?
    }

    /// First node first.
    let steps: [Step]
    /// What holds the first node.
    let hold: CausalChain.Hold

    /// - Parameters:
    ///   - early: the early dates of `network`.
    ///   - stops: nodes before which the chain is cut off.
    ///   - former: dates that the trace is to explain a slip against: of several driving links it follows one whose
    ///     predecessor is later than it was then.
    ///   - origin: a node at which the trace ends wherever it comes upon it.
    init(
        _ network: Network, of project: Project, early: PassTimes, to last: Int, atFinish: Bool,
        outside stops: Set<Int> = [], since former: PassTimes? = nil, from origin: Int? = nil
    ) {
        var steps: [Step] = []
        var (node, leavesFinish) = (last, atFinish)
        while node != origin, let index = network.holdingTie(of: node, early, since: former) {
            let relationship = network.ties[index].relationship
            guard !stops.contains(Int(network.ties[index].source)) else {
                steps.append(
                    Step(node: node, entersStart: relationship.entersStart, leavesFinish: leavesFinish, tie: nil))
                hold = .others
                self.steps = steps.reversed()
                return
            }
            steps.append(
                Step(node: node, entersStart: relationship.entersStart, leavesFinish: leavesFinish, tie: index))
            node = Int(network.ties[index].source)
            leavesFinish = relationship.leavesFinish
        }
        hold = project.hold(of: node, in: network, early)
        steps.append(Step(node: node, entersStart: hold.holdsStart, leavesFinish: leavesFinish))
        self.steps = steps.reversed()
    }
}

extension CausalChain.Hold {
    /// Whether it holds the start of an activity, rather than its finish.
    fileprivate var holdsStart: Bool {
        guard case .date(let constraint) = self else { return true }
        return !constraint.bindsFinish
    }
}

extension DateConstraint {
    /// Whether it speaks of the finish of an activity.
    var bindsFinish: Bool {
        switch self {
        case .finishNoEarlierThan, .finishNoLaterThan, .mustFinishOn, .mandatoryFinish, .expectedFinish: true
        case .startNoEarlierThan, .startNoLaterThan, .mustStartOn, .mandatoryStart, .asLateAsPossible: false
        }
    }
}

extension Network {
    /// The first tie in file order that holds a node where it is; `nil` for one that is held by a date, by hand or by the
    /// beginning of all work.
    ///
    /// With former dates, the first whose source is later than it was; where there is none, the first.
    func holdingTie(of node: Int, _ early: PassTimes, since former: PassTimes? = nil) -> Int? {
        guard let former else { return holdingTie(of: node, early) { _ in true } }
        let isLater = { (tie: Tie) in early.sourceEvent(of: tie) > former.sourceEvent(of: tie) }
        return holdingTie(of: node, early, where: isLater) ?? holdingTie(of: node, early) { _ in true }
    }

    private func holdingTie(of node: Int, _ early: PassTimes, where isWanted: (Tie) -> Bool) -> Int? {
        guard rules(of: node).anchor == nil else { return nil }
        let isAtBeginning = early.starts[node].position <= earliest[Int(calendarOf[node])].position
        return incoming(node).first { index in
            let tie = ties[index]
            guard isWanted(tie) else { return false }
            guard !tie.traits.contains(.isInertForward), drives(tie, early) else { return false }
            // Finished work stands at the data date and holds nothing there that the date itself does not.
            let isPastWork = traits[Int(tie.source)].contains(.isComplete) && rules(of: Int(tie.source)).anchor == nil
            return !(isAtBeginning && isPastWork)
        }
    }
}

extension Project {
    /// What holds a node that no tie holds.
    func hold(of node: Int, in network: Network, _ early: PassTimes) -> CausalChain.Hold {
        let beginning = network.start == dataDate ? CausalChain.Hold.dataDate : .projectStart
        guard node < activities.count else { return beginning }
        let activity = activities[node]
        let rules = network.rules(of: node)
        if rules.anchor != nil { return anchorHold(of: activity) }
        guard early.starts[node].position > network.earliest[Int(network.calendarOf[node])].position else {
            return beginning
        }
        if let constraint = activity.constraints.first(where: { holds($0, node, network, early) }) {
            return .date(constraint)
        }
        if activity.isStarted { return .actual }
        return activity.constraints.first { honours($0, rules) }.map { .date($0) } ?? .others
    }

    /// Whether a date puts work off as late as it can be, or holds it against its links.
    private func honours(_ constraint: DateConstraint, _ rules: NodeRules) -> Bool {
        switch constraint {
        case .asLateAsPossible: rules.isPostponed
        case .startNoLaterThan: rules.honouredStart != nil
        case .finishNoLaterThan: rules.honouredFinish != nil
        default: false
        }
    }

    private func anchorHold(of activity: Activity) -> CausalChain.Hold {
        if activity.isComplete || activity.isStarted { return .actual }
        return activity.constraints.first(where: \.isHard).map { .date($0) } ?? .hand
    }

    /// Whether a date is met to the minute, before any delay.
    private func holds(_ constraint: DateConstraint, _ node: Int, _ network: Network, _ early: PassTimes) -> Bool {
        let calendar = network.calendar(of: node)
        let rules = network.rules(of: node)
        guard let date = constraint.earliest(on: calendar) else { return false }
        if constraint.bindsFinish {
            guard rules.earliestFinish == date else { return false }
            return calendar.firstEvent(notBefore: date).position == early.finishes[node].position
        }
        guard rules.earliestStart == date else { return false }
        let position = calendar.firstEvent(notBefore: date).position
        let start = rules.levelingDelay.map { calendar.event(at: position, delayedBy: $0).position } ?? position
        return start == early.starts[node].position
    }
}

extension DateConstraint {
    /// The instant before which the tied end may not stand; `nil` when there is none.
    func earliest(on calendar: WorkCalendar) -> CivilMinute? {
        switch self {
        case .startNoEarlierThan(let date), .mustStartOn(let date): date.asStart
        case .finishNoEarlierThan(let date), .mustFinishOn(let date): date.asFinish(on: calendar)
        case .mandatoryStart(let date): calendar.instant(of: calendar.firstEvent(notBefore: date.asStart))
        case .mandatoryFinish(let date):
            calendar.instant(of: calendar.lastEvent(notAfter: date.asFinish(on: calendar)).read(as: .finish))
        case .startNoLaterThan, .finishNoLaterThan, .expectedFinish, .asLateAsPossible: nil
        }
    }
}
