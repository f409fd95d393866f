import Scheduling
import WorkTime
import Workflow

extension RepairWords {
    private static let pageRows = 200

    var movedTable: Table {
        Table(
            "moved-commitments", title: book.say(RepairPhrase.toMove),
            columns: [
                Column(book.say(RepairPhrase.commitment)), Column(book.say(RepairPhrase.toldTo), importance: .useful),
                Column(book.say(RepairPhrase.told), .date), Column(book.say(RepairPhrase.now), .date),
                Column(book.say(RepairPhrase.cost), .integer),
            ],
            rows: repair.repair.moved.map { moved in
                let commitment = moved.commitment
                return [
                    Cell(plan.name(commitment.activity), emphasis: .strong),
                    Cell(book.say(RepairPhrase.kind(commitment.kind))), told(commitment),
                    cell(moved.forecast, of: commitment.activity, .missed), cost(commitment.cost),
                ]
            }, rowLimit: Self.pageRows)
    }

    /// Commitments that are kept, and those of what has begun, in the order of the plan.
    var standing: [(commitment: Commitment, isBegun: Bool)] {
        let all = repair.repair.kept.map { ($0, false) } + repair.repair.begun.map { ($0, true) }
        return all.sorted { plan.index(of: $0.0.activity) ?? 0 < plan.index(of: $1.0.activity) ?? 0 }
    }

    var standingTable: Table {
        Table(
            "kept-commitments", title: book.say(RepairPhrase.kept),
            columns: [
                Column(book.say(RepairPhrase.commitment)), Column(book.say(RepairPhrase.toldTo), importance: .useful),
                Column(book.say(RepairPhrase.told), .date), Column(book.say(RepairPhrase.cost), .integer),
                Column(book.say(RepairPhrase.state), importance: .extra),
            ],
            rows: standing.map { commitment, isBegun in
                [
                    Cell(plan.name(commitment.activity)), Cell(book.say(RepairPhrase.kind(commitment.kind))),
                    told(commitment), cost(commitment.cost),
                    isBegun
                        ? Cell(book.say(RepairPhrase.begun), emphasis: .muted)
                        : Cell(book.say(PlanPhrase.kept), emphasis: .kept),
                ]
            }, rowLimit: Self.pageRows)
    }

    /// What moves against the agreed plan, in the order in which it now starts.
    var shiftTable: Table {
        let places = Dictionary(plan.byStart.enumerated().map { ($1, $0) }) { first, _ in first }
        let ordered = repair.shifts.sorted { left, right in
            places[plan.index(of: left.id) ?? 0] ?? 0 < places[plan.index(of: right.id) ?? 0] ?? 0
        }
        return Table(
            "shifted", title: book.say(RepairPhrase.shifted),
            columns: [
                Column(book.say(.activity)), Column(book.say(RepairPhrase.told), .date, importance: .useful),
                Column(book.say(RepairPhrase.now), .date), Column(book.say(RepairPhrase.by), .work),
                Column(book.say(RepairPhrase.why)),
            ],
            rows: ordered.map { shift in
                let finishOnly = shift.startMoved ?? .zero == .zero
                let (former, now) =
                    finishOnly ? (shift.reference.finish, shift.finish) : (shift.reference.start, shift.start)
                return [
                    Cell(plan.name(shift.id)), former.map { cell($0, of: shift.id, atFinish: finishOnly) } ?? .empty,
                    cell(now, of: shift.id, atFinish: finishOnly), moved(shift), Cell(brief(shift.reason)),
                ]
            }, rowLimit: Self.pageRows)
    }

    private func moved(_ shift: ShiftedActivity) -> Cell {
        let (length, style) = plan.length(shift.moved, of: plan.index(of: shift.id) ?? 0)
        return Cell(
            .work(length), text: (shift.moved > .zero ? "+" : "") + book.work(length, style),
            emphasis: shift.moved > .zero ? .missed : .kept)
    }

    private static let mostThatSaveNothing = 6

    /// Those that save something; where none does, those that gain most.
    var shownAlternatives: (all: [RepairAlternative], saves: Bool) {
        let own = RepairOutcome(repair.repair)
        let better = repair.alternatives.ranked.filter { $0.outcome.isBetter(than: own) }
        guard better.isEmpty else { return (better, true) }
        return (Array(repair.alternatives.ranked.prefix(Self.mostThatSaveNothing)), false)
    }

    var alternativeTable: Table {
        let shown = shownAlternatives.all
        let (untried, unsought) = (repair.alternatives.untried, repair.alternatives.unsought)
        let remarks: [RepairPhrase] =
            [.alternativesRemark] + (untried > 0 ? [.untried(untried)] : [])
            + (unsought > 0 ? [.unsought(unsought)] : [])
        let misses = shown.contains { !$0.outcome.missed.isEmpty } || !repair.repair.unattainable.isEmpty
        return Table(
            "alternatives", title: book.say(RepairPhrase.alternatives),
            columns: [
                Column(book.say(RepairPhrase.change)), Column(book.say(RepairPhrase.stillMove), .integer),
                Column(book.say(RepairPhrase.cost), .integer),
                misses ? Column(book.say(RepairPhrase.stillMissed), .integer) : nil,
                Column(book.say(RepairPhrase.gain), .work, importance: .useful),
            ].compactMap(\.self),
            rows: shown.map { alternative in
                let outcome = alternative.outcome
                return [
                    Cell(book.say(phrase(for: alternative.change))), count(outcome.moved.count), count(outcome.cost),
                    misses ? count(outcome.missed.count) : nil, book.cell(.work(plan.length(alternative.gain))),
                ].compactMap(\.self)
            }, rowLimit: 12, remark: book.list(sentences: remarks.map { book.say($0) }))
    }

    // MARK: Cells

    /// Nothing is what one wishes for.
    private func count(_ count: Int) -> Cell { book.cell(.integer(count), count == 0 ? .kept : .plain) }

    private func cost(_ cost: Int) -> Cell { book.cell(.integer(cost)) }

    private func told(_ commitment: Commitment) -> Cell { cell(commitment.date, of: commitment.activity) }

    private func cell(_ instant: CivilMinute, of id: ActivityID, _ emphasis: Cell.Emphasis = .plain) -> Cell {
        Cell(.minute(instant), text: book.moment(start(instant, of: id), dayStyle), emphasis: emphasis)
    }

    private func cell(_ instant: CivilMinute, of id: ActivityID, atFinish: Bool) -> Cell {
        guard atFinish else { return cell(instant, of: id) }
        return Cell(.minute(instant), text: book.moment(moment(instant, of: id), dayStyle))
    }
}
