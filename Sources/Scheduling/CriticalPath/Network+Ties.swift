import WorkTime

/// How far a link lets its two ends go: the two maps are adjoint, so that what the forward pass demands is just what
/// the backward pass allows.
extension Network {
    /// The earliest event of the target's tied end, given an event of the source's tied end.
    ///
    /// The event goes from the source's calendar to the one that counts the lag, is moved there, and goes on to the
    /// target's calendar. A lag by the clock is one that is counted around the clock.
    @inline(__always)
    package func earliestTargetEvent(over tie: Tie, from event: WorkEvent) -> WorkEvent {
        tie.traits.contains(.isPlain) ? event.advanced(by: tie.lag) : earliestEvent(across: tie, from: event)
    }

    /// The latest event of the source's tied end that leaves the target's tied end where it is.
    @inline(__always)
    package func latestSourceEvent(over tie: Tie, from event: WorkEvent) -> WorkEvent {
        // Within a shift both roles are one instant, and work may start on it.
        tie.traits.contains(.isPlain) && (tie.relationship.leavesFinish || tie.lag == 0 && event.role == .start)
            ? event.retreated(by: tie.lag) : latestEvent(across: tie, from: event)
    }

    private func earliestEvent(across tie: Tie, from event: WorkEvent) -> WorkEvent {
        let (source, target) = (Int(calendarOf[Int(tie.source)]), Int(calendarOf[Int(tie.target)]))
        let counted = tie.lag == 0 ? source : Int(tie.lagCalendar)
        return moved(moved(event, from: source, to: counted).advanced(by: tie.lag), from: counted, to: target)
    }

    private func latestEvent(across tie: Tie, from event: WorkEvent) -> WorkEvent {
        let (source, target) = (Int(calendarOf[Int(tie.source)]), Int(calendarOf[Int(tie.target)]))
        let counted = tie.lag == 0 ? source : Int(tie.lagCalendar)
        let allowed = movedBack(
            movedBack(event, from: target, to: counted).retreated(by: tie.lag), from: counted, to: source)
        guard allowed.role == .finish, !tie.relationship.leavesFinish else { return allowed }
        return calendars[source].lastEvent(notAfter: calendars[source].instant(of: allowed))
    }

    /// The earliest event of another calendar that is not before an event of one.
    private func moved(_ event: WorkEvent, from one: Int, to other: Int) -> WorkEvent {
        one == other ? event : calendars[other].firstEvent(notBefore: calendars[one].instant(of: event))
    }

    /// The latest event of another calendar that is not after an event of one.
    private func movedBack(_ event: WorkEvent, from one: Int, to other: Int) -> WorkEvent {
        one == other ? event : calendars[other].lastEvent(notAfter: calendars[one].instant(of: event))
    }
}
