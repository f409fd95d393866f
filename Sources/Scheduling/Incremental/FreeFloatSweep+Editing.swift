import WorkTime

extension FreeFloatSweep {
    mutating func insertTie(at place: Int) { drives.insert(false, at: place) }
    mutating func removeTie(at place: Int) { drives.remove(at: place) }

    /// Looks again at nodes whose early dates or links have changed, and at those before them.
    ///
    /// No node may be planned as late as possible.
    mutating func update(
        _ changed: [Int], finish: CivilMinute, _ network: Network, _ ways: NetworkWays
    ) {
        let early = early
        let projectFinish = network.calendars.map { $0.lastEvent(notAfter: finish) }
        var looked = Set(changed)
        withColumns { floats in
            for node in changed {
                for index in network.incoming(node) {
                    floats.drives[index] = network.isDriving(index, early)
                    looked.insert(Int(network.ties[index].source))
                }
                for index in ways.outgoing[node] {
                    floats.drives[Int(index)] = network.isDriving(Int(index), early)
                }
            }
            for node in looked where !network.traits[node].contains(.isIdle) {
                let linked = network.linkedAllowance(of: node, early, ways)
                floats.settle(node, linked, before: projectFinish[Int(network.calendarOf[node])], early)
            }
        }
    }

    /// Measures all nodes against another finish of the project; what their links allow stays as it is.
    mutating func measure(before finish: CivilMinute, _ network: Network) {
        let projectFinish = network.calendars.map { $0.lastEvent(notAfter: finish) }
        let early = early
        withColumns { floats in
            for node in 0..<network.count where !network.traits[node].contains(.isIdle) {
                floats.measure(node, before: projectFinish[Int(network.calendarOf[node])], early)
            }
        }
    }
}

extension Network {
    /// What leaves all targets of a node where they are.
    fileprivate func linkedAllowance(of node: Int, _ early: PassTimes, _ ways: NetworkWays) -> Allowance {
        var linked = Allowance(finish: .distantFuture)
        for index in ways.outgoing[node] {
            let tie = ties[Int(index)]
            guard !tie.traits.isSuperset(of: .isInert), !traits[Int(tie.target)].contains(.isIdle) else { continue }
            let event = leavingEvent(of: tie, early)
            if tie.relationship.leavesFinish { linked.lowerFinish(event) } else { linked.lowerStart(event) }
        }
        return linked
    }
}
