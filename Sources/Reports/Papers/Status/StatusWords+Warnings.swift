import Scheduling
import WorkTime
import Workflow

/// Early warnings as papers tell them.
extension StatusWords {
    func warningSection(_ warnings: [EarlyWarning]) -> Section {
        guard !warnings.isEmpty else {
            return Section(book.say(WarningPhrase.heading), [.paragraph(book.say(WarningPhrase.none))])
        }
        var told: Set<[ActivityID]> = []
        let blocks = warnings.prefix(Self.shownWarnings).flatMap { warning in
            self.blocks(warning, tellsChain: told.insert(warning.chain).inserted)
        }
        return Section(
            book.say(WarningPhrase.heading), [.paragraph(book.say(WarningPhrase.introduction))] + blocks)
    }

    /// A page is read; a hundred warnings are not.
    private static let shownWarnings = 12

    private func blocks(_ warning: EarlyWarning, tellsChain: Bool) -> [Block] {
        var lines: [String] = []
        if tellsChain, warning.chain.count > 1 {
            lines.append(book.say(WarningPhrase.through(shortened(warning.chain))))
        }
        if let deed = deed(warning) { lines.append(book.say(deed)) }
        lines += warning.options.prefix(5).map { book.say(phrase($0, of: warning.sign)) }
        let note = Note(book.list(sentences: phrases(warning.sign).map { book.say($0) }), tone: tone(of: warning))
        return [.note(note)] + (lines.isEmpty ? [] : [.list(lines)])
    }

    private func tone(of warning: EarlyWarning) -> Tone {
        if case .promiseMissed = warning.sign { return .bad }
        return .warning
    }

    private func deed(_ warning: EarlyWarning) -> WarningPhrase? {
        guard let actBy = warning.actBy, let left = warning.timeLeft else { return nil }
        // What has not begun has to begin by then.
        let first = warning.chain.first.flatMap(plan.index(of:))
        let isBegun = first.map { plan.project.activities[$0].isStarted } ?? true
        let moment = isBegun ? moment(actBy) : starting(actBy)
        return actBy > status.dataDate ? .actBy(moment, left: plan.length(left)) : .tooLate(moment)
    }

    /// The names along a chain; of a long one the first four and the last three.
    private func shortened(_ chain: [ActivityID]) -> [String] {
        let names = chain.map(plan.name)
        return names.count <= 8 ? names : names.prefix(4) + ["…"] + names.suffix(3)
    }

    /// What was seen, and what else it means.
    private func phrases(_ sign: EarlyWarning.Sign) -> [WarningPhrase] {
        switch sign {
        case .promiseMissed(let promise, let delay):
            [.missed(plan.name(ofPromise: promise.activity), by: plan.length(delay))] + others(promise)
        case .answerLate(let answer, _, let asked, let usually):
            [.answerLate(plan.name(answer), asked: starting(asked), usually: moment(usually))]
        case .materialLate(let material, let approval, let wanted, let expected):
            [
                .materialLate(
                    plan.name(material), for: plan.name(approval), wanted: starting(wanted),
                    expected: starting(expected))
            ]
        case .roundsOverAgreed(let approval, let agreed, let now):
            [.roundsOverAgreed(plan.name(approval), agreed: agreed, now: now)]
        case .headroomEroding(let promise, let headrooms, let gone):
            [.eroding(plan.name(ofPromise: promise.activity), headrooms.map(plan.length), goneBy: moment(gone))]
                + others(promise)
        case .bufferConsumedFaster(let promise, let consumed, let progress, let usedUp):
            [.bufferConsumedFaster(plan.name(ofPromise: promise.activity), consumed: consumed, progress: progress)]
                + (usedUp.map { [.allConsumed(moment($0))] } ?? []) + others(promise)
        case .commitmentMoves(let id, let kind, let told, let now):
            [
                .commitmentMoves(
                    plan.name(id), isClient: kind == .agreedWithClient, told: starting(told), now: starting(now))
            ]
        case .noRoomForARound(let approval, let promise):
            [.noRoomForARound(plan.name(approval), promise: plan.name(ofPromise: promise.activity))] + others(promise)
        }
    }

    private func phrase(_ option: EarlyWarning.Option, of sign: EarlyWarning.Sign) -> WarningPhrase {
        switch option {
        case .answer(let answer, let latest): .answer(plan.name(answer), by: moment(latest))
        case .finish(let id, let latest): .finish(plan.name(id), by: moment(latest))
        case .fewerRounds(let approvals, let gain):
            .fewerRounds(approvals.map { "“\(plan.name($0))”" }, promise: promise(of: sign), gains: plan.length(gain))
        case .repair: .repair
        case .promise(let promise, let date): .laterPromise(plan.name(ofPromise: promise), moment(date))
        }
    }

    private func others(_ promise: EarlyWarning.Endangered) -> [WarningPhrase] {
        promise.others > 0 ? [.andOthers(promise.others)] : []
    }

    /// The promise that a sign tells of; `nil` for one that tells of an approval alone.
    private func promise(of sign: EarlyWarning.Sign) -> String? {
        switch sign {
        case .promiseMissed(let promise, _), .headroomEroding(let promise, _, _), .noRoomForARound(_, let promise),
            .bufferConsumedFaster(let promise, _, _, _):
            plan.name(ofPromise: promise.activity)
        case .answerLate, .materialLate, .roundsOverAgreed, .commitmentMoves: nil
        }
    }

    private func moment(_ instant: CivilMinute) -> Moment { Moment(finish: instant, on: plan.project.calendar) }
    private func starting(_ instant: CivilMinute) -> Moment { Moment(start: instant, on: plan.project.calendar) }
}
