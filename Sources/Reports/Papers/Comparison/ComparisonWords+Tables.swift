import Scheduling
import WorkTime

extension ComparisonWords {
    private static let pageRows = 200

    /// What moved, most first; equals in the order of the plan.
    var movedTable: Table {
        let rows = comparison.moved.enumerated().sorted { left, right in
            let (one, other) = (days(left.element), days(right.element))
            return one != other ? one > other : left.offset < right.offset
        }.map { row($0.element) }
        return Table(
            "moved", title: book.say(ComparisonPhrase.moved),
            columns: [
                Column(book.say(.activity)), Column(book.say(ComparisonPhrase.before), .date),
                Column(book.say(ComparisonPhrase.now), .date), Column(book.say(ComparisonPhrase.by), .work),
                Column(book.say(ComparisonPhrase.why), importance: .useful),
                Column(book.say(ComparisonPhrase.beginsWith), importance: .extra),
                Column(book.say(ComparisonPhrase.floatBefore), .work, importance: .extra),
                Column(book.say(ComparisonPhrase.floatNow), .work, importance: .extra),
            ], rows: rows, rowLimit: Self.pageRows, remark: book.say(ComparisonPhrase.movedRemark))
    }

    private func days(_ moved: MovedActivity) -> Double {
        new.index(of: moved.id).map { new.length(size(moved.moved), of: $0).0.days } ?? 0
    }

    private func row(_ moved: MovedActivity) -> [Cell] {
        guard let index = new.index(of: moved.id) else { preconditionFailure("“\(moved.id)” is not in the new plan") }
        let formerIndex = old.index(of: moved.before.id)
        return [
            Cell(name(moved.id), emphasis: moved.after.isCritical ? .strong : .plain),
            formerIndex.map { new.cell(old.finish($0), at: moved.before.finish) } ?? .empty,
            new.cell(new.finish(index), at: moved.after.finish), signed(moved.moved, of: index),
            Cell(brief(moved.reason, of: moved.id)),
            moved.reason.isHandedOn ? Cell(name(moved.root.activity)) : .empty,
            float(moved.before.totalFloat, of: index), float(moved.after.totalFloat, of: index),
        ]
    }

    private func signed(_ minutes: WorkMinutes, of index: Int) -> Cell {
        let (length, style) = new.length(minutes, of: index)
        return Cell(
            .work(length), text: (minutes > .zero ? "+" : "") + book.work(length, style),
            emphasis: minutes > .zero ? .missed : minutes < .zero ? .kept : .muted)
    }

    private func float(_ float: WorkMinutes?, of index: Int) -> Cell {
        guard let float else { return Cell("–", emphasis: .muted) }
        return new.cell(float, of: index, float < .zero ? .missed : .plain)
    }

    // MARK: Promises

    var promiseTable: Table {
        Table(
            "promises", title: book.say(PlanPhrase.promises),
            columns: [
                Column(book.say(PlanPhrase.promise)), Column(book.say(.promised), .date),
                Column(book.say(ComparisonPhrase.forecastBefore), .date, importance: .useful),
                Column(book.say(.forecast), .date, importance: .useful),
                Column(book.say(ComparisonPhrase.headroomBefore), .work),
                Column(book.say(ComparisonPhrase.headroomNow), .work),
            ],
            rows: comparison.promises.map { promise in
                [
                    Cell(name(of: promise)), promised(promise), forecast(promise.before, old),
                    forecast(promise.after, new),
                    headroom(promise.before, old), headroom(promise.after, new),
                ]
            }, rowLimit: Self.pageRows)
    }

    /// The date as it is promised now, with that before where it is another.
    private func promised(_ promise: PromiseChange) -> Cell {
        guard let after = promise.after else { return Cell(book.say(ComparisonPhrase.notPromised), emphasis: .muted) }
        let isNew = promise.before.map { $0.promised != after.promised } ?? true
        return Cell(
            .minute(after.promised), text: book.moment(new.moments(of: after).promised, new.dayStyle),
            emphasis: isNew ? .new : .plain)
    }

    private func forecast(_ promise: DeadlineForecast?, _ words: TimetableWords) -> Cell {
        guard let promise else { return Cell("–", emphasis: .muted) }
        return words.cell(words.moments(of: promise).forecast, at: promise.forecast)
    }

    private func headroom(_ promise: DeadlineForecast?, _ words: TimetableWords) -> Cell {
        guard let promise else { return Cell("–", emphasis: .muted) }
        return book.cell(.work(words.length(promise.timeHeadroom)), promise.isMissed ? .missed : .kept)
    }

    // MARK: Lists

    /// Where the moves begin, those that moved most activities first, with how many each has moved.
    var causes: [String] {
        var counts: [String: Int] = [:]
        var roots: [String] = []
        for moved in comparison.moved {
            let words = book.say(clause(moved.root))
            if counts[words] == nil { roots.append(words) }
            counts[words, default: 0] += 1
        }
        let ordered = roots.enumerated().sorted { left, right in
            let (one, other) = (counts[left.element] ?? 0, counts[right.element] ?? 0)
            return one != other ? one > other : left.offset < right.offset
        }.map(\.element)
        let rest = ordered.count - Self.mostCauses
        return ordered.prefix(Self.mostCauses).map {
            book.say(ComparisonPhrase.cause($0, moved: counts[$0] ?? 0))
        } + (rest > 0 ? [book.say(ComparisonPhrase.moreCauses(rest))] : [])
    }

    private static let mostCauses = 20

    var comeAndGone: [String] {
        capped(comparison.added).map { book.say(ComparisonPhrase.added($0)) }
            + capped(comparison.removed).map { book.say(ComparisonPhrase.removed($0)) }
    }

    private func capped(_ ids: [ActivityID]) -> [String] { names(ids, atMost: 40) }

    var criticalityChanges: [String] {
        [
            comparison.becameCritical.isEmpty ? nil : ComparisonPhrase.nowCritical(names(comparison.becameCritical)),
            comparison.stoppedBeingCritical.isEmpty
                ? nil : ComparisonPhrase.noLongerCritical(names(comparison.stoppedBeingCritical)),
        ].compactMap { $0.map { book.say($0) } }
    }
}
