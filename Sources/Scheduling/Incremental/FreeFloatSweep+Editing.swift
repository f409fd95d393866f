import WorkTime

extension FreeFloatSweep {
    mutating func insertTie(at place: Int) { drives.insert(false, at: place) }
    mutating func removeTie(at place: Int) { drives.remove(at: place) }

    /// Looks again at nodes whose early dates or links have changed, and at those before them.
    ///
    /// No node may be planned as late as possible.
    mutating func update(
        _ changed: [Int], early: PassTimes, finish: CivilMinute, _ network: Network, _ ways: NetworkWays
    ) {
        self.early = early
        let projectFinish = network.calendars.map { $0.lastEvent(notAfter: finish) }
        var looked = Set(changed)
        for node in changed {
            for index in network.incoming(node) {
                drives[index] = network.isDriving(index, early)
                looked.insert(Int(network.ties[index].source))
            }
            for index in ways.outgoing[node] { drives[Int(index)] = network.isDriving(Int(index), early) }
        }
        for node in looked where !network.traits[node].contains(.isIdle) {
            var allowance = Allowance(finish: projectFinish[Int(network.calendarOf[node])])
            for index in ways.outgoing[node] {
                let tie = network.ties[Int(index)]
                guard !tie.traits.isSuperset(of: .isInert), !network.traits[Int(tie.target)].contains(.isIdle) else {
                    continue
                }
                let event = network.leavingEvent(of: tie, early)
                if tie.relationship.leavesFinish { allowance.lowerFinish(event) } else { allowance.lowerStart(event) }
            }
            let duration = early.finishes[node].position - early.starts[node].position
            free[node] = max(0, allowance.latestStart(lasting: duration) - early.starts[node].position)
        }
    }
}
