import Scheduling
import WorkTime

extension TimetableWords {
    /// Headroom first, then what is missed or tightest, then what drives the finish.
    var headline: Report.Headline {
        let sentences = [promiseSentence, deadlineSentence, pathSentence].compactMap(\.self)
        return Report.Headline(sentences.map { book.say($0) }, tone: tone)
    }

    private var promiseSentence: PlanHeadline {
        let missing = projectPromise == nil ? 0 : missedActivities.count
        return .sentence(leadingClause, missing: missing, of: deadlinesOfActivities.count)
    }

    /// What the first sentence leaves open: which deadlines are missed, or how tight they are.
    private var deadlineSentence: PlanHeadline? {
        let isSaid = projectPromise == nil && deadlinesOfActivities.count <= 1
        let worstFirst = deadlinesOfActivities.sorted { $0.timeHeadroom < $1.timeHeadroom }
        guard let tightest = worstFirst.first, !isSaid else { return nil }
        guard !missedActivities.isEmpty else {
            return .tightest(name(of: tightest), length(tightest.timeHeadroom), of: worstFirst.count)
        }
        let named = worstFirst.filter(\.isMissed).prefix(4)
        return .missed(
            named.map { .delay(name(of: $0), length(.zero - $0.timeHeadroom)) },
            others: missedActivities.count - named.count)
    }

    private var pathSentence: PlanHeadline? {
        guard let first = schedule.longestPath.first.flatMap(index(of:)),
            let last = schedule.longestPath.last.flatMap(index(of:)), first != last
        else { return nil }
        return .criticalPath(schedule.longestPath.count, from: name(first), to: name(last))
    }

    /// Bad when a promise is missed, a warning when less than a day is left of one.
    private var tone: Tone {
        schedule.tightestOpenDeadline.map(tone) ?? .neutral
    }

    // MARK: Promises

    private var projectPromise: DeadlineForecast? { schedule.deadlines.first { $0.activity == nil } }

    /// Those of which work is left, while there is any: what was finished late is history.
    private var deadlinesOfActivities: [DeadlineForecast] {
        let open = schedule.openDeadlines
        return (open.isEmpty ? schedule.deadlines : open).filter { $0.activity != nil }
    }

    private var missedActivities: [DeadlineForecast] { deadlinesOfActivities.filter(\.isMissed) }

    /// What a promise is about.
    func name(of deadline: DeadlineForecast) -> String { name(ofPromise: deadline.activity) }

    /// What is promised: the finish of an activity, or of the whole plan.
    func name(ofPromise activity: ActivityID?) -> String { activity.map(name) ?? book.say(PlanPhrase.wholePlan) }

    private var leadingClause: PlanHeadline {
        let finish = Moment(finish: schedule.finish, on: project.calendar)
        if let promise = projectPromise {
            let promised = Moment(finish: promise.promised, on: project.calendar)
            let headroom = promise.timeHeadroom
            return headroom > .zero && !promise.isMissed
                ? .finishesBefore(finish, headroom: length(headroom), promised: promised)
                : promise.isMissed
                    ? .finishesAfter(finish, delay: length(.zero - headroom), promised: promised)
                    : .finishesWithNothingToSpare(finish, promised: promised)
        }
        guard let tightest = deadlinesOfActivities.min(by: { $0.timeHeadroom < $1.timeHeadroom }) else {
            return .finishesUnpromised(finish)
        }
        let (forecast, promised) = moments(of: tightest)
        let headroom = tightest.timeHeadroom
        return headroom > .zero && !tightest.isMissed
            ? .isDoneBefore(name(of: tightest), forecast, headroom: length(headroom), promised: promised)
            : tightest.isMissed
                ? .isDoneAfter(name(of: tightest), forecast, delay: length(.zero - headroom), promised: promised)
                : .isDoneWithNothingToSpare(name(of: tightest), forecast, promised: promised)
    }

    /// The forecast and the promised date, on the calendar of the activity.
    func moments(of deadline: DeadlineForecast) -> (forecast: Moment, promised: Moment) {
        let calendar = deadline.activity.flatMap(index(of:)).map(project.network.calendar(of:)) ?? project.calendar
        let forecast =
            deadline.activity.flatMap(index(of:)).map(finish) ?? Moment(finish: deadline.forecast, on: calendar)
        return (forecast, Moment(finish: deadline.promised, on: calendar))
    }

    // MARK: Key figures

    var keyFigures: [KeyFigure] {
        let leading = projectPromise ?? schedule.tightestOpenDeadline
        var promises = [leading].compactMap(\.self).map { keyFigure(of: $0, label: book.say(.headroom)) }
        if let tightest = schedule.tightestOpenDeadline, tightest != leading {
            promises.append(keyFigure(of: tightest, label: book.say(PlanPhrase.leastHeadroom)))
        }
        let finish = Moment(finish: schedule.finish, on: project.calendar)
        let span = project.calendar.work(from: schedule.start, to: schedule.finish)
        return promises + [
            KeyFigure(book.say(.finish), book.moment(finish, .dated)),
            KeyFigure(
                book.say(.duration), book.work(length(span), .spelled),
                context: book.say(PlanPhrase.acrossActivities(schedule.longestPath.count))),
        ]
    }

    private func keyFigure(of promise: DeadlineForecast, label: String) -> KeyFigure {
        KeyFigure(
            label, book.work(length(promise.timeHeadroom), .spelled), context: name(of: promise),
            tone: tone(of: promise))
    }

    private func tone(of promise: DeadlineForecast) -> Tone {
        promise.isMissed ? .bad : promise.timeHeadroom < project.minutesPerDay ? .warning : .good
    }
}
