public import Diagnostics
import Formats
import Scheduling
import WorkTime
import Workflow

/// The plan as people write it:
/// ```yaml
/// plan: Spring launch
/// start: 2026-01-05
/// finish-by: 2026-04-30
/// calendar: china
/// lanes: {client: Client / 客户, creative: Creative / 创意}
/// activities:
///   brief:   {name: Creative brief, lane: client, duration: 2d}
///   concept: {lane: creative, duration: 1.5w, after: brief FS+1d}
///   on-air:  {milestone: true, after: concept, deadline: 2026-03-20}
/// ```
/// A lane outside the agency is `{name: Client, external: yes}`. Approvals, changes, vehicles, briefs, buffers and progress are
/// described in `docs/plan.md`.
///
/// Every fault of writing is a finding with its place, and reading goes on: what cannot be read is left out of the draft.
///
/// Findings: those of ``YAMLDocument`` and ``YAMLGroup``, `plan.bad-date`, `plan.bad-duration`, `plan.bad-link`,
/// `plan.no-name`, `plan.no-id`, `plan.bad-answer`, `plan.bad-rework`, `plan.bad-number`, `plan.bad-percentage`,
/// `plan.bad-vehicle-deadline`, `plan.bad-buffer`, `plan.bad-buffer-limits`, `plan.commitment-to-nobody`, and those of
/// calendars.
public enum NativePlan {
    public static func read(_ source: SourceText) -> PlanReading {
        let document = YAMLDocument(reading: source)
        var findings = document.findings
        guard let root = document.root else {
            if !findings.hasErrors { findings.report(PlanFormat.empty(source)) }
            return PlanReading(draft: PlanDraft(), findings: findings)
        }
        var reader = NativePlanReader(root)
        let draft = reader.draft()
        findings.report(contentsOf: reader.findings.map(source.showing))
        return PlanReading(workflow: draft, findings: findings)
    }
}

/// Reads the keys of a plan.
private struct NativePlanReader {
    private var group: YAMLGroup<PlanKey>
    /// Found in parts of the plan that are groups of their own.
    private var partFindings: [Finding] = []
    private var gates: [ActivityID: ApprovalGate] = [:]
    private var briefs: [ActivityID: Brief] = [:]

    init(_ root: YAMLNode) { group = YAMLGroup(root, subject: "plan", owner: "the plan") }

    var findings: [Finding] { group.findings + partFindings }

    mutating func draft() -> WorkflowDraft {
        // A file that is no group of keys at all was reported as such; nothing more is known of it.
        guard group.isReadable else { return WorkflowDraft(plan: PlanDraft()) }
        let plan = plan()
        return WorkflowDraft(
            plan: plan, gates: gates, changes: changes(), markets: markets(), vehicles: vehicles(), briefs: briefs,
            progress: progress())
    }

    private mutating func plan() -> PlanDraft {
        PlanDraft(
            name: name(), start: start(), finishBy: date(.finishBy), dataDate: date(.dataDate),
            conventions: conventions(), isScheduledFromFinish: isScheduledFromFinish(),
            calendar: group.text(.calendar), calendars: calendars(), lanes: group.lanes(.lanes), resources: resources(),
            activities: activities(), buffers: buffers())
    }

    /// `yes` for the usual ones, their size alone, or a group of keys.
    private mutating func buffers() -> BufferDraft? {
        guard let node = group.node(.buffers), node.text == nil else {
            guard let word = group.text(.buffers), !["no", "false"].contains(word.value.lowercased()) else {
                return nil
            }
            var buffers = BufferDraft(at: word.place)
            guard !["yes", "true"].contains(word.value.lowercased()) else { return buffers }
            buffers.size = group.read(.buffers) { text throws(TextFault) in try BufferDraft.Size(text) }
            return buffers
        }
        var reader = BufferReader(node)
        defer { partFindings += reader.findings }
        return reader.buffers()
    }

    private mutating func isScheduledFromFinish() -> Bool {
        let word = group.read(.scheduleFrom) { text throws(TextFault) in
            try Word(text, among: ["start", "finish"], "schedule-from").value
        }
        return word?.value == "finish"
    }

    /// Those of a tool by its name, with what the plan sets otherwise.
    private mutating func conventions() -> Conventions {
        var conventions = Conventions.native
        if let name = choice(.conventions, Conventions.Name.self) { conventions = Conventions(name) }
        if let calendar = choice(.lagCalendar, LagCalendar.self) { conventions.lagCalendar = calendar }
        if let logic = choice(.progressLogic, ProgressLogic.self) { conventions.progressLogic = logic }
        if let measure = choice(.totalFloat, FloatMeasure.self) { conventions.totalFloat = measure }
        if let criticality = group.read(.critical, Criticality.reading) { conventions.criticality = criticality.value }
        return conventions
    }

    private mutating func choice<Choice: CaseIterable & RawRepresentable<String>>(
        _ key: PlanKey, _ kind: Choice.Type
    ) -> Choice? {
        group.read(key) { text throws(TextFault) in
            try Word(text, among: kind.allCases.map(\.rawValue), key.rawValue).value
        }.flatMap { Choice(rawValue: $0.value) }
    }

