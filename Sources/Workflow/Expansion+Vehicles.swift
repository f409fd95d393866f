import Diagnostics
import Scheduling
import WorkTime

extension Expansion {
    /// A vehicle with its dates; `nil` where too little is known of it.
    mutating func vehicle(_ draft: VehicleDraft) -> Vehicle? {
        let id = draft.id.value
        guard id.isWellFormed else {
            report(
                "plan.bad-id", "“\(id)” cannot be an id",
                advice: "use an id without white space, comma or semicolon, and put the words into “name”",
                at: draft.id.place)
            return nil
        }
        guard let stated = draft.onAir else {
            report(
                "plan.vehicle-without-date", "the vehicle “\(id)” does not say when it is on air",
                advice: "add  on-air: 2026-04-27", at: draft.id.place)
            return nil
        }
        guard let calendar = calendar(of: draft) else { return nil }
        let air = stated.value.asStart
        if let began = self.draft.plan.start?.value.asStart, air <= began {
            report(
                "plan.vehicle-in-the-past", "“\(id)” is on air on \(stated.value), when the plan has not begun",
                advice: "correct the date, or leave the vehicle out", at: stated.place)
            return nil
        }
        let deadlines = draft.deadlines.compactMap { deadline(of: id, $0, on: calendar, air) }
        reportContradictions(deadlines, of: draft)
        return Vehicle(
            id: id, name: draft.name ?? BilingualName(id.rawValue), market: draft.market?.value, onAir: air,
            deadlines: deadlines.enumerated().sorted { ($0.element.due, $0.offset) < ($1.element.due, $1.offset) }
                .map(\.element))
    }

    /// Its own, or that of its market, or the plan's; one that is unknown is reported.
    private mutating func calendar(of draft: VehicleDraft) -> WorkCalendar? {
        if let market = draft.market, self.draft.markets[market.value] == nil {
            report(
                "plan.unknown-market",
                "the vehicle “\(draft.id.value)” is in “\(market.value)”, which is no market of the plan",
                advice: nearestName(to: market.value, among: self.draft.markets.keys.sorted()).map {
                    "did you mean “\($0)”?"
                } ?? "add it under “markets”, with its calendar", at: market.place)
            return nil
        }
        guard let named = calendarName(of: draft) ?? self.draft.plan.calendar else { return .fiveDayWeek }
        guard let calendar = calendars[named.value], calendar.daysPerWeek > 0 else {
            // The plan's own calendar is checked with the plan.
            guard draft.calendar != nil || draft.market != nil else { return nil }
            report(
                "plan.unknown-calendar", "there is no calendar “\(named.value)” with working days",
                advice: nearestName(to: named.value, among: calendars.ids).map { "did you mean “\($0)”?" }
                    ?? "use one of \(calendars.ids.joined(separator: ", "))", at: named.place)
            return nil
        }
        return calendar
    }

    /// Nobody books a vehicle more than ten years before it is on air.
    private static let weeksOfLongestLead = 522

    /// Its own calendar, or that of its market.
    private func calendarName(of draft: VehicleDraft) -> Located<String>? {
        draft.calendar ?? draft.market.flatMap { self.draft.markets[$0.value] }
    }

    private mutating func deadline(
        of vehicle: ActivityID, _ draft: VehicleDeadline, on calendar: WorkCalendar, _ air: CivilMinute
    ) -> Vehicle.Deadline? {
        let before = draft.before.value
        guard before.thousandths >= 0, before.unit != .percent,
            before.minutes(on: .fiveDayWeek) <= Self.weeksOfLongestLead * (before.isElapsed ? 7 * 1_440 : 5 * 480)
        else {
            report(
                "plan.bad-duration", "“\(vehicle)” wants its \(draft.kind.rawValue) “\(before)” before it is on air",
                advice: "say how long before, up to ten years: 3d for working days, 3ed for days of the calendar",
                at: draft.before.place
            )
            return nil
        }
        var known: ActivityID?
        if let named = draft.activity {
            // What a change has opened again is met by its last turn.
            known = indexOf[named.value] == nil ? nil : lastTurn[named.value] ?? named.value
            let kind = activity(named.value)?.kind
            if kind == .summary || kind == .levelOfEffort {
                report(
                    "plan.step-is-no-work", "“\(named.value)”, which is to meet a deadline of “\(vehicle)”, is no work",
                    advice: "name the activity that does it", at: named.place)
                return nil
            }
            if known == nil {
                report(
                    "plan.unknown-step",
                    "“\(named.value)”, which is to meet a deadline of “\(vehicle)”, is not in the plan",
                    advice: nearestName(to: named.value.rawValue, among: activities.map(\.id.value.rawValue)).map {
                        "did you mean “\($0)”?"
                    } ?? "name the activity that does it", at: named.place)
                return nil
            }
        }
        return Vehicle.Deadline(
            kind: draft.kind, due: calendar.due(before, beforeAir: air),
            milestone: known.map { _ in Vehicle.milestone(of: vehicle, draft.kind.rawValue) }, activity: known)
    }

