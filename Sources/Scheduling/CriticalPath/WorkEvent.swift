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
/// Events of one calendar are ordered as their civil instants are. Both parts stand in one number, so that comparing
/// events is comparing integers: the passes do little else.
package struct WorkEvent: Hashable, Sendable, Comparable {
    /// Twice the position, and one more in the start role.
    let code: Int

    @inline(__always)
    init(code: Int) { self.code = code }

    @inline(__always)
    package init(position: Int, role: InstantRole) { code = position << 1 | Int(role.rawValue) }

    /// Working minutes of the calendar before this event.
    @inline(__always)
    package var position: Int { code >> 1 }
    package var role: InstantRole { code & 1 == 0 ? .finish : .start }

    @inline(__always)
    package static func < (left: Self, right: Self) -> Bool { left.code < right.code }

    /// Before and after every event of a calendar, with room for any sum of lags on either side.
    static let distantPast = WorkEvent(code: -1 << 60)
    static let distantFuture = WorkEvent(code: 1 << 60)

    /// The same position in another role.
    @inline(__always)
    func read(as role: InstantRole) -> WorkEvent { WorkEvent(position: position, role: role) }

    /// The event moved by working time; it lands as a finish, the end of the last minute that was counted.
    @inline(__always)
    package func advanced(by minutes: Int) -> WorkEvent {
        minutes == 0 ? self : WorkEvent(code: (code & ~1) &+ minutes << 1)
    }

    /// The latest event that, advanced by working time, does not pass this one.
    @inline(__always)
    package func retreated(by minutes: Int) -> WorkEvent {
        minutes == 0 ? self : WorkEvent(code: ((code & ~1) &- minutes << 1) | 1)
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
