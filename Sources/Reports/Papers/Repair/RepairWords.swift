import Scheduling
import WorkTime
import Workflow

/// A repair as its paper speaks of it.
struct RepairWords {
    let repair: PlanRepair
    let book: Phrasebook
    /// The repaired plan.
    let plan: TimetableWords
    /// Dates name their year where the plan, or what was agreed, spans several.
    let dayStyle: DayStyle

    init(_ repair: PlanRepair, _ book: Phrasebook) {
        self.repair = repair
        self.book = book
        plan = TimetableWords(repair.repair.schedule, book)
        let repaired = repair.repair
        let told = (repaired.kept + repaired.begun + repaired.moved.map(\.commitment)).map(\.date)
        let agreed = repair.shifts.flatMap { [$0.reference.start, $0.reference.finish] }.compactMap(\.self)
        let year = repaired.schedule.start.day.year
        dayStyle = (told + agreed).contains { $0.day.year != year } ? .full : plan.dayStyle
    }

    // MARK: Headline

    /// What moves and what it costs, what cannot be met at all, and the best way out.
    var headline: Report.Headline {
        let sentences = [commitmentSentence] + promiseSentences + [wayOut].compactMap(\.self)
        let tone: Tone = !repair.repair.unattainable.isEmpty ? .bad : repair.repair.moved.isEmpty ? .good : .warning
        return Report.Headline(sentences.map { book.say($0) }, tone: tone)
    }

    private var commitmentSentence: RepairPhrase {
        let (moved, kept) = (repair.repair.moved.count, repair.repair.kept.count)
        guard moved + kept > 0 else { return .nothingCommitted }
        return moved == 0 ? .allKept(kept) : .someMove(moved, of: moved + kept, cost: repair.repair.cost)
    }

    private var promiseSentences: [RepairPhrase] {
        guard let worst = unattainable.first else { return brokenPromises + keptPromises }
        let sentence = RepairPhrase.unattainable(
            plan.name(ofPromise: worst.activity), promised: moment(worst.promised, of: worst.activity),
            attainable: moment(worst.attainable, of: worst.activity))
        return [sentence] + (unattainable.count > 1 ? [.moreUnattainable(unattainable.count - 1)] : [])
    }

    /// Promises that were missed before the slip was to be repaired: the one missed by most.
    private var brokenPromises: [RepairPhrase] {
        let broken = repair.repair.schedule.deadlines.filter(\.isMissed)
        guard let worst = broken.min(by: { $0.timeHeadroom < $1.timeHeadroom }) else { return [] }
        return [
            .broken(
                plan.name(ofPromise: worst.activity), promised: moment(worst.promised, of: worst.activity),
                done: moment(worst.forecast, of: worst.activity), others: broken.count - 1)
        ]
    }

    private var keptPromises: [RepairPhrase] {
        let open = repair.repair.schedule.deadlines.filter { deadline in
            let index = deadline.activity.flatMap(plan.index(of:))
            return index.map { !plan.project.activities[$0].isComplete } ?? true
        }
        guard let tightest = open.min(by: { $0.timeHeadroom < $1.timeHeadroom }) else { return [] }
        let (name, headroom) = (plan.name(ofPromise: tightest.activity), plan.length(tightest.timeHeadroom))
        return [
            brokenPromises.isEmpty ? .promisesKept(tightest: name, headroom) : .othersKept(tightest: name, headroom)
        ]
    }

    /// What is missed by most first.
    private var unattainable: [UnattainablePromise] {
        let calendar = repair.before.project.calendar
        return repair.repair.unattainable.enumerated().sorted { left, right in
            let missed = [left, right].map { calendar.work(from: $0.element.promised, to: $0.element.attainable) }
            return (missed[1], left.offset) < (missed[0], right.offset)
        }.map(\.element)
    }

    /// The best single change within the plan, where it is better than the repair without one; else several that save all.
    private var wayOut: RepairPhrase? {
        let single = shownAlternatives.all.first { alternative in
            switch alternative.change {
            case .relaxation(.movePromise), .together: false
            case .relaxation, .fewerRounds: true
            }
        }
        guard shownAlternatives.saves, let best = single else { return wayOutTogether }
        let change = phrase(for: best.change)
        if best.outcome.isComplete { return .nothingMovesIf(change) }
        if best.outcome.missed.count < repair.repair.unattainable.count {
            return best.outcome.missed.isEmpty ? .promiseKeptIf(change) : nil
        }
        return .fewerMoveIf(change, best.outcome.moved.count, cost: best.outcome.cost)
    }

    private var wayOutTogether: RepairPhrase? {
        for alternative in shownAlternatives.all where alternative.outcome.isComplete {
            if case .together(let changes) = alternative.change { return .nothingMovesTogether(changes.count) }
        }
        return nil
    }

    /// Changes that are made together, in the order of the table.
    var combinations: [[Relaxation.Change]] {
        shownAlternatives.all.compactMap { alternative in
            if case .together(let changes) = alternative.change { changes } else { nil }
        }
    }

    // MARK: Names and moments

    func moment(_ instant: CivilMinute, of promise: ActivityID?) -> Moment {
        plan.moment(instant, of: promise.map { .deadline($0) } ?? .finishBy)
    }

    /// The start of an activity.
    func start(_ instant: CivilMinute, of id: ActivityID) -> Moment {
        guard let index = plan.index(of: id) else { return Moment(start: instant, on: plan.project.calendar) }
        let calendar = plan.project.calendar(of: index)
        return plan.project.activities[index].isMilestone
            ? Moment(milestone: instant, on: calendar) : Moment(start: instant, on: calendar)
    }

    // MARK: Changes

    func phrase(for change: RepairAlternative.Change) -> RepairPhrase {
        switch change {
        case .relaxation(.movePromise(let promise, let date)):
            .promiseLater(plan.name(ofPromise: promise.activity), moment(date, of: promise.activity))
        case .relaxation(let change): .relaxed(plan.phrase(for: change))
        case .together(let changes):
            .together(changes.count, number: (combinations.firstIndex(of: changes) ?? 0) + 1)
        case .fewerRounds(let gate, let from, let to): .fewerRounds(plan.name(gate), from: from, to: to)
        }
    }
}
