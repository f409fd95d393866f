import Diagnostics
import Formats
import Scheduling
import WorkTime

/// The keys of an update.
enum UpdateKey: String, CaseIterable {
    case update
    case on
    case progress
    case rounds
}

/// Reads an update as people write it.
struct UpdateKeys {
    private var group: YAMLGroup<UpdateKey>
    private var partFindings: [Finding] = []

    init(_ root: YAMLNode) { group = YAMLGroup(root, subject: "plan", owner: "the update") }

    var findings: [Finding] { group.findings + partFindings }

    mutating func parts() -> UpdateParts {
        guard group.isReadable else { return UpdateParts() }
        return UpdateParts(
            plan: group.text(.update), date: group.read(.on, StatedInstant.reading), progress: progress(),
            rounds: rounds())
    }

    private mutating func progress() -> [(id: Located<ActivityID>, progress: ProgressDraft)] {
        guard group.node(.progress) != nil else { return [] }
        return (group.entries(.progress) ?? []).compactMap { entry in
            var keys = YAMLGroup<ActivityKey>(
                entry.value, keys: ActivityKey.ofProgress, subject: "plan",
                owner: "the progress of “\(entry.key.value)”")
            let progress = keys.progress()
            partFindings += keys.findings
            return keys.isReadable ? (entry.key.map { ActivityID($0) }, progress) : nil
        }
    }

    private mutating func rounds() -> [(id: Located<ActivityID>, count: Located<Int>)] {
        guard group.node(.rounds) != nil else { return [] }
        return (group.entries(.rounds) ?? []).compactMap { entry in
            guard let text = entry.value.text else {
                group.reportWrongKind(.rounds, entry.value, expected: "a number")
                return nil
            }
            let count = group.attempt(at: entry.value.place) { () throws(TextFault) in try WholeNumber.reading(text) }
            return count.map { (entry.key.map { ActivityID($0) }, Located($0, at: entry.value.place)) }
        }
    }
}
