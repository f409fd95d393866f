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
struct MeetingCheck {
    let draft: MeetingDraft
    let plan: PlanDraft?
    let known: [String]
    var taken: Set<String>
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
                "nothing-noted", "the notes hold no points, no decisions and no actions",
                advice: "add them, or send no report")
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

    func owner(named id: String) -> Meeting.Owner? {
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

    var owners: [String] {
        guard let plan else {
            return draft.present.map(\.party.value) + draft.present.flatMap(\.people).map(\.value.primary)
        }
        return plan.lanes.map(\.value.id.rawValue) + plan.resources.map(\.id.value)
    }

    // MARK: Reporting

    mutating func report(_ fault: String, _ message: String, advice: String, at place: SourcePlace? = nil) {
        findings.append(
            Finding(
                FindingID(rawValue: "meeting.\(fault)"), .error, message, advice: advice, at: place ?? draft.place))
    }

    mutating func warn(_ fault: String, _ message: String, advice: String) {
        findings.append(
            Finding(FindingID(rawValue: "meeting.\(fault)"), .warning, message, advice: advice, at: draft.place))
    }
}
