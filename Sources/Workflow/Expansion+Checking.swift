import Diagnostics
import Scheduling

extension Expansion {
    /// What rounds may be asked for; a hundred rounds are a slip of the pen.
    static let possibleRounds = 1...99

    mutating func checkGates() {
        let lanes = Set((draft.plan.lanes.map(\.value.id) + activities.compactMap { $0.lane?.value }).map(\.rawValue))
        let people = Set(draft.plan.resources.map(\.id.value))
        for activity in activities {
            guard let gate = gates[activity.id.value] else { continue }
            check(activity, gate)
            checkReviewer(of: gate, activity, people.union(lanes))
            checkRounds(of: gate, activity.id.value)
            checkSteps(gate.rework, of: activity.id.value, mayBeGates: false)
            checkOrder(of: gate.rework, before: activity.id.value)
            checkSteps(gate.reopens, of: activity.id.value, mayBeGates: true)
        }
    }

    private mutating func check(_ activity: ActivityDraft, _ gate: ApprovalGate) {
        let id = activity.id.value
        if let duration = activity.duration, duration.value.thousandths != 0 {
            report(
                "plan.gate-with-duration", "“\(id)” is a gate and has a duration of its own",
                advice: "drop the duration; the gate's  answer  says how long each round takes", at: duration.place)
        }
        if activity.kind == .summary || activity.kind == .levelOfEffort {
            report(
                "plan.gate-kind", "“\(id)” is a gate and a \(activity.kind.rawValue)",
                advice: "an approval is a point in time: drop its kind", at: activity.id.place)
        }
        if let answer = gate.answer, !answer.value.isInOrder {
            report(
                "plan.bad-answer", "the times of an answer of “\(id)” are not in order",
                advice: "write what it takes at best, usually and at worst: answer: 1d 2d 5d", at: answer.place)
        }
        if gate.answer == nil {
            report(
                "plan.gate-without-answer", "the gate “\(id)” does not say how long an answer takes",
                advice: "add  answer: 2d, or with what it takes at best and at worst  answer: 1d 2d 5d", at: gate.place)
        }
    }

    private mutating func checkReviewer(of gate: ApprovalGate, _ activity: ActivityDraft, _ known: Set<String>) {
        let id = activity.id.value
        guard let reviewer = gate.reviewer else {
            report(
                "plan.gate-without-reviewer", "the gate “\(id)” does not say who approves",
                advice: "add  reviewer: client, a resource or a lane of the plan", at: gate.place)
            return
        }
        guard !known.contains(reviewer.value) else { return }
        // Nobody is better than somebody unknown, who would be reported once more as a lane.
        gates[id]?.reviewer = nil
        report(
            "plan.unknown-reviewer",
            "“\(reviewer.value)”, who is to approve “\(id)”, is no resource and no lane of the plan",
            advice: nearestName(to: reviewer.value, among: known.sorted()).map { "did you mean “\($0)”?" }
                ?? "add them under “resources”, with their calendar", at: reviewer.place)
    }

    private mutating func checkRounds(of gate: ApprovalGate, _ id: ActivityID) {
        guard Self.possibleRounds.contains(gate.rounds.value) else {
            report(
                "plan.gate-rounds", "the gate “\(id)” has \(gate.rounds.value) rounds",
                advice: "agree on 1 to \(Self.possibleRounds.upperBound) rounds", at: gate.rounds.place ?? gate.place)
            gates[id]?.rounds.value = 1
            return
        }
        let most = gate.mostRounds?.value ?? max(gate.rounds.value, gate.chances.count)
        if most < gate.rounds.value || most > Self.possibleRounds.upperBound {
            report(
                "plan.gate-rounds", "the gate “\(id)” has at most \(most) rounds, and \(gate.rounds.value) are agreed",
                advice: "let  at-most  be the rounds that are agreed or more, up to \(Self.possibleRounds.upperBound)",
                at: gate.mostRounds?.place ?? gate.place)
        }
        if gate.rounds.value > 1, gate.rework.isEmpty {
            warn(
                "plan.gate-without-rework", "nothing is revised between the \(gate.rounds.value) rounds of “\(id)”",
                advice: "add what is, and how much of it, such as  rework: layouts 40%", at: gate.place)
        }
        checkChances(of: gate, id, most: most)
    }

    private mutating func checkChances(of gate: ApprovalGate, _ id: ActivityID, most: Int) {
        guard let first = gate.chances.first else { return }
        let sum = gate.chances.reduce(0) { $0 + $1.value }
        if sum != 10_000 {
            report(
                "plan.gate-chances",
                "the chances of the rounds of “\(id)” add up to \(Self.percent(sum))",
                advice: "give each round, from the first on, the chance that it is the last: 100 % in all",
                at: first.place)
        }
        if gate.chances.count > most {
            report(
                "plan.gate-chances", "“\(id)” has chances for \(gate.chances.count) rounds, and at most \(most)",
                advice: "give as many chances as there may be rounds", at: first.place)
        }
        if gate.chances.count < gate.rounds.value {
            report(
                "plan.gate-chances",
                "“\(id)” has chances for \(gate.chances.count) rounds, and \(gate.rounds.value) are agreed",
                advice: "give each round that was agreed its chance of being the last, be it 0 %", at: first.place)
        }
    }

