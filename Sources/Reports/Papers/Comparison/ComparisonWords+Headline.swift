import Scheduling
import WorkTime

extension ComparisonWords {
    /// The finish first, and why; then how the move got there, how much else moved, and what it does to promises.
    var headline: Report.Headline {
        guard !comparison.isEmpty else {
            return Report.Headline([book.say(ComparisonPhrase.nothingMoved(finish(comparison.new)))], tone: .neutral)
        }
        let counts = ComparisonPhrase.counts(
            moved: comparison.moved.count, added: comparison.added.count, removed: comparison.removed.count)
        let sentences = [finishSentence, through, counts, promiseSentence].compactMap(\.self)
        return Report.Headline(sentences.map { book.say($0) }, tone: tone)
    }

    private func finish(_ schedule: Schedule) -> Moment {
        Moment(finish: schedule.finish, on: schedule.project.calendar)
    }

    private var finishSentence: ComparisonPhrase {
        let (before, now) = (finish(comparison.old), finish(comparison.new))
        guard let root = comparison.finish.root else { return .finishStays(now) }
        let moved = comparison.finish.moved
        let length = new.length(size(moved))
        if moved == .zero { return .finishesElsewhere(now, before: before, because: clause(root)) }
        return moved > .zero
            ? .finishesLater(length, now, before: before, because: clause(root))
            : .finishesEarlier(length, now, before: before, because: clause(root))
    }

    /// The chain from where the move begins to the finish, where it has more than the two ends.
    private var through: ComparisonPhrase? {
        let chain = Array(comparison.finish.chain.reversed().dropFirst())
        guard chain.count > 1 else { return nil }
        guard chain.count > 6 else { return .through(chain.map(name)) }
        return .through(
            chain.prefix(3).map(name) + [book.say(ComparisonPhrase.andMore(chain.count - 4))]
                + chain.suffix(1).map(name))
    }

    /// The promise that changes most for the worse; else the one that changes most for the better.
    private var promiseSentence: ComparisonPhrase? {
        let changes = comparison.promises.compactMap { promise -> (name: String, by: WorkMinutes, now: WorkMinutes)? in
            guard let before = promise.before?.timeHeadroom, let now = promise.after?.timeHeadroom, before != now else {
                return nil
            }
            return (name(of: promise), now - before, now)
        }
        guard let worst = changes.min(by: { ($0.by, $0.now) < ($1.by, $1.now) }) else { return nil }
        guard worst.by < .zero else {
            let best = changes.max { $0.by < $1.by } ?? worst
            return .gainsHeadroom(best.name, new.length(best.by), left: new.length(best.now))
        }
        let lost = new.length(size(worst.by))
        return worst.now < .zero
            ? .becomesMissed(worst.name, lost, by: new.length(size(worst.now)))
            : .losesHeadroom(worst.name, lost, left: new.length(worst.now))
    }

    func name(of promise: PromiseChange) -> String { promise.activity.map(name) ?? book.say(PlanPhrase.wholePlan) }

    private var tone: Tone {
        guard comparison.isWorse else { return comparison.finish.moved < .zero ? .good : .neutral }
        return comparison.promises.contains { $0.isWorse && $0.after?.isMissed ?? false } ? .bad : .warning
    }
}
