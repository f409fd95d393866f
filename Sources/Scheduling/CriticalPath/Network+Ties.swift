import WorkTime

/// How far a link lets its two ends go: the two maps are adjoint, so that what the forward pass demands is just what
/// the backward pass allows.
extension Network {
    /// The earliest event of the target's tied end, given an event of the source's tied end.
    ///
    /// A working lag is counted on the predecessor's calendar, an elapsed one by the clock.
    package func earliestTargetEvent(over tie: Tie, from event: WorkEvent) -> WorkEvent {
        let sourceCalendar = calendarOf[tie.source]
        let targetCalendar = calendarOf[tie.target]
        switch tie.lag {
        case .work(let lag):
            let lagged = event.advanced(by: lag.count)
            if sourceCalendar == targetCalendar { return lagged }
            return calendars[targetCalendar].firstEvent(notBefore: calendars[sourceCalendar].instant(of: lagged))
        case .elapsed(let lag):
            let instant = calendars[sourceCalendar].instant(of: event) + lag
            return calendars[targetCalendar].firstEvent(notBefore: instant)
        }
    }

    /// The latest event of the source's tied end that leaves the target's tied end where it is.
    package func latestSourceEvent(over tie: Tie, from event: WorkEvent) -> WorkEvent {
        let sourceCalendar = calendarOf[tie.source]
        let targetCalendar = calendarOf[tie.target]
        switch tie.lag {
        case .work(let lag):
            if sourceCalendar == targetCalendar {
                let source = event.retreated(by: lag.count)
                // Within a shift both roles are one instant, and work may start on it.
                guard source.role == .finish, !tie.relationship.leavesFinish else { return source }
                return calendars[sourceCalendar].lastEvent(notAfter: calendars[sourceCalendar].instant(of: source))
            }
            let instant = calendars[targetCalendar].instant(of: event)
            return calendars[sourceCalendar].lastEvent(notAfter: instant).retreated(by: lag.count)
        case .elapsed(let lag):
            let instant = calendars[targetCalendar].instant(of: event) - lag
            return calendars[sourceCalendar].lastEvent(notAfter: instant)
        }
    }
}