    /// Of hundredths of a per cent.
    private static func percent(_ share: Int) -> String {
        share % 100 == 0 ? "\(share / 100) %" : "\(Double(share) / 100) %"
    }

    mutating func checkSteps(_ steps: [Located<Rework>], of id: ActivityID, mayBeGates: Bool) {
        var seen: Set<ActivityID> = []
        for rework in steps {
            let step = rework.value.step
            guard seen.insert(step).inserted else {
                report(
                    "plan.step-twice", "“\(id)” has “\(step)” done again twice", advice: "say once how much of it",
                    at: rework.place)
                continue
            }
            guard let activity = activity(step) else {
                report(
                    "plan.unknown-step", "“\(step)”, which “\(id)” has done again, is not in the plan",
                    advice: nearestName(to: step.rawValue, among: activities.map(\.id.value.rawValue)).map {
                        "did you mean “\($0)”?"
                    } ?? "name a step that leads to it", at: rework.place)
                continue
            }
            let isGate = gates[step] != nil
            if isGate && !mayBeGates || activity.kind == .summary || activity.kind == .levelOfEffort {
                report(
                    "plan.step-is-no-work", "“\(step)”, which “\(id)” has done again, is no work",
                    advice: "name the steps whose results are revised", at: rework.place)
            }
            if rework.value.amount.thousandths < (isGate ? 0 : 1) {
                report(
                    "plan.bad-rework", "“\(id)” has nothing of “\(step)” done again",
                    advice: "say how much: a time, \(step) 2d, or a part of it, \(step) 40%", at: rework.place)
            }
        }
    }

    /// What is revised before an answer has led to the first one.
    private mutating func checkOrder(of rework: [Located<Rework>], before gate: ActivityID) {
        // Else it would be told of steps whose links are at fault, which is reported by itself.
        guard isOrderWhole else { return }
        for step in rework where activity(step.value.step) != nil && gates[step.value.step] == nil {
            guard !isBefore(step.value.step, gate) else { continue }
            report(
                "plan.step-after-gate", "“\(step.value.step)”, which “\(gate)” has done again, does not lead to it",
                advice: "name a step that leads to it, or let the gate wait for this one", at: step.place)
        }
    }

    // MARK: Changes

    /// What a change opens again, in the order of the plan; `nil` where it is at fault.
    mutating func checked(_ change: ChangeRequest) -> CheckedChange? {
        let id = change.id.value
        guard let named = change.gate, let gate = gates[named.value], let activity = activity(named.value) else {
            let known = gates.keys.map(\.rawValue).sorted()
            report(
                "plan.change-without-gate",
                change.gate.map { "“\($0.value)”, which the change “\(id)” overthrows, is no approval of the plan" }
                    ?? "the change “\(id)” does not say which approval of the plan it overthrows",
                advice: change.gate.flatMap { nearestName(to: $0.value.rawValue, among: known) }.map {
                    "did you mean “\($0)”?"
                } ?? "add  approval:  with the id of a gate", at: change.gate?.place ?? change.id.place)
            return nil
        }
        guard let date = change.date else {
            report(
                "plan.change-without-date", "the change “\(id)” does not say when it was asked for",
                advice: "add  on: 2026-03-02", at: change.id.place)
            return nil
        }
        checkSteps(change.reopens, of: id, mayBeGates: true)
        var reopened = [change.reopens, gate.reopens, gate.rework].first { !$0.isEmpty } ?? []
        // Whatever is changed is approved anew.
        if !reopened.contains(where: { $0.value.step == named.value }) {
            reopened.append(Located(Rework(named.value, .none), at: named.place))
        }
        var details = ActivityDetails()
        details.name = change.name
        details.mark = .changeRequest
        // What was asked for before the data date has been asked for, once the approval had been given.
        if let known = draft.plan.dataDate?.value.asStart, date.value.asStart <= known,
            activity.progress.actualFinish != nil
        {
            details.progress.actualFinish = date
        }
        details.lane = activity.lane
        details.constraints = [Located(.startNoEarlierThan(date.value), at: date.place)]
        details.parent = activity.details.parent
        return CheckedChange(
            id: id, place: change.id.place, title: change.name ?? BilingualName(id.rawValue), gate: named.value,
            milestone: ActivityDraft(
                id: change.id, kind: .startMilestone,
                predecessors: [Located(LinkDraft(to: named.value), at: named.place)],
                details: details),
            steps: revisions(reopened))
    }

    // MARK: Findings

    mutating func report(_ id: FindingID, _ message: String, advice: String, at place: SourcePlace?) {
        findings.append(Finding(id, .error, message, advice: advice, at: place))
    }

    mutating func warn(_ id: FindingID, _ message: String, advice: String, at place: SourcePlace?) {
        findings.append(Finding(id, .warning, message, advice: advice, at: place))
    }
}

/// A change that can be worked into the plan.
struct CheckedChange {
    let id: ActivityID
    let place: SourcePlace?
    let title: BilingualName
    /// The approval that it overthrows.
    let gate: ActivityID
    /// The moment at which it is asked for.
    let milestone: ActivityDraft
    let steps: [Revision]

    func id(of step: ActivityID) -> ActivityID { ActivityID("\(id)/\(step)") }
}
