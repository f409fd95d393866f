import Diagnostics
import Formats
import Scheduling
import Workflow

/// Reads what a plan file says of an approval.
struct GateReader {
    private var group: YAMLGroup<GateKey>

    init(_ node: YAMLNode, of id: String) {
        group = YAMLGroup(node, subject: "plan", owner: "the gate “\(id)”")
    }

    var findings: [Finding] { group.findings }

    /// `nil` for what is no group of keys, which was reported.
    mutating func gate() -> ApprovalGate? {
        guard group.isReadable else { return nil }
        var gate = ApprovalGate(at: group.place)
        gate.reviewer = group.text(.reviewer)
        gate.answer = answer()
        if let rounds = group.read(.rounds, WholeNumber.reading) { gate.rounds = rounds }
        gate.mostRounds = group.read(.atMost, WholeNumber.reading)
        gate.chances = group.texts(.chances).flatMap(AssignmentList.terms(of:)).compactMap { term in
            group.attempt(at: term.place) { () throws(TextFault) in try Percentage.reading(term.value) }.map {
                Located($0, at: term.place)
            }
        }
        gate.rework = ReworkList.read(.rework, in: &group)
        gate.reopens = ReworkList.read(.reopens, in: &group)
        gate.requiresWrittenApproval = group.has(.written) && group.flag(.written) ?? false
        return gate
    }

    /// `2d`, or `1d 2d 5d`. An answer that cannot be read counts as none at all, so that it is not reported as missing too.
    private mutating func answer() -> Located<ResponseTime>? {
        guard group.has(.answer) else { return nil }
        // Nothing behind the key, or a key that was probably meant to be this one, has been reported.
        guard group.node(.answer) != nil else { return ResponseTime([.none]).map { Located($0, at: group.place) } }
        let known = group.findings.count
        let stated = group.texts(.answer)
        let times = stated.flatMap { text in
            text.value.split(whereSeparator: { $0.isWhitespace || ",;，；、".contains($0) }).compactMap { word in
                group.attempt(at: text.place) { () throws(TextFault) in try PlannedDuration(String(word)) }
            }
        }
        let place = stated.first?.place ?? group.place
        if let time = ResponseTime(times) { return Located(time, at: place) }
        if group.findings.count == known {
            group.report(
                Finding(
                    "plan.bad-answer", .error,
                    "an answer takes one time of zero or more, or three: at best, usually, at worst",
                    advice: "write  answer: 2d  or  answer: 1d 2d 5d", at: place))
        }
        return ResponseTime([.none]).map { Located($0, at: place) }
    }
}

/// Reads a change of mind after an approval.
struct ChangeReader {
    private var group: YAMLGroup<ChangeKey>
    private let id: Located<String>

    init(_ entry: YAMLEntry) {
        id = Located(entry.key.value, at: entry.key.place)
        group = YAMLGroup(entry.value, subject: "plan", owner: "the change “\(entry.key.value)”")
    }

    var findings: [Finding] { group.findings }

    /// `nil` where what is wrong with it has been reported.
    mutating func change() -> ChangeRequest? {
        guard group.isReadable else { return nil }
        let change = ChangeRequest(
            id: id.map { ActivityID($0) }, name: group.text(.name).map { BilingualName(parsing: $0.value) },
            gate: group.text(.approval)?.map { ActivityID($0) }, date: group.read(.on, StatedInstant.reading),
            reopens: ReworkList.read(.reopens, in: &group))
        let isHalfRead = change.date == nil && group.has(.on) || change.gate == nil && group.has(.approval)
        return isHalfRead ? nil : change
    }
}

/// Steps that are done again, each with how much of it: `layouts 40%, copy 1d`.
private enum ReworkList {
    static func read<Key>(_ key: Key, in group: inout YAMLGroup<Key>) -> [Located<Rework>] {
        group.texts(key).flatMap(PredecessorList.terms(of:)).compactMap { term in
            group.attempt(at: term.place) { () throws(TextFault) in try rework(term.value) }.map {
                Located($0, at: term.place)
            }
        }
    }

    /// A step alone is done again whole.
    private static func rework(_ text: String) throws(TextFault) -> Rework {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard words.count <= 2, let step = words.first else {
            throw TextFault(
                "plan.bad-rework", "“\(text)” is not a step and how much of it is done again",
                advice: "write the step, then a part of it or a time: layouts 40%, copy 1d")
        }
        guard words.count == 2 else { return Rework(ActivityID(step), .percent(100)) }
        guard words[1].hasSuffix("%") || words[1].hasSuffix("％") else {
            return Rework(ActivityID(step), try PlannedDuration(words[1]))
        }
        let share = try Percentage.reading(words[1])
        return Rework(ActivityID(step), PlannedDuration(thousandths: share * 10, unit: .percent))
    }
}

extension PlannedDuration {
    fileprivate static func percent(_ count: Int) -> Self { Self(thousandths: count * 1_000, unit: .percent) }
}
