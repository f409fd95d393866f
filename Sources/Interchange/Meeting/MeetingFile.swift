public import Diagnostics
import Formats
import Scheduling
public import Workflow

/// The notes of a meeting as people write them:
/// ```yaml
/// meeting: Creative review / 创意评审会
/// date: 2026-03-03 10:00
/// place: Client's office / 客户办公室
/// present: {client: [Ms Li / 李女士], account: [Anna Chen / 陈安娜]}
/// points:
///   - The second idea is preferred / 客户倾向第二个创意
///   - {topic: Budget / 预算, said: [It stays as approved / 维持已批准的预算]}
/// decisions: [Go on with the second idea / 采用第二个创意]
/// actions:
///   - {what: Revised layouts / 修改版面, owner: creative, due: 2026-03-06, after: layouts, takes: 2d}
/// next: 2026-03-10 10:00
/// ```
/// Findings: those of ``YAMLDocument`` and ``YAMLGroup``, `meeting.empty`, and those of dates, durations and links in plans.
public enum MeetingFile {
    /// What could be read, and everything wrong with how it is written.
    public static func read(_ source: SourceText) -> (draft: MeetingDraft?, findings: FindingList) {
        let document = YAMLDocument(reading: source)
        var findings = document.findings
        guard let root = document.root else {
            if !findings.hasErrors { findings.report(empty(source)) }
            return (nil, findings)
        }
        var reader = MeetingReader(root)
        let draft = reader.draft()
        findings.report(contentsOf: reader.findings.map(source.showing))
        return (draft, findings)
    }

    private static func empty(_ source: SourceText) -> Finding {
        Finding(
            "meeting.empty", .error, "the file is empty",
            advice: "begin it with a line such as  meeting: Creative review", at: source.place(line: 1, column: 1))
    }
}

private struct MeetingReader {
    private var group: YAMLGroup<MeetingKey>
    /// Found in parts of the notes that are groups of their own.
    private var partFindings: [Finding] = []

    init(_ root: YAMLNode) { group = YAMLGroup(root, subject: "meeting", owner: "the meeting") }

    var findings: [Finding] { group.findings + partFindings }

    /// `nil` for what is no group of keys, which was reported.
    mutating func draft() -> MeetingDraft? {
        guard group.isReadable else { return nil }
        return MeetingDraft(
            at: group.place, title: title(), date: date(),
            venue: group.text(.place).map { BilingualName(parsing: $0.value) },
            present: present(), points: points(),
            decisions: group.texts(.decisions).map { BilingualName(parsing: $0.value) },
            actions: actions(), next: group.read(.next, StatedInstant.reading))
    }

    /// What stands there and cannot be read counts as something, so that it is not reported as missing too.
    private mutating func title() -> Located<BilingualName>? {
        let title = group.text(.meeting)?.map { BilingualName(parsing: $0) }
        return title ?? (group.has(.meeting) ? Located(BilingualName("")) : nil)
    }

    private mutating func date() -> Located<StatedInstant>? {
        group.read(.date, StatedInstant.reading) ?? (group.has(.date) ? Located(.usualStart) : nil)
    }

    private mutating func present() -> [(party: Located<String>, people: [Located<BilingualName>])] {
        guard group.node(.present) != nil else { return [] }
        return (group.entries(.present) ?? []).map { entry in
            let people = (entry.value.elements ?? [entry.value]).compactMap { node -> Located<BilingualName>? in
                guard let name = node.text else {
                    group.reportWrongKind(.present, node, expected: "the name of someone")
                    return nil
                }
                return Located(BilingualName(parsing: name), at: node.place)
            }
            return (Located(entry.key.value, at: entry.key.place), people)
        }
    }

    /// Words alone, or a topic with what was said of it.
    private mutating func points() -> [MeetingPoint] {
        guard let node = group.node(.points) else { return [] }
        return (node.elements ?? [node]).compactMap { element in
            if let words = element.text { return MeetingPoint(said: [BilingualName(parsing: words)]) }
            var keys = YAMLGroup<MeetingPointKey>(element, subject: "meeting", owner: "a point of the meeting")
            let topic = keys.text(.topic).map { BilingualName(parsing: $0.value) }
            let said = keys.texts(.said).map { BilingualName(parsing: $0.value) }
            partFindings += keys.findings
            return topic == nil && said.isEmpty ? nil : MeetingPoint(topic: topic, said: said)
        }
    }

    private mutating func actions() -> [ActionDraft] {
        guard let node = group.node(.actions) else { return [] }
        guard let elements = node.elements else {
            group.reportWrongKind(.actions, node, expected: "a list of actions")
            return []
        }
        return elements.map { element in
            var keys = YAMLGroup<ActionKey>(element, subject: "meeting", owner: "an action of the meeting")
            let action = keys.action()
            partFindings += keys.findings
            return action
        }
    }
}

extension YAMLGroup<ActionKey> {
    fileprivate mutating func action() -> ActionDraft {
        let links = texts(.after).flatMap(PredecessorList.terms(of:)).compactMap { term in
            attempt(at: term.place) { () throws(TextFault) in try PredecessorList.link(term.value) }.map {
                Located($0, at: term.place)
            }
        }
        let what = text(.what)?.map { BilingualName(parsing: $0) }
        let (owner, due) = (text(.owner), read(.due, StatedInstant.reading))
        var unread: Set<ActionDraft.Part> = isReadable ? [] : [.what, .owner, .due]
        if what == nil, has(.what) { unread.insert(.what) }
        if owner == nil, has(.owner) { unread.insert(.owner) }
        if due == nil, has(.due) { unread.insert(.due) }
        return ActionDraft(
            at: place, id: text(.id)?.map { ActivityID($0) }, what: what, owner: owner, due: due, after: links,
            duration: read(.takes) { text throws(TextFault) in try PlannedDuration(text) }, unread: unread)
    }
}
