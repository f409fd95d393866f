import Scheduling
import WorkTime

/// What commitments give away.
extension WarningSigns {
    /// People and clients who have been told a start that will not hold, those that have not begun.
    var movedCommitments: [EarlyWarning] {
        commitments.filter { $0.kind == .confirmedPeople || $0.kind == .agreedWithClient }.compactMap { commitment in
            guard let index = project.index(of: commitment.activity), !project.activities[index].isStarted else {
                return nil
            }
            let calendar = project.calendar(of: index)
            let now = schedule.activities[index].start
            guard calendar.position(of: now) > calendar.position(of: commitment.date) else { return nil }
            let chain = schedule.openChain(to: commitment.activity)
            return warning(
                .commitmentMoves(commitment.activity, commitment.kind, told: commitment.date, now: now), chain,
                roundOptions(chain, for: tightest(after: commitment.activity)))
        }
    }
}
