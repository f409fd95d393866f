import Scheduling
import WorkTime

extension Project {
    /// What a plan file says of buffers, as it would be read again; `nil` for a plan without.
    var writtenBuffers: String? {
        guard let rules = bufferRules else { return nil }
        var members: [(key: String, value: String)] = [
            (BufferKey.size.rawValue, rules.method.rawValue),
            (BufferKey.safe.rawValue, PlannedDuration(thousandths: rules.safeShare * 10, unit: .percent).description),
        ]
        let promises = promisedActivities
        let guarded = promises.filter { rules.guards($0) }
        if guarded.count < promises.count || guarded.contains(where: { rules.statedSize(before: $0) != nil }) {
            members.append((BufferKey.before.rawValue, YAMLScalar.list(guarded.map { written($0, rules) })))
        }
        if !rules.guardsJoins { members.append((BufferKey.joins.rawValue, "no")) }
        if rules.limits != .usual {
            members.append((BufferKey.yellow.rawValue, YAMLScalar.text(rules.limits.yellow.written)))
            members.append((BufferKey.red.rawValue, YAMLScalar.text(rules.limits.red.written)))
        }
        return YAMLScalar.group(members)
    }

    /// `nil` among them for the promise of the whole plan.
    private var promisedActivities: [ActivityID?] {
        (finishBy == nil ? [] : [nil]) + activities.filter { $0.deadline != nil }.map(\.id)
    }

    private func written(_ promise: ActivityID?, _ rules: BufferRules) -> String {
        let name = (promise ?? BufferDraft.finishBy).rawValue
        guard let size = rules.statedSize(before: promise) else { return name }
        return "\(name) \(PlannedDuration(writing: size.count, day: minutesPerDay.count))"
    }
}

extension FeverLine {
    fileprivate var written: String {
        [atStart, atEnd].map { PlannedDuration(thousandths: $0 * 10, unit: .percent).description }
            .joined(separator: " ")
    }
}
