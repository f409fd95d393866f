public import Scheduling
import WorkTime

/// A plan against the baseline that its file keeps.
public struct BaselinePaper: Paper {
    public let variance: BaselineVariance
    /// The plan's file as the reader knows it.
    public let source: String

    public init(variance: BaselineVariance, source: String) {
        self.variance = variance
        self.source = source
    }

    public func report(in book: Phrasebook) -> Report {
        let words = TimetableWords(variance.schedule, book)
        let sections = [
            Section(
                book.say(BaselinePhrase.variances), variance.activities.isEmpty ? [] : [.table(table(words))]),
            Section(book.say(BaselinePhrase.addedSince), addedSince(words)),
            Section(book.say(.findings), words.findingNotes.map(Block.note)),
        ]
        return Report(
            kind: "plan-baseline", language: book.language,
            title: book.say(BaselinePhrase.title(variance.schedule.project.name)),
            facts: [.init(book.say(.source), source)], headline: headline(words),
            sections: sections.filter { !$0.blocks.isEmpty })
    }

    // MARK: Headline

    private func headline(_ words: TimetableWords) -> Report.Headline {
        let book = words.book
        guard !variance.activities.isEmpty else {
            return Report.Headline(
                [book.say(BaselinePhrase.noBaseline), book.say(BaselinePhrase.noBaselineAdvice)], tone: .warning)
        }
        let moves = variance.activities.compactMap(\.finishVariance)
        let (late, early) = (moves.count { $0 > .zero }, moves.count { $0 < .zero })
        let counts = BaselinePhrase.counts(late: late, early: early, onTime: moves.count - late - early)
        let without = variance.withoutBaseline.isEmpty ? nil : BaselinePhrase.without(variance.withoutBaseline.count)
        return Report.Headline(
            [finish(words), counts, without].compactMap { $0.map { book.say($0) } },
            tone: variance.isLate ? .bad : .good)
    }

    private func finish(_ words: TimetableWords) -> BaselinePhrase? {
        guard let finish = variance.finish else { return nil }
        let calendar = variance.schedule.project.calendar
        let now = Moment(finish: variance.schedule.finish, on: calendar)
        let baseline = Moment(finish: finish.baseline, on: calendar)
        if finish.variance == .zero { return .onTime(now) }
        return finish.variance > .zero
            ? .later(words.length(finish.variance), now, baseline: baseline)
            : .earlier(words.length(.zero - finish.variance), now, baseline: baseline)
    }

    // MARK: Tables

    private func table(_ words: TimetableWords) -> Table {
        let book = words.book
        let latestFirst = variance.activities.enumerated().sorted { left, right in
            let (one, other) = (left.element.finishVariance ?? .zero, right.element.finishVariance ?? .zero)
            return one != other ? one > other : left.offset < right.offset
        }
        return Table(
            "variances", title: book.say(BaselinePhrase.variances),
            columns: [
                Column(book.say(.activity)),
                Column(book.say(BaselinePhrase.startVariance), .work, importance: .useful),
                Column(book.say(BaselinePhrase.baselineFinish), .date, importance: .useful),
                Column(book.say(.finish), .date), Column(book.say(BaselinePhrase.finishVariance), .work),
                Column(book.say(BaselinePhrase.durationVariance), .work, importance: .extra),
            ], rows: latestFirst.compactMap { row($0.element, words) }, rowLimit: 200,
            remark: book.say(BaselinePhrase.remark))
    }

    private func row(_ activity: ActivityVariance, _ words: TimetableWords) -> [Cell]? {
        guard let index = words.index(of: activity.id) else { return nil }
        let calendar = words.project.calendar(of: index)
        let isMilestone = words.project.activities[index].isMilestone
        let finish = activity.baseline.finish.map {
            words.cell(
                isMilestone ? Moment(milestone: $0, on: calendar) : Moment(finish: $0, on: calendar), at: $0)
        }
        let unknown = Cell(
            .absent(reason: words.book.say(BaselinePhrase.notStated)), text: words.book.say(.notAvailable),
            emphasis: .muted)
        func variance(_ minutes: WorkMinutes?) -> Cell {
            guard let minutes else { return unknown }
            let (length, style) = words.length(minutes, of: index)
            return Cell(
                .work(length), text: (minutes > .zero ? "+" : "") + words.book.work(length, style),
                emphasis: minutes > .zero ? .missed : minutes < .zero ? .kept : .muted)
        }
        return [
            Cell(words.name(index)), variance(activity.startVariance), finish ?? unknown,
            words.cell(words.finish(index), at: activity.finish),
            variance(activity.finishVariance), variance(activity.durationVariance),
        ]
    }

    private func addedSince(_ words: TimetableWords) -> [Block] {
        guard !variance.activities.isEmpty, !variance.withoutBaseline.isEmpty else { return [] }
        let names = variance.withoutBaseline.prefix(40).compactMap(words.index(of:)).map(words.name)
        let rest = variance.withoutBaseline.count - names.count
        return [.list(names + (rest > 0 ? [words.book.say(ComparisonPhrase.andMore(rest))] : []))]
    }
}
