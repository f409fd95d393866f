import Diagnostics
import Scheduling
import WorkTime

extension MeetingCheck {
    /// An action in which nothing is missing; `nil` for any other, whose faults are reported.
    mutating func action(_ action: ActionDraft) -> Meeting.Action? {
        let words = action.what?.value.primary
        let subject = words.map { "the action “\($0)”" } ?? "an action"
        if words == nil, !action.unread.contains(.what) {
            report(
                "no-words", "an action does not say what is to be done", advice: "add  what: Revised layouts",
                at: action.place)
        }
        let owner = checkedOwner(of: action, subject)
        let due = checkedDue(of: action, subject)
        let after = action.after.filter { isKnown($0, subject) }
        let duration = checkedDuration(of: action, subject)
        let id = checkedID(of: action)
        guard let what = action.what?.value, let owner, let due, let id else { return nil }
        return Meeting.Action(
            id: id, what: what, owner: owner, due: due, after: after.map(\.value), duration: duration,
            place: action.due?.place)
    }

    private mutating func checkedOwner(of action: ActionDraft, _ subject: String) -> Meeting.Owner? {
        guard let stated = action.owner else {
            if !action.unread.contains(.owner) {
                report("no-owner", "\(subject) has no owner", advice: "add  owner:  with who does it", at: action.place)
            }
            return nil
        }
        if let owner = owner(named: stated.value) { return owner }
        let whose = plan == nil ? "was not at the meeting" : "is no lane and no resource of the plan"
        report(
            "unknown-owner", "“\(stated.value)”, who is to do \(subject), \(whose)",
            advice: nearestName(to: stated.value, among: owners).map { "did you mean “\($0)”?" }
                ?? (owners.isEmpty
                    ? "say who was there under “present”" : "use one of \(owners.prefix(12).joined(separator: ", "))"),
            at: stated.place)
        return nil
    }

    private mutating func checkedDue(of action: ActionDraft, _ subject: String) -> StatedInstant? {
        guard let due = action.due else {
            if !action.unread.contains(.due) {
                report("no-due", "\(subject) has no due date", advice: "add  due: 2026-03-06", at: action.place)
            }
            return nil
        }
        guard let date = draft.date?.value else { return due.value }
        let isBefore =
            due.value.day < date.day
            || due.value.day == date.day && due.value.asStart < date.asStart && due.value.isMinute
        if isBefore {
            report(
                "due-before-meeting", "\(subject) is due on \(due.value), before the meeting of \(date)",
                advice: "correct one of the two dates", at: due.place)
        }
        return due.value
    }

    private mutating func isKnown(_ link: Located<LinkDraft>, _ subject: String) -> Bool {
        let id = link.value.predecessor.rawValue
        guard !known.contains(id) else { return true }
        report(
            "unknown-activity", "\(subject) waits for “\(id)”, which is not in the plan",
            advice: plan == nil
                ? "name the plan with --plan"
                : nearestName(to: id, among: known).map { "did you mean “\($0)”?" } ?? "name an activity of the plan",
            at: link.place)
        return false
    }

    private mutating func checkedDuration(of action: ActionDraft, _ subject: String) -> PlannedDuration {
        guard let stated = action.duration else { return .days(1) }
        guard stated.value.thousandths > 0, stated.value.unit != .percent else {
            report(
                "bad-duration", "\(subject) takes “\(stated.value)”", advice: "write how long it takes: 2d",
                at: stated.place)
            return .days(1)
        }
        return stated.value
    }

    // MARK: Ids

    /// The stated one, or one of the words; of two that would be the same the second is numbered.
    private mutating func checkedID(of action: ActionDraft) -> ActivityID? {
        guard let stated = action.id else {
            guard let words = action.what?.value.primary else { return nil }
            var id = words.asID
            var number = 2
            while taken.contains(id) {
                id = "\(words.asID)-\(number)"
                number += 1
            }
            taken.insert(id)
            return ActivityID(id)
        }
        guard stated.value.isWellFormed else {
            report(
                "bad-id", "“\(stated.value)” cannot be an id",
                advice: "use an id without white space, comma or semicolon",
                at: stated.place)
            return nil
        }
        guard taken.insert(stated.value.rawValue).inserted else {
            report(
                "id-taken", "“\(stated.value)” is in the plan or in the notes already",
                advice: "give the action another id, or none", at: stated.place)
            return nil
        }
        return stated.value
    }
}

extension String {
    /// Words as an id: `Revised layouts, final` becomes `revised-layouts-final`, of at most six words.
    fileprivate var asID: String {
        let words = lowercased().split { !$0.isLetter && !$0.isNumber }.prefix(6)
        let id = words.joined(separator: "-")
        return id.isEmpty ? "action" : id
    }
}

extension StatedInstant {
    fileprivate var isMinute: Bool {
        if case .minute = self { true } else { false }
    }
}
