import WorkTime

/// Work that is planned as late as possible: what comes after it holds it, most in the schedule in which it is earlier.
extension MoveView {
    var causeFromBehind: Cause {
        if later.isHeldFromBehind != earlier.isHeldFromBehind {
            return .reason(changedConventions ?? changedDate ?? .several)
        }
        if point.end == .start, ownMove < 0, -ownMove >= finishMove, let reason = changedLength {
            return .reason(reason)
        }
        for tie in earlier.leavingTies(trace.leaving, isNew: !isNewLater) where earlier.isHeld(by: tie) {
            if let cause = causeBehind(tie) { return cause }
        }
        return .reason(changedDeadline ?? changedPromise ?? changedFact ?? lastMoved ?? .several)
    }

    /// Why a link to a successor leaves less room than in the later schedule; `nil` where it does not.
    private func causeBehind(_ tie: Tie) -> Cause? {
        let target = isNewLater ? trace.nodes.newOfOld[Int(tie.target)] : trace.nodes.oldOfNew[Int(tie.target)]
        let stated = earlier.schedule.project.link(tie, from: Int(tie.source))
        let onlyInEarlier: MoveReason = isNewLater ? .removedLink(stated) : .addedLink(stated)
        guard let target else { return .reason(onlyInEarlier) }
        let candidates = later.network.ties(into: target).filter { Int($0.source) == later.node }
        guard let same = candidates.first(where: { $0.relationship == tie.relationship }) ?? candidates.first else {
            return .reason(onlyInEarlier)
        }
        let other = later.schedule.project.link(same, from: later.node)
        if stated.lag != other.lag || stated.relationship != other.relationship {
            return .reason(isNewLater ? .changedLink(from: stated, to: other) : .changedLink(from: other, to: stated))
        }
        let end: MoveTrace.End = tie.relationship.entersStart ? .start : .finish
        let moved =
            Side(earlier.schedule, node: Int(tie.target)).instant(end) < Side(later.schedule, node: target).instant(end)
        return moved
            ? .target(MoveTrace.Point(node: isNewLater ? target : Int(tie.target), end: end)) : nil
    }

    private var changedDeadline: MoveReason? {
        let (one, other) = isNewLater ? (earlier, later) : (later, earlier)
        guard one.activity?.deadline != other.activity?.deadline else { return nil }
        return .promise(
            from: one.activity?.deadline?.asFinish(on: one.calendar),
            to: other.activity?.deadline?.asFinish(on: other.calendar))
    }

    private var changedPromise: MoveReason? {
        let (one, other) = (trace.old.project.promisedFinish, trace.new.project.promisedFinish)
        return one == other || !later.schedule.project.isScheduledFromFinish ? nil : .promise(from: one, to: other)
    }

    /// Nothing comes after it, so the finish of the project holds it.
    private var lastMoved: MoveReason? {
        guard trace.old.finish != trace.new.finish, let last = trace.new.longestPath.last else { return nil }
        return last == after(point) ? nil : .successor(last)
    }

    private func after(_ point: MoveTrace.Point) -> ActivityID {
        trace.new.project.activities[trace.new.project.network.owner(of: point.node)].id
    }
}

extension Side {
    fileprivate func leavingTies(_ leaving: (old: Grouping, new: Grouping)?, isNew: Bool) -> [Tie] {
        guard let leaving else { return [] }
        return (isNew ? leaving.new : leaving.old)[node].map { network.ties[Int($0)] }
    }

    /// Whether a link leaves its source no room.
    fileprivate func isHeld(by tie: Tie) -> Bool {
        let target = Side(schedule, node: Int(tie.target)).event(tie.relationship.entersStart ? .start : .finish)
        let allowed = network.latestSourceEvent(over: tie, from: target)
        return allowed.position == event(tie.relationship.leavesFinish ? .finish : .start).position
    }
}
