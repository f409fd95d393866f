import WorkTime

/// The rules of the agency's trade.
extension HealthSubject {
    // MARK: The client

    /// Points in time at which the client is to decide what it has just been given. Where a plan states its approvals, the
    /// answers take the time and the approvals themselves are only the moment at which it is over.
    var hastyGates: [HealthViolation] {
        open.filter { index in
            let mark = project.activities[index].facts.mark
            guard mark == nil || mark == .answer else { return false }
            let ties = incoming(index)
            guard project.activities[index].duration == .zero, isGate(index), !ties.isEmpty else { return false }
            return !(ties + outgoing(index)).contains { $0.statedLag > 0 }
        }.map { HealthViolation(.hastyGate, project.activities[$0].id) }
    }

    /// Bookings with no written approval of the client anywhere before them.
    var unapprovedBookings: [HealthViolation] {
        var isApproved = [Bool](repeating: false, count: network.count)
        for place in 0..<network.count {
            let node = network.node(at: place)
            isApproved[node] = network.ties(into: node).contains { tie in
                isApproved[Int(tie.source)] || isWrittenApproval(network.owner(of: Int(tie.source)))
            }
        }
        return open.filter { says($0, Self.bookingWords) && !isGate($0) && !isApproved[$0] }
            .map { HealthViolation(.unapprovedBooking, project.activities[$0].id) }
    }

    private func isGate(_ index: Int) -> Bool { isClients(index) || says(index, Self.approvalWords) }

    private func isWrittenApproval(_ index: Int) -> Bool {
        if case .approval(let isWritten) = project.activities[index].facts.mark { return isWritten }
        return isGate(index) && says(index, Self.writtenWords)
    }

    private func isClients(_ index: Int) -> Bool {
        guard let id = project.activities[index].lane else { return false }
        let name = project.lanes.first { $0.id == id }?.name
        return [id.rawValue, name?.primary, name?.chinese].contains { $0?.holds(anyOf: ["client", "客户"]) ?? false }
            && ![id.rawValue, name?.primary, name?.chinese].contains { $0?.holds(anyOf: ["service", "客户服务"]) ?? false }
    }

    /// Whether its id, its name or its note holds any of these words.
    private func says(_ index: Int, _ words: [String]) -> Bool {
        let activity = project.activities[index]
        let texts = [
            activity.id.rawValue, activity.name.primary, activity.name.chinese, activity.note?.primary,
            activity.note?.chinese,
        ]
        return texts.contains { $0?.holds(anyOf: words) ?? false }
    }

    private static let approvalWords = ["approval", "approve", "sign-off", "signoff", "确认", "认可"]
    private static let bookingWords = ["booking", "booked", "订位", "预订", "预定"]
    private static let writtenWords = ["written", "in writing", "书面"]

    // MARK: Holidays

    /// Work that goes on over the holidays of the plan's calendar: on a calendar that works then, or around the clock.
    var workOnHolidays: [HealthViolation] {
        let holidays = project.calendar.rules.filter { $0.kind == .holiday }.map(\.day)
        return open.compactMap { index in
            let (activity, calendar) = (project.activities[index], project.calendar(of: index))
            guard activity.duration > .zero, calendar.id != project.calendar.id else { return nil }
            let dates = schedule.activities[index]
            let worked = holidays.filter { day in
                day >= dates.start.day && day <= dates.finish.day && calendar.isWorking(day)
                    && dates.finish > CivilMinute(day: day, minuteOfDay: 0)
            }
            guard let first = worked.first, let last = worked.last else { return nil }
            return HealthViolation(.workOnHoliday, activity.id, days: first...last)
        }
    }

    /// A promise that a date of the same activity already breaks.
    var deadlinesBeforeDates: [HealthViolation] {
        open.compactMap { index in
            let (activity, calendar) = (project.activities[index], project.calendar(of: index))
            guard let deadline = activity.deadline?.asFinish(on: calendar) else { return nil }
            let dates = activity.constraints.compactMap { $0.earliestFinish(lasting: activity.duration, on: calendar) }
            guard let latest = dates.max(), latest > deadline else { return nil }
            return HealthViolation(.deadlineBeforeDate, activity.id, days: deadline.day...max(deadline.day, latest.day))
        }
    }

    /// What is not finished.
    var open: [Int] { work.filter { !project.activities[$0].isComplete } }
}

extension DateConstraint {
    /// The earliest finish that it allows.
    fileprivate func earliestFinish(lasting duration: WorkMinutes, on calendar: WorkCalendar) -> CivilMinute? {
        switch self {
        case .startNoEarlierThan(let date), .mustStartOn(let date), .mandatoryStart(let date):
            duration == .zero
                ? date.asStart : calendar.finish(at: calendar.position(of: date.asStart) + duration)
        case .finishNoEarlierThan(let date), .mustFinishOn(let date), .mandatoryFinish(let date):
            date.asFinish(on: calendar)
        case .startNoLaterThan, .finishNoLaterThan, .expectedFinish, .asLateAsPossible: nil
        }
    }
}

extension String {
    /// Whether it holds any of some words in lower case.
    fileprivate func holds(anyOf words: [String]) -> Bool {
        let text = lowercased()
        return words.contains { text.contains($0) }
    }
}
