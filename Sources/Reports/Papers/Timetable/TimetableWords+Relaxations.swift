import Scheduling
import WorkTime

extension TimetableWords {
    /// What would help: single changes as a table, then those that only help together.
    func help(for conflict: Conflict, number: Int) -> [Block] {
        guard !conflict.relaxations.isEmpty else { return [.paragraph(book.say(RelaxationPhrase.nothingHelps))] }
        var blocks: [Block] = [.table(helpTable(for: conflict, number: number))]
        if !conflict.together.isEmpty {
            blocks.append(.paragraph(book.say(RelaxationPhrase.together)))
            blocks.append(
                .list(
                    conflict.together.map { relaxation in
                        let change = book.say(phrase(for: relaxation.change))
                        guard relaxation.gain > .zero else { return change }
                        return book.say(RelaxationPhrase.adds(change, length(relaxation.gain, of: conflict)))
                    }))
        }
        return blocks
    }

    private func helpTable(for conflict: Conflict, number: Int) -> Table {
        let remarks =
            [RelaxationPhrase.remark] + (conflict.untried > 0 ? [RelaxationPhrase.untried(conflict.untried)] : [])
        return Table(
            "help-\(number)", title: book.say(RelaxationPhrase.whatWouldHelp),
            columns: [
                Column(book.say(RelaxationPhrase.change)), Column(book.say(RelaxationPhrase.gain), .work),
                Column(book.say(RelaxationPhrase.keepsPromise), alignment: .centre),
            ],
            rows: conflict.relaxations.map { relaxation in
                [
                    Cell(book.say(phrase(for: relaxation.change))),
                    book.cell(.work(length(relaxation.gain, of: conflict))),
                    Cell(
                        relaxation.meetsPromise ? book.say(.yes) : "",
                        emphasis: relaxation.meetsPromise ? .kept : .plain),
                ]
            }, rowLimit: 12, remark: book.list(sentences: remarks.map { book.say($0) }))
    }

    func phrase(for change: Relaxation.Change) -> RelaxationPhrase {
        switch change {
        case .shorten(let id, let from, let to):
            let (before, style) = length(from, of: index(of: id) ?? 0)
            return .shorten(name(id), from: before, to: WorkLength(to, perDay: before.perDay), style)
        case .overlap(let pair, _, let lag):
            let (lead, style) = length(of: lag, from: pair.predecessor)
            return .overlap(
                name(pair.successor), before: name(pair.predecessor),
                by: WorkLength(.zero - lead.minutes, perDay: lead.perDay), style)
        case .lessenLag(let pair, let from, let to): return lessened(pair, from: from, to: to)
        case .moveConstraint(let id, let constraint, let date): return moved(constraint, of: id, to: date)
        case .dropConstraint(let id, let constraint): return .dropDate(name(id), step(constraint, of: id))
        case .dropDelay(let id): return .dropDelay(name(id))
        case .useCalendar(let id, _, let calendar):
            let calendar = self.calendar(calendar)
            return .useCalendar(name(id), calendar: book.name(calendar.name, chinese: calendar.nameZh))
        case .startPlan(let start): return .startPlan(Moment(start: start, on: project.calendar))
        case .movePromise(let promise, let date): return .promise(moment(date, of: promise))
        }
    }

    private func lessened(_ pair: Relaxation.LinkedPair, from: Lag, to: Lag) -> RelaxationPhrase {
        let (before, style) = length(of: from, from: pair.predecessor)
        let (one, other) = (name(pair.predecessor), name(pair.successor))
        guard to.minutes > 0 else { return .dropLag(one, other, before, style) }
        return .lessenLag(one, other, from: before, to: length(of: to, from: pair.predecessor).0, style)
    }

    private func moved(_ constraint: DateConstraint, of id: ActivityID, to date: CivilMinute) -> RelaxationPhrase {
        let calendar = index(of: id).map(project.network.calendar(of:)) ?? project.calendar
        return switch constraint {
        case .startNoEarlierThan: .startFrom(name(id), Moment(start: date, on: calendar))
        case .finishNoEarlierThan: .finishFrom(name(id), Moment(finish: date, on: calendar))
        case .mustFinishOn, .mandatoryFinish: .moveTo(name(id), Moment(finish: date, on: calendar))
        default: .moveTo(name(id), Moment(start: date, on: calendar))
        }
    }

    private func length(of lag: Lag, from predecessor: ActivityID) -> (WorkLength, WorkStyle) {
        guard case .work(let minutes) = lag else {
            return (
                WorkLength(WorkMinutes(lag.minutes), perDay: WorkCalendar.elapsed.minutesPerDay), .aroundTheClock
            )
        }
        return length(minutes, of: index(of: predecessor) ?? 0)
    }
}
