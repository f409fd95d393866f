import Scheduling
import WorkTime
import Workflow

extension ClientTimetableWords {
    /// Each answer of each round, by the day on which it is needed.
    var answerTable: Table {
        Table(
            "answers", title: book.say(ClientPhrase.answersHeading),
            columns: [
                Column(book.say(ClientPhrase.approval)), Column(book.say(ClientPhrase.round), importance: .useful),
                Column(book.say(ClientPhrase.sent), .date), Column(book.say(ClientPhrase.due), .date),
                Column(book.say(ClientPhrase.written), alignment: .centre, importance: .extra),
            ], rows: timetable.answers.map(row))
    }

    private func row(_ answer: ClientTimetable.Answer) -> [Cell] {
        let none = Cell("–", emphasis: .muted)
        let all = rounds(of: answer)
        return [
            Cell(approval(answer)), all == 1 ? none : Cell(book.say(ClientPhrase.roundOf(answer.round, all))),
            answer.sent.map { plan.cell(sent($0), at: $0.instant) } ?? none,
            answer.isGiven
                ? Cell(
                    .minute(schedule.activities[answer.activity].finish),
                    text: "\(finishCell(answer.activity).text) \(book.say(ClientPhrase.given))", emphasis: .muted)
                : finishCell(answer.activity),
            Cell(answer.approval.approval.gate.requiresWrittenApproval ? book.say(.yes) : ""),
        ]
    }

    var workTable: Table {
        Table(
            "client-work", title: book.say(ClientPhrase.workHeading),
            columns: [
                Column(book.say(.activity)), Column(book.say(.start), .date),
                Column(book.say(ClientPhrase.until), .date),
            ], rows: timetable.work.map { [Cell(plan.name($0)), startCell($0), finishCell($0)] })
    }

    var milestoneTable: Table {
        Table(
            "milestones", title: book.say(ClientPhrase.milestones),
            columns: [Column(book.say(ClientPhrase.milestone)), Column(book.say(ClientPhrase.date), .date)],
            rows: timetable.milestones.map { [Cell(plan.name($0)), finishCell($0)] })
    }

    var promiseTable: Table {
        Table(
            "promises", title: book.say(ClientPhrase.promises),
            columns: [Column(book.say(PlanPhrase.promise)), Column(book.say(.promised), .date)],
            rows: timetable.promises.map { promise in
                [Cell(plan.name(of: promise)), plan.cell(promised(promise), at: promise.promised)]
            })
    }

    /// What each vehicle wants and when it is on air, the earliest first.
    var mediaTable: Table {
        Table(
            "media-dates", title: book.say(ClientPhrase.mediaHeading),
            columns: [
                Column(book.say(ClientPhrase.date), .date), Column(book.say(VehiclePhrase.vehicle)),
                Column(book.say(VehiclePhrase.what)),
            ],
            rows: mediaDates.map { date in
                [
                    plan.cell(date.moment, at: date.instant), Cell(book.name(date.vehicle.name)),
                    Cell(mediaWord(date)),
                ]
            }, rowLimit: 100)
    }

    func mediaWord(_ date: MediaDate) -> String {
        date.deadline.map { book.say(VehiclePhrase.kind($0)) } ?? book.say(ClientPhrase.onAirKind)
    }

    /// A date of a vehicle: a deadline, or that it is on air.
    struct MediaDate {
        let vehicle: Vehicle
        /// `nil`: it is on air.
        let deadline: VehicleDeadline.Kind?
        let instant: CivilMinute
        let moment: Moment
    }

    var mediaDates: [MediaDate] {
        let dates = timetable.vehicles.flatMap { vehicle in
            vehicle.deadlines.map { deadline in
                MediaDate(
                    vehicle: vehicle, deadline: deadline.kind, instant: deadline.due,
                    moment: Moment(finish: deadline.due, on: project.calendar))
            } + [
                MediaDate(
                    vehicle: vehicle, deadline: nil, instant: vehicle.onAir,
                    moment: Moment(start: vehicle.onAir, on: project.calendar))
            ]
        }
        return dates.enumerated().sorted { ($0.element.instant, $0.offset) < ($1.element.instant, $1.offset) }
            .map(\.element)
    }

    /// Room to sign.
    var acceptanceTable: Table {
        func blank(_ columns: Int) -> Cell { Cell(String(repeating: "_", count: columns), emphasis: .blank) }
        return Table(
            "acceptance", title: book.say(ClientPhrase.acceptance),
            columns: [.party, .signatory, .signature, .date].map { (phrase: ClientPhrase) in Column(book.say(phrase)) },
            rows: [.forClient, .forAgency].map { (phrase: ClientPhrase) in
                [Cell(book.say(phrase)), blank(16), blank(20), blank(12)]
            })
    }
}
