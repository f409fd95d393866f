import Diagnostics
import Formats
import Scheduling

/// Reads the keys of one activity of a plan file.
struct ActivityReader {
    private var group: YAMLGroup<ActivityKey>
    private let id: Located<String>?
    private var commitmentFindings: [Finding] = []

    /// - Parameter id: `nil` when the activity states it itself, as in a list.
    init(_ node: YAMLNode, keys: [ActivityKey], id: Located<String>?) {
        group = YAMLGroup(
            node, keys: keys, subject: "plan", owner: id.map { "the activity “\($0.value)”" } ?? "an activity")
        self.id = id == nil ? group.text(.id) : id
        if self.id == nil, group.isReadable, !group.has(.id) {
            group.report(
                Finding(
                    "plan.no-id", .error, "an activity has no id",
                    advice: "give it one by which others can name it: id: brief", at: node.place))
        }
    }

    var findings: [Finding] { group.findings + commitmentFindings }

    /// What is said of the approval that the activity is; `nil` for one that is none.
    var gate: (id: ActivityID, node: YAMLNode)? { part(.gate) }

    /// What is said of the brief that the activity writes.
    var brief: (id: ActivityID, node: YAMLNode)? { part(.brief) }

    private func part(_ key: ActivityKey) -> (id: ActivityID, node: YAMLNode)? {
        guard let id, let node = group.node(key) else { return nil }
        return (ActivityID(id.value), node)
    }

    /// `nil` for an activity without an id: nothing can refer to it, and its keys were read for their faults.
    mutating func activity() -> ActivityDraft? {
        var activity = ActivityDraft(
            id: (id ?? Located("")).map { ActivityID($0) },
            name: group.text(.name).map { BilingualName(parsing: $0.value) },
            lane: group.text(.lane)?.map { LaneID($0) }, calendar: group.text(.calendar), duration: duration(),
            isMilestone: isMilestone(), predecessors: predecessors(), constraints: constraints(),
            deadline: group.read(.deadline, StatedInstant.reading),
            note: group.text(.note).map { BilingualName(parsing: $0.value) })
        if let kind = kind() { activity.kind = kind }
        // An approval is a point in time; its rounds take what they take.
        if group.has(.gate), !group.has(.kind) { activity.kind = .milestone }
        if group.hasAny(of: ActivityKey.ofFew) { readWhatFewState(into: &activity.details) }
        return id == nil ? nil : activity
    }

    /// An answer that cannot be read counts as yes when there is no duration, so that none is asked for.
    private mutating func isMilestone() -> Bool {
        group.has(.milestone) && (group.flag(.milestone) ?? !group.has(.duration))
    }

    /// A duration that cannot be read counts as none at all, so that it is not reported as missing too.
    private mutating func duration() -> Located<PlannedDuration>? {
        guard group.has(.duration) || !group.isReadable else { return nil }
        return group.read(.duration) { text throws(TextFault) in try PlannedDuration(text) }
            ?? Located(PlannedDuration.none, at: group.node(.duration)?.place)
    }

    private mutating func predecessors() -> [Located<LinkDraft>] {
        group.texts(.after).flatMap(PredecessorList.terms(of:)).compactMap { term in
            group.attempt(at: term.place) { () throws(TextFault) in try PredecessorList.link(term.value) }.map {
                Located($0, at: term.place)
            }
        }
    }

    private mutating func constraints() -> [Located<DateConstraint>] {
        ActivityKey.allCases.compactMap { key in
            guard key.statesConstraint, let date = group.read(key, StatedInstant.reading) else { return nil }
            return DateConstraint(key, date.value).map { Located($0, at: date.place) }
        } + postponement()
    }

    private mutating func postponement() -> [Located<DateConstraint>] {
        guard group.has(.asLateAsPossible), group.flag(.asLateAsPossible) == true else { return [] }
        return [Located(.asLateAsPossible, at: group.node(.asLateAsPossible)?.place)]
    }

    private mutating func kind() -> ActivityKind? {
        guard group.has(.kind) else { return nil }
        return group.read(.kind) { text throws(TextFault) in try ActivityKind.reading(text) }?.value
    }

    // MARK: Structure and progress

    private mutating func readWhatFewState(into details: inout ActivityDetails) {
        details.safe = group.read(.safe) { text throws(TextFault) in try PlannedDuration(text) }
        details.parent = group.text(.partOf)?.map { ActivityID($0) }
        details.wbs = group.text(.wbs)?.value
        details.isInactive = group.has(.inactive) && group.flag(.inactive) ?? false
        details.progress = group.progress()
        details.commitment = commitment()
        details.assignments = group.texts(.who).flatMap(AssignmentList.terms(of:)).compactMap { term in
            group.attempt(at: term.place) { () throws(TextFault) in try AssignmentList.assignment(term) }
        }
    }

    private mutating func commitment() -> Located<StatedCommitment>? {
        guard group.has(.committed) else { return nil }
        guard let node = group.node(.committed) else {
            _ = group.text(.committed)
            return nil
        }
        var reader = CommitmentReader(of: id?.value ?? "")
        defer { commitmentFindings += reader.findings }
        return reader.commitment(node)
    }
}

extension YAMLGroup<ActivityKey> {
    /// What has happened to an activity.
    mutating func progress() -> ProgressDraft {
        ProgressDraft(
            actualStart: read(.started, StatedInstant.reading), actualFinish: read(.finished, StatedInstant.reading),
            remaining: read(.remaining) { text throws(TextFault) in try PlannedDuration(text) },
            complete: read(.complete, Percentage.reading), suspended: read(.suspended, StatedInstant.reading),
            resumes: read(.resumes, StatedInstant.reading))
    }
}
