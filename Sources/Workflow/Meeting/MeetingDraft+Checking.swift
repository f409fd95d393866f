public import Diagnostics
public import Scheduling
import WorkTime

extension MeetingDraft {
    /// The meeting, and what is wrong with its notes; sound only when there are no errors.
    ///
    /// Owners are lanes and resources of the plan; without a plan, parties and people who were there.
    ///
    /// Findings: `meeting.no-title`, `meeting.no-date`, `meeting.no-words`, `meeting.no-owner`, `meeting.unknown-owner`,
    /// `meeting.no-due`, `meeting.due-before-meeting`, `meeting.next-before-meeting`, `meeting.bad-duration`,
    /// `meeting.unknown-activity`, `meeting.bad-id`, `meeting.id-taken`, `meeting.empty`.
    ///
    /// - Parameters:
    ///   - plan: the plan that the actions belong to.
    ///   - known: the ids of all its activities, those of rounds and vehicles included.
    public func checked(against plan: PlanDraft?, activities known: [ActivityID]) -> (
        meeting: Meeting?, findings: [Finding]
    ) {
        var check = MeetingCheck(self, plan, known)
        let meeting = check.meeting()
        return (meeting, check.findings)
    }
}

/// Checks the notes of one meeting, and goes on after each fault.
private struct MeetingCheck {
    private let draft: MeetingDraft
    private let plan: PlanDraft?
    private let known: [String]
    private var taken: Set<String>
    private(set) var findings: [Finding] = []

    init(_ draft: MeetingDraft, _ plan: PlanDraft?, _ known: [ActivityID]) {
        self.draft = draft
        self.plan = plan
        self.known = known.map(\.rawValue)
        taken = Set(self.known)
    }

    mutating func meeting() -> Meeting? {
        if draft.title == nil {
            report(
                "no-title", "the notes do not say what the meeting was",
                advice: "begin them with  meeting: Creative review")
        }
        if draft.date == nil {
            report("no-date", "the notes do not say when the meeting was", advice: "add  date: 2026-03-03 10:00")
        }
        checkNext()
        let actions = draft.actions.compactMap { action($0) }
        if draft.points.isEmpty, draft.decisions.isEmpty, draft.actions.isEmpty {
            warn(
                "empty", "the notes hold no points, no decisions and no actions", advice: "add them, or send no report")
        }
        guard let title = draft.title, let date = draft.date else { return nil }
        return Meeting(
            title: title.value, date: date.value, venue: draft.venue, present: parties, points: draft.points,
            decisions: draft.decisions, actions: actions, next: draft.next?.value)
    }

    private mutating func checkNext() {
        guard let next = draft.next, let date = draft.date?.value, next.value.asStart <= date.asStart else { return }
        report(
            "next-before-meeting", "the next meeting, \(next.value), is not after this one", advice: "correct the date",
            at: next.place)
    }

    // MARK: Who

    private var parties: [Meeting.Party] {
        draft.present.map { party, people in
            Meeting.Party(id: party.value, name: name(ofParty: party.value), people: people.map(\.value))
        }
    }

    /// That of the lane, where the plan has one; of the two usual parties in both languages.
    private func name(ofParty id: String) -> BilingualName {
        if let lane = plan?.lanes.first(where: { $0.value.id.rawValue == id }) { return lane.value.name }
        return switch id {
        case "client": "Client / 客户"
        case "agency": "Agency / 代理公司"
        default: BilingualName(parsing: id)
        }
    }

    private func owner(named id: String) -> Meeting.Owner? {
        guard let plan else {
            if draft.present.contains(where: { $0.party.value == id }) {
                return Meeting.Owner(id: id, name: name(ofParty: id), kind: .person)
            }
            let people = draft.present.flatMap(\.people).map(\.value)
            let person = people.first { $0.primary == id || $0.chinese == id || $0 == BilingualName(parsing: id) }
            return person.map { Meeting.Owner(id: $0.primary, name: $0, kind: .person) }
        }
        if let lane = plan.lanes.first(where: { $0.value.id.rawValue == id })?.value {
            return Meeting.Owner(id: id, name: lane.name, kind: .lane)
        }
        return plan.resources.first { $0.id.value == id }.map {
            Meeting.Owner(id: id, name: BilingualName(parsing: $0.name), kind: .resource)
        }
    }

    private var owners: [String] {
        guard let plan else {
            return draft.present.map(\.party.value) + draft.present.flatMap(\.people).map(\.value.primary)
        }
        return plan.lanes.map(\.value.id.rawValue) + plan.resources.map(\.id.value)
    }

    // MARK: Actions

    private mutating func action(_ action: ActionDraft) -> Meeting.Action? {
        let words = action.what?.value.primary
        let subject = words.map { "the action “\($0)”" } ?? "an action"
        if words == nil, !action.isHalfRead {
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
            if !action.isHalfRead {
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
            if !action.isHalfRead {
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

    // MARK: Reporting

    private mutating func report(_ fault: String, _ message: String, advice: String, at place: SourcePlace? = nil) {
        findings.append(
            Finding(
                FindingID(rawValue: "meeting.\(fault)"), .error, message, advice: advice, at: place ?? draft.place))
    }

    private mutating func warn(_ fault: String, _ message: String, advice: String) {
        findings.append(
            Finding(FindingID(rawValue: "meeting.\(fault)"), .warning, message, advice: advice, at: draft.place))
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
