import Scheduling
import WorkTime
import Workflow

/// A timetable as it speaks to the client.
struct ClientTimetableWords {
    let timetable: ClientTimetable
    let book: Phrasebook
    let plan: TimetableWords

    init(_ timetable: ClientTimetable, _ book: Phrasebook) {
        self.timetable = timetable
        self.book = book
        plan = TimetableWords(timetable.schedule, book)
    }

    var schedule: Schedule { timetable.schedule }
    var project: Project { schedule.project }

    // MARK: The headline

    /// The promise and its date first, then what it needs of the client.
    var headline: Report.Headline {
        let needs = needs
        let sentences = [promise, needs, needs == nil ? nil : .condition].compactMap(\.self)
        return Report.Headline(sentences.map { book.say($0) })
    }

    /// That of the whole plan; else the air date; else the last that was promised.
    private var promise: ClientPhrase {
        if let whole = timetable.promises.first(where: { $0.activity == nil }) { return .finished(promised(whole)) }
        if let air = timetable.vehicles.map(\.onAir).min() { return .onAir(Moment(start: air, on: project.calendar)) }
        guard let last = timetable.promises.last else { return .nothingPromised }
        return .promised(plan.name(of: last), promised(last))
    }

    private var needs: ClientPhrase? {
        let open = timetable.answers.filter { !$0.isGiven }.map { plan.finish($0.activity) }
        guard let first = open.first, let last = open.last else { return nil }
        return open.count == 1 ? .oneAnswer(first) : .answers(open.count, first: first, last: last)
    }

    func promised(_ deadline: DeadlineForecast) -> Moment { plan.moments(of: deadline).promised }

    // MARK: Names and dates

    func approval(_ answer: ClientTimetable.Answer) -> String {
        plan.index(of: answer.approval.approval.id).map(plan.name) ?? ""
    }

    func rounds(of answer: ClientTimetable.Answer) -> Int { max(1, answer.approval.approval.rounds.count) }

    func sent(_ event: ClientTimetable.Event) -> Moment { plan.finish(event.activity) }

    func finishCell(_ index: Int) -> Cell { plan.cell(plan.finish(index), at: schedule.activities[index].finish) }

    func startCell(_ index: Int) -> Cell { plan.cell(plan.start(index), at: schedule.activities[index].start) }

    // MARK: The picture

    /// The client's own dates, and when vehicles are on air; `nil` where there are none.
    var picture: GanttChart? {
        let own = timetable.clients.map { lane in
            GanttChart.Lane(
                book.name(lane.name),
                rows: rows.filter { plan.project.activities[$0.activity].lane == lane.id }.map(\.row))
        }
        let air = timetable.vehicles.map { vehicle in
            GanttChart.Row(
                book.name(vehicle.name), start: vehicle.onAir, finish: vehicle.onAir, isMilestone: true)
        }
        let lanes = (own + [GanttChart.Lane(book.say(ClientPhrase.media), rows: air)]).filter { !$0.rows.isEmpty }
        let all = lanes.flatMap(\.rows)
        guard let from = all.map(\.start).min(), let to = all.map(\.finish).max() else { return nil }
        let summary = ClientPhrase.pictureSummary(
            all.count, from: Moment(start: from, on: project.calendar), to: Moment(finish: to, on: project.calendar))
        return plan.chart(
            book.say(ClientPhrase.pictureTitle), summary: book.say(summary), lanes: lanes, markers: markers)
    }

    private var rows: [(activity: Int, row: GanttChart.Row)] {
        // A single answer is called as the approval is; of several the round is told.
        let answers = timetable.answers.map { answer in
            (activity: answer.activity, name: rounds(of: answer) == 1 ? approval(answer) : plan.name(answer.activity))
        }
        let work = timetable.work.map { (activity: $0, name: plan.name($0)) }
        return (answers + work).sorted { left, right in
            let starts = [left, right].map { schedule.activities[$0.activity].start }
            return (starts[0], left.activity) < (starts[1], right.activity)
        }.map { index, name in
            let dates = schedule.activities[index]
            return (
                index,
                GanttChart.Row(
                    name, start: dates.start, finish: dates.finish, isMilestone: project.activities[index].isMilestone)
            )
        }
    }

    private var markers: [GanttChart.Marker] {
        timetable.promises.filter { $0.activity == nil }.map { promise in
            GanttChart.Marker(
                "\(book.say(.promised)) \(book.moment(promised(promise), .brief))", at: promise.promised)
        }
    }
}
