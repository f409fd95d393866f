import Diagnostics
import WorkTime

extension PlanCheck {
    /// The checked activities as index arrays, and the links between them in the same order as the draft's.
    mutating func network(
        of activities: [Activity], calendars: UsedCalendars, start: CivilMinute, dataDate: CivilMinute?
    )
        -> Network?
    {
        var work = RemainingWork(
            activities: activities, calendars: calendars, conventions: draft.conventions, dataDate: dataDate)
        let promised = draft.finishBy?.value.asFinish(on: calendars.list[0])
        let (ties, incomingStart) = groupedTies(in: &work)
        guard let order = acyclicOrder(ties, incomingStart, owner: work.owner) else { return nil }
        let earliest = draft.conventions.movesPastDataDate ? max(start, dataDate ?? start) : start
        return Network(
            nodes: work.nodes, ties: ties, incomingStart: incomingStart, order: order, start: earliest,
            promisedFinish: promised, isScheduledFromFinish: draft.isScheduledFromFinish, conventions: draft.conventions
        )
    }

    /// The ties grouped by target. The draft's come so already; only the gates of linked summaries make others.
    private mutating func groupedTies(in work: inout RemainingWork) -> (ties: [Tie], incomingStart: [Int32]) {
        var ties: [Tie] = []
        ties.reserveCapacity(draft.activities.reduce(0) { $0 + $1.predecessors.count })
        var incomingStart: [Int32] = [0]
        incomingStart.reserveCapacity(draft.activities.count + 1)
        for target in draft.activities.indices {
            let links = draft.activities[target].predecessors
            for link in links {
                // What does not resolve is reported, and the rest is checked for circles all the same.
                guard let source = resolve(link, of: target) else { continue }
                ties.append(work.tie(link.value, from: source, to: target))
            }
            incomingStart.append(Int32(ties.count))
        }
        let gateTies = work.gateTies(for: ties)
        guard !gateTies.isEmpty else { return (ties, incomingStart) }
        let all = ties + gateTies
        let grouping = Grouping(of: all.indices, count: work.nodes.durations.count) { Int(all[$0].target) }
        return (grouping.members.map { all[Int($0)] }, grouping.starts)
    }
}
