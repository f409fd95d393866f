import Formats
import Reports
import Scheduling
import WorkTime

extension PlanComparison {
    /// The members that `plan diff OLD NEW --json` states. Words are English; kinds, subjects and roots are for programs.
    var json: JSONValue {
        let words = ComparisonWords(self, Phrasebook(.english))
        return [
            "project": projectJSON(words),
            "moved": .array(moved.map { movedJSON($0, words) }),
            "added": .ids(added), "removed": .ids(removed),
            "becameCritical": .ids(becameCritical), "stoppedBeingCritical": .ids(stoppedBeingCritical),
            "deadlines": .array(promises.map(\.json)),
            "identical": .bool(isEmpty),
        ]
    }

    private func projectJSON(_ words: ComparisonWords) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("before", .string(finish.before.description)), ("after", .string(finish.after.description)),
            ("finishMovedMinutes", .integer(finish.moved.count)), ("reason", JSONValue(words.finishReason)),
        ]
        if finish.root == nil { members.append(("reasonReason", "finish-not-moved")) }
        members += [
            ("chain", .ids(finish.chain)), ("root", finish.root.map { Self.json($0, words) } ?? .null),
        ]
        return .object(members)
    }

    private func movedJSON(_ moved: MovedActivity, _ words: ComparisonWords) -> JSONValue {
        let name = new.project.index(of: moved.id).map { new.project.activities[$0].name.primary }
        var members: [(key: String, value: JSONValue)] = [
            ("id", .string(moved.id.rawValue)), ("name", JSONValue(name)),
            ("startBefore", .string(moved.before.start.description)),
            ("startAfter", .string(moved.after.start.description)),
            ("finishBefore", .string(moved.before.finish.description)),
            ("finishAfter", .string(moved.after.finish.description)),
            ("movedMinutes", .integer(moved.moved.count)), ("startMovedMinutes", .integer(moved.startMoved.count)),
            ("finishMovedMinutes", .integer(moved.finishMoved.count)),
            ("reason", Self.json(moved.reason, of: moved.id, words)), ("root", Self.json(moved.root, words)),
        ]
        members += float("floatBefore", moved.before) + float("floatAfter", moved.after)
        members += [
            ("becameCritical", .bool(moved.becameCritical)),
            ("stoppedBeingCritical", .bool(moved.stoppedBeingCritical)),
        ]
        return .object(members)
    }

    private func float(_ key: String, _ dates: ScheduledActivity) -> [(key: String, value: JSONValue)] {
        guard let float = dates.totalFloat else { return [(key, .null), ("\(key)Reason", "complete")] }
        return [(key, .integer(float.count))]
    }

    private static func json(_ reason: MoveReason, of activity: ActivityID, _ words: ComparisonWords) -> JSONValue {
        .object(members(of: reason, activity, words))
    }

    private static func json(_ root: MoveRoot, _ words: ComparisonWords) -> JSONValue {
        .object([("id", .string(root.activity.rawValue))] + members(of: root.reason, root.activity, words))
    }

    private static func members(of reason: MoveReason, _ activity: ActivityID, _ words: ComparisonWords) -> [(
        key: String, value: JSONValue
    )] {
        let kind: (key: String, value: JSONValue) = ("kind", .string(reason.kind))
        let detail: (key: String, value: JSONValue) = ("detail", .string(words.predicate(reason, of: activity)))
        guard let subject = reason.subject else {
            return [kind, ("subject", .null), ("subjectReason", "no-other-activity"), detail]
        }
        return [kind, ("subject", .string(subject.rawValue)), detail]
    }
}

extension PromiseChange {
    fileprivate var json: JSONValue {
        var members: [(key: String, value: JSONValue)] = [("id", .string(activity.promiseKey))]
        for (key, promise) in [("Before", before), ("After", after)] {
            members += [
                ("promised\(key)", JSONValue(promise?.promised.description)),
                ("forecast\(key)", JSONValue(promise?.forecast.description)),
                ("headroom\(key)", JSONValue(promise?.timeHeadroom.count)),
            ]
            if promise == nil { members.append(("headroom\(key)Reason", "not-promised")) }
        }
        return .object(members)
    }
}

extension BaselineVariance {
    /// The members that `plan diff --baseline FILE --json` states.
    var json: JSONValue {
        var project: [(key: String, value: JSONValue)] = [
            ("finish", .string(schedule.finish.description)),
            ("baselineFinish", JSONValue(finish?.baseline.description)),
            ("finishVariance", JSONValue(finish?.variance.count)),
        ]
        if finish == nil { project.append(("finishVarianceReason", "no-baseline")) }
        return [
            "project": .object(project), "baseline": .array(activities.map(\.json)),
            "withoutBaseline": .ids(withoutBaseline),
        ]
    }
}

extension ActivityVariance {
    fileprivate var json: JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("id", .string(id.rawValue)), ("baselineStart", JSONValue(baseline.start?.description)),
            ("start", .string(start.description)), ("baselineFinish", JSONValue(baseline.finish?.description)),
            ("finish", .string(finish.description)), ("baselineDuration", JSONValue(baseline.duration?.count)),
        ]
        for (key, variance) in [
            ("startVariance", startVariance), ("finishVariance", finishVariance),
            ("durationVariance", durationVariance),
        ] {
            members.append((key, JSONValue(variance?.count)))
            if variance == nil { members.append(("\(key)Reason", "not-in-the-baseline")) }
        }
        return .object(members)
    }
}

extension JSONValue {
    /// Activities by their ids.
    static func ids(_ ids: [ActivityID]) -> JSONValue { .array(ids.map { .string($0.rawValue) }) }
}
