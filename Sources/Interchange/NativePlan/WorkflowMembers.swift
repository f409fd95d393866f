import Diagnostics
import Scheduling
import WorkTime
import Workflow

/// The parts of a plan that is not checked yet as the members that the plan file writes for them.
extension ActivityDraft {
    /// All that is no progress and no part of a structure, without the note.
    ///
    /// - Parameter isGate: whether it is an approval, which need not say that it is a point in time.
    func members(isGate: Bool) -> [FlowText.Member] {
        var members: [FlowText.Member] = []
        func add(_ key: ActivityKey, _ value: FlowText?) {
            if let value { members.append(.init(key: key.rawValue, value: value)) }
        }
        add(.name, name.map { .scalar($0.written) })
        add(.lane, lane.map { .scalar($0.value.rawValue) })
        add(.duration, duration.map { .text($0.value.description) })
        add(.milestone, isMilestone && !isGate ? .text("true") : nil)
        return members
            + [
                calendar.map { .init(key: ActivityKey.calendar.rawValue, value: .scalar($0.value)) },
                after, who,
            ].compactMap(\.self) + dates
    }

    private var who: FlowText.Member? {
        guard !details.assignments.isEmpty else { return nil }
        let people = details.assignments.map { $0.resource.value + ($0.units == 10_000 ? "" : " \($0.units / 100)%") }
        return .init(key: ActivityKey.who.rawValue, value: .oneOrMore(people.map(YAMLScalar.text)))
    }

    private var after: FlowText.Member? {
        guard !predecessors.isEmpty else { return nil }
        return .init(
            key: ActivityKey.after.rawValue, value: .oneOrMore(predecessors.map { YAMLScalar.link($0.value) }))
    }

    private var dates: [FlowText.Member] {
        let bound = constraints.map {
            FlowText.Member(key: $0.value.key, value: .text($0.value.date?.description ?? "true"))
        }
        let promised = deadline.map {
            FlowText.Member(key: ActivityKey.deadline.rawValue, value: .text($0.value.description))
        }
        return bound + [promised].compactMap(\.self)
    }
}

extension ApprovalGate {
    var member: FlowText.Member {
        var members: [FlowText.Member] = []
        func add(_ key: GateKey, _ value: FlowText?) {
            if let value { members.append(.init(key: key.rawValue, value: value)) }
        }
        add(.reviewer, reviewer.map { .scalar($0.value) })
        add(.answer, answer.map { .text($0.value.written) })
        add(.rounds, rounds.value == 1 ? nil : .text("\(rounds.value)"))
        add(.atMost, mostRounds.map { .text("\($0.value)") })
        add(.rework, rework.isEmpty ? nil : .oneOrMore(rework.map { $0.value.written }))
        add(.written, requiresWrittenApproval ? .text("yes") : nil)
        add(.reopens, reopens.isEmpty ? nil : .oneOrMore(reopens.map { $0.value.written }))
        return .init(key: ActivityKey.gate.rawValue, value: .group(members), beginsLine: true)
    }
}

extension Brief {
    var member: FlowText.Member {
        func list(_ key: BriefKey, _ parts: [Located<String>]) -> FlowText.Member? {
            parts.isEmpty ? nil : .init(key: key.rawValue, value: .list(parts.map { .scalar($0.value) }))
        }
        let members = [list(.parts, parts), list(.has, present)].compactMap(\.self)
        return .init(key: ActivityKey.brief.rawValue, value: .group(members), beginsLine: true)
    }
}

extension VehicleDraft {
    var members: [FlowText.Member] {
        var members: [FlowText.Member] = []
        func add(_ key: VehicleKey, _ value: FlowText?) {
            if let value { members.append(.init(key: key.rawValue, value: value)) }
        }
        add(.name, name.map { .scalar($0.written) })
        add(.market, market.map { .scalar($0.value) })
        add(.calendar, calendar.map { .scalar($0.value) })
        add(.onAir, onAir.map { .text($0.value.description) })
        for deadline in deadlines {
            let activity = deadline.activity.map { YAMLScalar.text($0.value.rawValue) + " " } ?? ""
            members.append(.init(key: deadline.kind.rawValue, value: .text("\(activity)\(deadline.before.value)")))
        }
        return members
    }
}

extension CalendarDefinition {
    /// All that it states.
    var members: [FlowText.Member] {
        var members = [FlowText.Member(key: CalendarKey.name.rawValue, value: .scalar(name))]
        func add(_ key: CalendarKey, _ value: FlowText?) {
            if let value { members.append(.init(key: key.rawValue, value: value)) }
        }
        add(.nameZh, nameZh.map { .scalar($0) })
        add(.basedOn, basedOn.map { .scalar($0) })
        add(.week, week?.flow)
        for (key, dates) in rules.written { add(key, .list(dates.map(FlowText.scalar))) }
        add(.knownThrough, knownThrough.map { .text($0.description) })
        return members
    }
}

extension WeekPattern {
    /// Each working day with its hours; those that follow one another alike together: `mon-sun: "10:00-18:00"`.
    fileprivate var flow: FlowText {
        var runs: [(first: Weekday, last: Weekday)] = []
        for day in Weekday.allCases where !self[day].isOff {
            if let run = runs.last, run.last.rawValue + 1 == day.rawValue, self[run.last] == self[day] {
                runs[runs.count - 1].last = day
            } else {
                runs.append((day, day))
            }
        }
        return .group(
            runs.map { run in
                let days =
                    run.first == run.last
                    ? run.first.writtenName : "\(run.first.writtenName)-\(run.last.writtenName)"
                return .init(key: days, value: .text("\"\(self[run.first].written)\""))
            })
    }
}

extension ResponseTime {
    /// One time, or all three where they differ.
    fileprivate var written: String {
        shortest == usual && usual == longest ? "\(usual)" : "\(shortest) \(usual) \(longest)"
    }
}

extension Rework {
    /// A step that is done again whole stands alone.
    fileprivate var written: String {
        if amount == PlannedDuration(thousandths: 100_000, unit: .percent) { return YAMLScalar.text(step.rawValue) }
        let name = YAMLScalar.text(step.rawValue)
        return name == step.rawValue ? "\(name) \(amount)" : YAMLScalar.text("\(step) \(amount)")
    }
}

extension YAMLScalar {
    fileprivate static func link(_ link: LinkDraft) -> String { text(link.description) }
}