    /// Dates that cannot all be meant.
    private mutating func reportContradictions(_ deadlines: [Vehicle.Deadline], of draft: VehicleDraft) {
        func due(_ kind: VehicleDeadline.Kind) -> CivilMinute? { deadlines.first { $0.kind == kind }?.due }
        func place(_ kind: VehicleDeadline.Kind) -> SourcePlace? {
            draft.deadlines.first { $0.kind == kind }?.before.place
        }
        let id = draft.id.value
        if let booking = due(.booking), let material = due(.material), material < booking {
            warn(
                "plan.vehicle-contradiction", "“\(id)” wants material on \(material) and is booked only by \(booking)",
                advice: "check both deadlines with the vehicle", at: place(.material))
        }
        if let booking = due(.booking), let cancellation = due(.cancellation), cancellation < booking {
            warn(
                "plan.vehicle-contradiction",
                "“\(id)” can be given back until \(cancellation), before it has to be booked on \(booking)",
                advice: "what is booked after that day cannot be given back; book earlier, or check the dates",
                at: place(.cancellation))
        }
    }

    // MARK: Milestones

    /// One for each deadline that work leads to, and the moment on air behind all of them. That moment is no promise of its
    /// own: whatever makes it late has missed a deadline before.
    func milestones(of vehicle: Vehicle, _ draft: VehicleDraft) -> [ActivityDraft] {
        let place = draft.id.place
        var made = vehicle.deadlines.compactMap { deadline -> ActivityDraft? in
            guard let id = deadline.milestone, let activity = deadline.activity else { return nil }
            var details = vehicleDetails(draft, named: vehicle.name.titled(deadline.kind), like: activity)
            let stated = draft.deadlines.first { $0.kind == deadline.kind }?.before.place
            details.deadline = Located(.minute(deadline.due), at: stated ?? place)
            return ActivityDraft(
                id: Located(id, at: place), kind: .milestone,
                predecessors: [Located(LinkDraft(to: activity), at: place)],
                details: details)
        }
        var details = vehicleDetails(draft, named: vehicle.name.onAir, like: nil)
        // Whoever books it watches over it.
        let booking = draft.deadlines.first { $0.kind == .booking }?.activity.flatMap { activity($0.value)?.lane }
        details.lane = booking ?? made.last.flatMap { $0.lane }
        details.constraints = draft.onAir.map { [$0.map { .startNoEarlierThan($0) }] } ?? []
        made.append(
            ActivityDraft(
                id: Located(Vehicle.milestone(of: vehicle.id, "on-air"), at: place),
                // Programmes begin at any hour of any day.
                duration: Located(.elapsedDays(0)), kind: .startMilestone,
                predecessors: made.map { Located(LinkDraft(to: $0.id.value), at: place) }, details: details))
        return made
    }

    private func vehicleDetails(_ draft: VehicleDraft, named name: BilingualName, like activity: ActivityID?)
        -> ActivityDetails
    {
        var details = ActivityDetails()
        details.name = name
        details.calendar = calendarName(of: draft)
        details.lane = activity.flatMap { self.activity($0)?.lane }
        return details
    }
}

extension Vehicle {
    static func milestone(of vehicle: ActivityID, _ what: String) -> ActivityID { ActivityID("\(vehicle)/\(what)") }
}
