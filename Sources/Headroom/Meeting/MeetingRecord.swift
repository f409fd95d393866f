import Diagnostics
import Formats
import Interchange
import Reports
import Scheduling
import Workflow

/// A meeting that was taken down: its report, and the plan with its actions in it.
public struct MeetingRecord: Sendable {
    /// The report; negative when the plan cannot keep a due date.
    public let answer: Answer
    /// The plan with the actions; `nil` without a plan, and where they cannot be added and need not be.
    public let plan: PlanTemplate?
    /// How many actions there are.
    public let actionCount: Int

    /// - Parameters:
    ///   - planFile: the plan that the actions belong to.
    ///   - isPlanWanted: whether the plan with the actions is to be written, for which it must be in our own format.
    /// - Throws: a ``Rejection`` with every fault of the notes; with those of the plan, when it cannot be used, or when its
    ///   activities do not stand one below the other (`meeting.nowhere-to-add`).
    public init(reading notes: InputFile, plan planFile: InputFile? = nil, isPlanWanted: Bool = true) throws {
        let plan = try planFile.map { try AgencyPlan(reading: $0) }
        var findings = FindingList()
        let source = try notes.text(findings: &findings)
        let (draft, faults) = MeetingFile.read(source)
        findings.report(contentsOf: faults.inReadingOrder)
        let (meeting, found) = draft?.checked(against: plan?.draftWithLanes, activities: plan?.ids ?? []) ?? (nil, [])
        findings.report(contentsOf: found.map(source.showing))
        try findings.throwIfErrors()
        guard let meeting else { throw Failure(.ours, notes.path, cause: "notes without a finding make no meeting") }

        let added = try Self.adding(meeting, to: planFile, plan, isWanted: isPlanWanted)
        let late = added.map { Self.late(meeting, in: $0.plan.schedule).map(source.showing) } ?? []
        self.plan = added?.file
        actionCount = meeting.actions.count
        answer = Answer(
            name: "\(notes.stem).meeting", findings: findings.inReadingOrder + late, isNegative: !late.isEmpty,
            body: meeting.json, paper: MeetingPaper(meeting, plan: plan?.forMeetings))
    }

    /// The plan with the actions, read again as any other.
    private static func adding(
        _ meeting: Meeting, to file: InputFile?, _ plan: AgencyPlan?, isWanted: Bool
    ) throws -> (file: PlanTemplate, plan: AgencyPlan)? {
        guard let file, let plan else { return nil }
        var findings = FindingList()
        let source = try file.text(findings: &findings)
        let twice = isWanted ? meeting.actions.filter(plan.has).map(addedAlready) : []
        try FindingList(twice).throwIfErrors()
        let activities = meeting.actions.map { $0.activity(agreedAt: meeting) }
        let chinese = meeting.title.chinese.map { " \($0)" } ?? ""
        let heading = "\(meeting.title.primary), \(meeting.date.day)\(chinese)"
        guard let text = NativePlan.adding(activities, under: heading, to: source) else {
            guard isWanted else { return nil }
            throw Rejection(findings: [
                Finding(
                    "meeting.nowhere-to-add", .error,
                    "“\(file.path)” has no activities that stand one below the other, behind which actions could be added",
                    advice: "use a YAML plan with each activity on a line of its own",
                    at: source.place(line: 1, column: 1))
            ])
        }
        let template = PlanTemplate(name: plan.schedule.project.name.primary, text: text)
        return (template, try AgencyPlan(reading: InputFile(path: file.path, bytes: Array(text.utf8))))
    }

    private static func addedAlready(_ action: Meeting.Action) -> Finding {
        Finding(
            "meeting.added-already", .error, "“\(action.what.primary)”, due by \(action.due), is in the plan already",
            advice: "leave it out of the notes, or make the report without writing the plan", at: action.place)
    }

    /// Due dates that the plan does not keep.
    private static func late(_ meeting: Meeting, in schedule: Schedule) -> [Finding] {
        meeting.actions.compactMap { action in
            guard let forecast = schedule.deadlines.first(where: { $0.activity == action.id }), forecast.isMissed else {
                return nil
            }
            return Finding(
                "meeting.due-not-kept", .warning,
                "“\(action.what.primary)” is due by \(forecast.promised), and the plan has it done on \(forecast.forecast)",
                advice: "agree on another date, or let it wait for less", at: action.place)
        }
    }
}

extension AgencyPlan {
    /// The plan as its file states it, with the lanes that only its activities name.
    fileprivate var draftWithLanes: PlanDraft {
        var draft = workflow.plan
        draft.lanes = schedule.project.lanes.map { Located($0) }
        return draft
    }

    /// Whether it has an activity of the same words that is due on the same day.
    fileprivate func has(_ action: Meeting.Action) -> Bool {
        workflow.plan.activities.contains { activity in
            activity.name == action.what && activity.deadline?.value.day == action.due.day
        }
    }

    fileprivate var ids: [ActivityID] { schedule.project.activities.map(\.id) }

    fileprivate var forMeetings: MeetingPaper.Plan {
        let names = schedule.project.activities.map { ($0.id, $0.name) }
        return MeetingPaper.Plan(
            name: schedule.project.name, names: Dictionary(names) { first, _ in first })
    }
}

extension Meeting {
    /// The members that `plan meeting NOTES --json` states.
    fileprivate var json: JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("title", .string(title.primary)), ("date", .string(date.description)),
            ("place", JSONValue(venue?.primary)),
        ]
        if venue == nil { members.append(("placeReason", "not-in-the-notes")) }
        members.append(("next", JSONValue(next?.description)))
        if next == nil { members.append(("nextReason", "not-in-the-notes")) }
        return [
            "meeting": .object(members),
            "present": .array(
                present.map { party in
                    ["party": .string(party.id), "people": .array(party.people.map { .string($0.primary) })]
                }),
            "points": .array(
                points.map { point in
                    var members: [(key: String, value: JSONValue)] = [("topic", JSONValue(point.topic?.primary))]
                    if point.topic == nil { members.append(("topicReason", "not-in-the-notes")) }
                    return .object(members + [("said", .array(point.said.map { .string($0.primary) }))])
                }),
            "decisions": .array(decisions.map { .string($0.primary) }),
            "actions": .array(
                actions.map { action in
                    [
                        "id": .string(action.id.rawValue), "what": .string(action.what.primary),
                        "owner": .string(action.owner.id), "ownerKind": .string(action.owner.kind.rawValue),
                        "due": .string(action.due.description),
                        "after": .array(action.after.map { .string($0.description) }),
                    ]
                }),
        ]
    }
}
