import Scheduling
import WorkTime

extension TimetableWords {
    func heading(of conflict: Conflict) -> String {
        switch conflict.promise {
        case .finishBy: book.say(ConflictPhrase.headingOfPlan)
        case .deadline(let id): book.say(ConflictPhrase.headingOfDeadline(name(id)))
        case .constraint(let id, _): book.say(ConflictPhrase.headingOfDate(name(id)))
        }
    }

    /// By how much, by what chain, and what would help.
    func explanation(of conflict: Conflict, number: Int) -> [Block] {
        let (promised, forecast) = (moment(conflict.promised, of: conflict), moment(conflict.forecast, of: conflict))
        let sentence: ConflictPhrase =
            conflict.missedBy > .zero
            ? .missed(promised: promised, forecast: forecast, by: length(conflict.missedBy, of: conflict))
            : .missedByTimeOff(promised: promised, forecast: forecast)
        return [.paragraph(book.say(sentence)), .table(chainTable(of: conflict, number: number))]
            + help(for: conflict, number: number)
    }

    func name(_ id: ActivityID) -> String { index(of: id).map(name) ?? id.rawValue }

    /// An end of the promised work.
    func moment(_ instant: CivilMinute, of conflict: Conflict) -> Moment { moment(instant, of: conflict.promise) }

    func moment(_ instant: CivilMinute, of promise: Promise) -> Moment {
        guard let index = promise.activity.flatMap(index(of:)) else {
            return Moment(finish: instant, on: project.calendar)
        }
        let calendar = project.network.calendar(of: index)
        if project.activities[index].isMilestone { return Moment(milestone: instant, on: calendar) }
        guard case .constraint(_, let constraint) = promise else {
            return Moment(finish: instant, on: calendar)
        }
        switch constraint {
        case .startNoLaterThan, .mustStartOn, .mandatoryStart: return Moment(start: instant, on: calendar)
        default: return Moment(finish: instant, on: calendar)
        }
    }

    /// Working minutes of the calendar that the promise is counted on.
    func length(_ minutes: WorkMinutes, of conflict: Conflict) -> WorkLength {
        guard case .constraint(let id, _) = conflict.promise, let index = index(of: id) else { return length(minutes) }
        return length(minutes, of: index).0
    }

    // MARK: Chain

    private func chainTable(of conflict: Conflict, number: Int) -> Table {
        let elements = conflict.chain.elements
        let elapsed = elements.reduce(ElapsedMinutes.zero) { $0 + $1.elapsed }
        let works = Set(elements.map(\.calendar)).count == 1
        let work = elements.reduce(WorkMinutes.zero) { $0 + $1.work }
        let day = calendar(elements[0].calendar).minutesPerDay
        return Table(
            "chain-\(number)", title: book.say(ConflictPhrase.chain),
            columns: [
                Column(book.say(ConflictPhrase.step)), Column(book.say(ConflictPhrase.until), .date),
                Column(book.say(ConflictPhrase.workingTime), .work),
                Column(book.say(ConflictPhrase.byTheClock), .work, importance: .useful),
            ],
            rows: elements.filter(\.isWorthARow).map(chainRow),
            totals: [
                Cell(book.say(ConflictPhrase.altogether)), .empty,
                works ? book.cell(.work(WorkLength(work, perDay: day))) : .empty, clockCell(elapsed),
            ], rowLimit: 60, remark: book.say(ConflictPhrase.chainRemark))
    }

    private func chainRow(_ element: CausalChain.Element) -> [Cell] {
        let calendar = calendar(element.calendar)
        let end = moment(element, on: calendar)
        let length = WorkLength(element.work, perDay: calendar.minutesPerDay)
        let style: WorkStyle = calendar.id == WorkCalendar.elapsed.id ? .aroundTheClock : .plain
        let isWork = element.isWork
        return [
            Cell(text(of: element.kind), emphasis: isWork ? .strong : .plain),
            Cell(.minute(element.to), text: book.moment(end, dayStyle)),
            element.work == .zero ? .empty : Cell(.work(length), text: book.work(length, style)),
            element.elapsed == .zero ? .empty : clockCell(element.elapsed),
        ]
    }

    /// Where an element ends: what holds and what is off ends with a start.
    private func moment(_ element: CausalChain.Element, on calendar: WorkCalendar) -> Moment {
        switch element.kind {
        case .hold, .gap, .delay: Moment(start: element.to, on: calendar)
        case .activity(let id):
            index(of: id).map { project.activities[$0].isMilestone } ?? false
                ? Moment(milestone: element.to, on: calendar) : Moment(finish: element.to, on: calendar)
        case .link: Moment(finish: element.to, on: calendar)
        }
    }

    private func clockCell(_ elapsed: ElapsedMinutes) -> Cell {
        let length = WorkLength(WorkMinutes(elapsed.count), perDay: WorkCalendar.elapsed.minutesPerDay)
        return Cell(.work(length), text: book.work(length, .plain), emphasis: .muted)
    }

    func calendar(_ id: String) -> WorkCalendar {
        project.network.calendars.first { $0.id == id } ?? project.calendar
    }

    private func text(of kind: CausalChain.Kind) -> String {
        switch kind {
        case .hold(let id, let hold): text(of: hold, id)
        case .activity(let id): name(id)
        case .link(let predecessor, let successor, let relationship, let lag):
            book.say(
                ConflictPhrase.linked(
                    name(successor),
                    .link(relationship, name(predecessor), distance(lag, from: index(of: predecessor) ?? 0))))
        case .gap(let id): book.say(ConflictPhrase.timeOff(name(id)))
        case .delay(let id): book.say(ConflictPhrase.delayed(name(id)))
        }
    }

    private func text(of hold: CausalChain.Hold, _ id: ActivityID) -> String {
        switch hold {
        case .projectStart: book.say(ConflictPhrase.planStarts)
        case .dataDate: book.say(ConflictPhrase.dataDate)
        case .actual: book.say(ConflictPhrase.happened(name(id)))
        case .hand: book.say(ConflictPhrase.putByHand(name(id)))
        case .date(let constraint): book.say(ConflictPhrase.dated(name(id), step(constraint, of: id)))
        case .others: book.say(ConflictPhrase.held(name(id)))
        }
    }

    /// A date in words.
    func step(_ constraint: DateConstraint, of id: ActivityID) -> PlanStep {
        .date(
            constraint,
            constraint.date.map { Moment(stated: $0) } ?? index(of: id).map(finish)
                ?? Moment(day: schedule.finish.day, minuteOfDay: nil))
    }
}

extension CausalChain.Element {
    fileprivate var isWork: Bool { if case .activity = kind { true } else { false } }

    /// A link without a lag takes no time, and says nothing that the order of the rows does not.
    fileprivate var isWorthARow: Bool {
        guard case .link(_, _, let relationship, let lag) = kind else { return true }
        return lag.minutes != 0 || relationship != .finishToStart
    }
}
