import WorkTime

extension ChainTrace {
    /// The latest start of the chain's first activity that brings its end about by an event, with every activity and every
    /// link of it as they are.
    ///
    /// - Parameter event: of the end at which the chain leaves its last node, on that node's calendar.
    func latestStart(reaching event: WorkEvent, on network: Network) -> CivilMinute {
        var event = event
        for (place, step) in steps.enumerated().reversed() {
            let duration = network.durations[step.node]
            guard place > 0, let tie = step.tie else {
                let start = step.leavesFinish ? event.retreated(by: duration) : event
                return network.calendar(of: step.node).instant(of: start)
            }
            switch (step.entersStart, step.leavesFinish) {
            case (true, true): event = event.retreated(by: duration)
            case (false, false): event = event.advanced(by: duration)
            case (true, false), (false, true): break
            }
            event = network.latestSourceEvent(over: network.ties[tie], behindDelay: event)
        }
        preconditionFailure("a chain without a step")
    }
}

extension Network {
    /// The latest event of a tie's source, given the event of its target after any delay by levelling.
    func latestSourceEvent(over tie: Tie, behindDelay event: WorkEvent) -> WorkEvent {
        latestSourceEvent(over: tie, from: tie.relationship.entersStart ? undelayed(event, behind: tie) : event)
    }
}
