import WorkTime

extension Project {
    /// The same plan with commitments held at their dates, as starts no earlier than.
    ///
    /// A date that is kept takes the place of a delay by levelling, and of being done as late as possible.
    func keeping(_ commitments: [Commitment]) -> Project {
        var copy = self
        for commitment in commitments {
            guard let index = index(of: commitment.activity) else { continue }
            copy.activities[index].change { facts in
                facts.constraints.removeAll { $0 == .asLateAsPossible }
                facts.constraints.append(commitment.constraint)
            }
            copy.network.hold(index, at: commitment.date)
        }
        return copy
    }
}

extension Commitment {
    /// The date as what holds a start.
    var constraint: DateConstraint { .startNoEarlierThan(.minute(date)) }
}

extension Network {
    /// The same network with one node held at a date.
    func holding(_ node: Int, at date: CivilMinute) -> Network {
        var copy = self
        copy.hold(node, at: date)
        return copy
    }

    fileprivate mutating func hold(_ node: Int, at date: CivilMinute) {
        var held = rules(of: node)
        held.earliestStart = max(held.earliestStart ?? date, date)
        held.levelingDelay = nil
        held.isPostponed = false
        rules[node] = held
        traits[node].insert(.hasRules)
    }
}
