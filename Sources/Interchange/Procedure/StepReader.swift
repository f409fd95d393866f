import Diagnostics
import Formats
import Scheduling
import Workflow

/// Reads a step of a procedure for one size of job.
struct StepReader {
    private var group: YAMLGroup<StepKey>
    private let id: Located<ActivityID>
    private let size: JobSize
    /// Found in parts of the step that are groups of their own.
    private var partFindings: [Finding] = []

    init(_ entry: YAMLEntry, for size: JobSize) {
        let node = SizeChoice.settled(entry.value, for: size, findings: &partFindings)
        group = YAMLGroup(node, subject: "procedure", owner: "the step “\(entry.key.value)”")
        id = Located(ActivityID(entry.key.value), at: entry.key.place)
        self.size = size
    }

    var findings: [Finding] { partFindings + group.findings }

    mutating func step() -> Procedure.Step {
        var activity = ActivityDraft(
            id: id, name: group.text(.name).map { BilingualName(parsing: $0.value) },
            lane: group.text(.lane)?.map { LaneID($0) }, calendar: group.text(.calendar), duration: duration(),
            isMilestone: group.has(.milestone) && group.flag(.milestone) ?? false,
            predecessors: links(group.texts(.after)), note: group.text(.note).map { BilingualName(parsing: $0.value) })
        // An approval is a point in time; its rounds take what they take.
        if group.has(.gate) { activity.kind = .milestone }
        return Procedure.Step(
            activity, gate: gate(), brief: brief(), joins: joins(), isPerMarket: word(.per, ["market"]) != nil,
            meets: word(.meets, VehicleDeadline.Kind.allCases.filter { $0 != .cancellation }.map(\.rawValue))
                .flatMap { VehicleDeadline.Kind(rawValue: $0) },
            air: word(.air, Procedure.Air.allCases.map(\.rawValue)).flatMap { Procedure.Air(rawValue: $0) })
    }

    /// One that cannot be read counts as none at all, so that it is not reported as missing too.
    private mutating func duration() -> Located<PlannedDuration>? {
        guard group.has(.duration) || !group.isReadable else { return nil }
        return group.read(.duration) { text throws(TextFault) in try PlannedDuration(text) }
            ?? Located(PlannedDuration.none, at: group.node(.duration)?.place)
    }

    private mutating func links(_ texts: [Located<String>]) -> [Located<LinkDraft>] {
        texts.flatMap(PredecessorList.terms(of:)).compactMap { term in
            group.attempt(at: term.place) { () throws(TextFault) in try PredecessorList.link(term.value) }.map {
                Located($0, at: term.place)
            }
        }
    }

    /// `{research: first-findings}`: by procedure, what the step waits for there.
    private mutating func joins() -> [Procedure.Join] {
        guard group.node(.joins) != nil else { return [] }
        return (group.entries(.joins) ?? []).flatMap { entry -> [Procedure.Join] in
            let texts = (entry.value.elements ?? [entry.value]).compactMap { node -> Located<String>? in
                guard let text = node.text else {
                    group.reportWrongKind(.joins, node, expected: "a step of “\(entry.key.value)”")
                    return nil
                }
                return Located(text, at: node.place)
            }
            return links(texts).map { Procedure.Join(Located(entry.key.value, at: entry.key.place), $0) }
        }
    }

    private mutating func gate() -> ApprovalGate? {
        guard let node = group.node(.gate) else { return nil }
        let settled = SizeChoice.settled(node, for: size, findings: &partFindings)
        var reader = GateReader(settled, of: id.value.rawValue)
        let gate = reader.gate()
        partFindings += reader.findings
        return gate
    }

    private mutating func brief() -> Brief? {
        guard let node = group.node(.brief) else { return nil }
        var keys = YAMLGroup<BriefKey>(node, subject: "procedure", owner: "the brief “\(id.value)”")
        let brief = Brief(parts: keys.texts(.parts), present: keys.texts(.has))
        partFindings += keys.findings
        return brief
    }

    private mutating func word(_ key: StepKey, _ words: [String]) -> String? {
        group.read(key) { text throws(TextFault) in try Word(text, among: words, key.rawValue).value }?.value
    }
}