    /// `{anna: Anna Li}`, `{anna: {name: Anna Li, calendar: china}}`, or a list of ids that serve as names.
    private mutating func resources() -> [ResourceDraft] {
        if group.node(.resources)?.elements != nil {
            return group.texts(.resources).map { ResourceDraft(id: $0, name: $0.value) }
        }
        return (group.entries(.resources) ?? []).map { entry in
            let id = Located(entry.key.value, at: entry.key.place)
            guard entry.value.entries != nil else {
                if entry.value.text == nil { group.reportWrongKind(.resources, entry.value, expected: "a name") }
                return ResourceDraft(id: id, name: entry.value.text ?? id.value)
            }
            var keys = YAMLGroup<ResourceKey>(entry.value, subject: "plan", owner: "the resource “\(id.value)”")
            let kind = keys.read(.kind) { text throws(TextFault) in
                try Word(text, among: ["work", "material"], "kind").value
            }
            let resource = ResourceDraft(
                id: id, name: keys.text(.name)?.value ?? id.value, calendar: keys.text(.calendar),
                isWork: kind?.value != "material")
            partFindings += keys.findings
            return resource
        }
    }

    private mutating func name() -> Located<BilingualName>? {
        if let name = group.text(.plan) { return name.map(BilingualName.init(parsing:)) }
        if !group.has(.plan) {
            partFindings.append(
                Finding(
                    "plan.no-name", .warning, "the plan has no name",
                    advice: "begin the file with a line such as  plan: Spring launch", at: group.place))
        }
        return nil
    }

    /// A start that cannot be read counts as one, so that it is not reported as missing too.
    private mutating func start() -> Located<StatedInstant>? {
        guard group.has(.start) else { return nil }
        return date(.start) ?? Located(.usualStart, at: group.node(.start)?.place)
    }

    private mutating func date(_ key: PlanKey) -> Located<StatedInstant>? { group.read(key, StatedInstant.reading) }

    private mutating func calendars() -> [Located<CalendarDefinition>] {
        (group.entries(.calendars) ?? []).map { entry in
            let owner = "the calendar “\(entry.key.value)”"
            var reader = CalendarReader(entry.value, keys: CalendarKey.insidePlan, owner: owner)
            let definition = reader.definition(id: entry.key.value)
            partFindings += reader.findings
            return Located(definition, at: entry.key.place)
        }
    }

    /// A group, `brief: {duration: 2d}`, or a list, `- {id: brief, duration: 2d}`.
    private mutating func activities() -> [ActivityDraft] {
        guard let elements = group.node(.activities)?.elements else {
            return (group.entries(.activities) ?? []).compactMap { entry in
                activity(entry.value, keys: ActivityKey.insideGroup, id: entry.key)
            }
        }
        return elements.compactMap { activity($0, keys: ActivityKey.allCases, id: nil) }
    }

    private mutating func activity(_ node: YAMLNode, keys: [ActivityKey], id: Located<String>?) -> ActivityDraft? {
        var reader = ActivityReader(node, keys: keys, id: id)
        let activity = reader.activity()
        partFindings += reader.findings
        if let (id, node) = reader.gate, gates[id] == nil {
            var reader = GateReader(node, of: id.rawValue)
            gates[id] = reader.gate()
            partFindings += reader.findings
        }
        if let (id, node) = reader.brief, briefs[id] == nil {
            var keys = YAMLGroup<BriefKey>(node, subject: "plan", owner: "the brief “\(id)”")
            briefs[id] = Brief(parts: keys.texts(.parts), present: keys.texts(.has))
            partFindings += keys.findings
        }
        return activity
    }

    /// `{mainland: china, hong-kong: hong-kong}`: each market with its calendar.
    private mutating func markets() -> [String: Located<String>] {
        guard group.node(.markets) != nil else { return [:] }
        var markets: [String: Located<String>] = [:]
        for entry in group.entries(.markets) ?? [] {
            guard let calendar = entry.value.text else {
                group.reportWrongKind(.markets, entry.value, expected: "the market's calendar")
                continue
            }
            markets[entry.key.value] = Located(calendar, at: entry.value.place)
        }
        return markets
    }

    private mutating func progress() -> [(id: Located<ActivityID>, progress: ProgressDraft)] {
        guard group.node(.progress) != nil else { return [] }
        return (group.entries(.progress) ?? []).compactMap { entry in
            let id = entry.key.value
            var keys = YAMLGroup<ActivityKey>(
                entry.value, keys: ActivityKey.ofProgress, subject: "plan", owner: "the progress of “\(id)”")
            let progress = keys.progress()
            partFindings += keys.findings
            return keys.isReadable ? (Located(ActivityID(id), at: entry.key.place), progress) : nil
        }
    }

    private mutating func vehicles() -> [VehicleDraft] {
        guard group.node(.vehicles) != nil else { return [] }
        return (group.entries(.vehicles) ?? []).compactMap { entry in
            var reader = VehicleReader(entry)
            let vehicle = reader.vehicle()
            partFindings += reader.findings
            return vehicle
        }
    }

    private mutating func changes() -> [ChangeRequest] {
        guard group.node(.changes) != nil else { return [] }
        return (group.entries(.changes) ?? []).compactMap { entry in
            var reader = ChangeReader(entry)
            let change = reader.change()
            partFindings += reader.findings
            return change
        }
    }
}
