package import WorkTime

/// Which of the two civil instants of a working position is meant.
///
/// When the week's work is done it is Friday 18:00 to whoever finishes and Monday 09:00 to whoever starts; on the
/// calendar both are the same position.
package enum InstantRole: UInt8, Sendable, Comparable {
    /// The earliest civil instant of the position: Friday 18:00.
    case finish
    /// The latest civil instant of the position: Monday 09:00.
    case start

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The start or the finish of an activity: a working position of its calendar and the role in which it is read.
///
/// Events of one calendar are ordered as their civil instants are.
package struct WorkEvent: Hashable, Sendable, Comparable {
    /// Working minutes of the calendar before this event.
    package var position: Int
    package var role: InstantRole

    package static func < (left: Self, right: Self) -> Bool {
        (left.position, left.role) < (right.position, right.role)
    }

    /// The event moved by working time; it lands as a finish, the end of the last minute that was counted.
    package func advanced(by minutes: Int) -> WorkEvent {
        minutes == 0 ? self : WorkEvent(position: position + minutes, role: .finish)
    }

    /// The latest event that, advanced by working time, does not pass this one.
    package func retreated(by minutes: Int) -> WorkEvent {
        minutes == 0 ? self : WorkEvent(position: position - minutes, role: .start)
    }
}

extension WorkCalendar {
    /// The civil instant of an event of this calendar.
    package func instant(of event: WorkEvent) -> CivilMinute {
        switch event.role {
        case .finish: finish(at: WorkMinutes(event.position))
        case .start: start(at: WorkMinutes(event.position))
        }
    }

    /// The earliest event that is not before a civil instant.
    package func firstEvent(notBefore instant: CivilMinute) -> WorkEvent {
        let position = position(of: instant)
        return WorkEvent(position: position.count, role: finish(at: position) < instant ? .start : .finish)
    }

    /// The latest event that is not after a civil instant.
    package func lastEvent(notAfter instant: CivilMinute) -> WorkEvent {
        let position = position(of: instant)
        return WorkEvent(position: position.count, role: start(at: position) > instant ? .finish : .start)
    }
}
