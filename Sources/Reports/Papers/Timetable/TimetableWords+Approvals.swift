import Diagnostics
import Scheduling
import WorkTime
import Workflow

extension TimetableWords {
    /// Who approves what, when, in how many rounds, and what one more would cost.
    func approvalTable(_ outlooks: [ApprovalOutlook]) -> Table {
        Table(
            "approvals", title: book.say(ApprovalPhrase.heading),
            columns: [
                Column(book.say(ApprovalPhrase.approval)),
                Column(book.say(ApprovalPhrase.reviewer), importance: .useful),
                Column(book.say(ApprovalPhrase.written), alignment: .centre, importance: .extra),
                Column(book.say(ApprovalPhrase.shown), .date), Column(book.say(ApprovalPhrase.rounds), .integer),
                Column(book.say(ApprovalPhrase.approved), .date),
                Column(book.say(ApprovalPhrase.oneMoreRound), .work),
            ],
            rows: outlooks.compactMap { outlook in index(of: outlook.approval.id).map { row(outlook, $0) } },
            rowLimit: 60)
    }

    private func row(_ outlook: ApprovalOutlook, _ index: Int) -> [Cell] {
        let gate = outlook.approval.gate
        let shown = outlook.approval.rounds.first.flatMap { self.index(of: $0.answer) }
        return [
            Cell(name(index)), Cell(book.name(outlook.reviewer)),
            Cell(gate.requiresWrittenApproval ? book.say(.yes) : ""),
            shown.map { cell(start($0), at: schedule.activities[$0].start) } ?? Cell("–", emphasis: .muted),
            outlook.isGiven ? Cell("–", emphasis: .muted) : book.cell(.integer(gate.rounds.value)),
            cell(finish(index), at: outlook.approved), price(of: outlook),
        ]
    }

    private func price(of outlook: ApprovalOutlook) -> Cell {
        guard let more = outlook.oneMoreRound else {
            return Cell(outlook.isGiven ? book.say(ApprovalPhrase.given) : "–", emphasis: .muted)
        }
        let cost = cost(of: more)
        guard cost > .zero else { return Cell(.work(length(.zero)), text: book.say(ApprovalPhrase.nothing)) }
        return book.cell(.work(length(cost)), more.missed.isEmpty ? .plain : .missed)
    }

    /// What a further round takes of the least headroom; where nothing is promised, how much later all is done.
    private func cost(of more: OneMoreRound) -> WorkMinutes {
        guard let least = more.leastHeadroom, let now = schedule.tightestOpenDeadline?.timeHeadroom else {
            return more.delay
        }
        return now - least
    }

    /// Which further rounds would break which promises.
    func roundsThatBreakPromises(_ outlooks: [ApprovalOutlook]) -> [String] {
        var broken: [(missed: [ActivityID?], approvals: [String])] = []
        for outlook in outlooks {
            guard let missed = outlook.oneMoreRound?.missed, !missed.isEmpty else { continue }
            let approval = quotedName(outlook.approval.id)
            if let place = broken.firstIndex(where: { $0.missed == missed }) {
                broken[place].approvals.append(approval)
            } else {
                broken.append((missed, [approval]))
            }
        }
        return broken.map { promises, approvals in
            let missed = promises.map { $0.map(quotedName) ?? book.say(ApprovalPhrase.wholePlan) }
            return book.say(ApprovalPhrase.breaks(approvals, missed: missed))
        }
    }

    private func quotedName(_ id: ActivityID) -> String { "“\(name(id))”" }
}
