import WorkTime

extension PromiseMeasure {
    /// A pull in the words of the plan.
    ///
    /// - Parameters:
    ///   - network: the one that was changed, without the change.
    ///   - before: the forecast without the change.
    func relaxation(_ pull: RelaxationSearch.Pull, on network: Network, before: CivilMinute) -> Relaxation {
        Relaxation(
            change: change(pull, on: network), gain: gain(from: before, to: pull.forecast), forecast: pull.forecast,
            meetsPromise: pull.forecast <= promised)
    }

    /// The promise itself, moved to its forecast.
    func moved(to forecast: CivilMinute) -> Relaxation {
        Relaxation(
            change: .movePromise(promise, to: forecast), gain: gain(from: forecast, to: promised), forecast: forecast,
            meetsPromise: true)
    }

    private func id(_ node: Int) -> ActivityID { project.activities[network.owner(of: node)].id }

    private func change(_ pull: RelaxationSearch.Pull, on network: Network) -> Relaxation.Change {
        switch pull.lever {
        case .duration(let node):
            let minutes = network.durations[node]
            return .shorten(id(node), from: WorkMinutes(minutes), to: WorkMinutes(minutes - pull.amount))
        case .lag(let index):
            let tie = network.ties[index]
            return .lessenLag(pair(tie), from: tie.lag(of: tie.statedLag), to: tie.lag(of: tie.statedLag - pull.amount))
        case .lead(let index):
            let tie = network.ties[index]
            let (before, after) = (tie.lag(of: tie.statedLag), tie.lag(of: tie.statedLag - pull.amount))
            return after.minutes < 0
                ? .overlap(pair(tie), from: before, to: after) : .lessenLag(pair(tie), from: before, to: after)
        case .date(let node, let date):
            return .moveConstraint(id(node), date.constraint, to: network.moved(date, of: node, by: pull.amount))
        case .noDate(let node, let date): return .dropConstraint(id(node), date.constraint)
        case .noDelay(let node): return .dropDelay(id(node))
        case .calendar(let node, let other):
            return .useCalendar(id(node), of: id(other), calendar: network.calendar(of: other).id)
        case .start: return .startPlan(network.beginning(earlierBy: pull.amount))
        }
    }

    private func pair(_ tie: Tie) -> Relaxation.LinkedPair {
        Relaxation.LinkedPair(
            predecessor: id(Int(tie.source)), successor: id(Int(tie.target)), relationship: tie.relationship)
    }
}

extension Tie {
    /// Minutes as a lag of this tie's kind.
    fileprivate func lag(of minutes: Int) -> Lag {
        traits.contains(.isElapsed) ? .elapsed(ElapsedMinutes(minutes)) : .work(WorkMinutes(minutes))
    }
}
