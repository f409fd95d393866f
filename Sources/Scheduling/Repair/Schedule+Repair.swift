import WorkTime

extension Schedule {
    /// The plan that meets its promises with the commitments moved that cost least.
    ///
    /// *What is asked.* A set of commitments can be kept when the forward pass that holds each at its date, as a start no
    /// earlier than, starts each of them exactly there and keeps every promise. A promise that even the plan without any
    /// commitment misses cannot be met by moving: it is kept to what that plan attains. Promises are ``deadlines``; a latest
    /// date that an activity should keep, as finish no later than, is none. The dates that bind activities in the plan itself,
    /// mandatory ones among them, stay as they are.
    ///
    /// *Why pairs are enough.* Every step of a forward pass is monotone and takes the latest of its demands, so an early date
    /// is the latest of what each held commitment demands by itself. Whatever goes wrong in a set therefore goes wrong by
    /// one member: it cannot be kept at all (the plan without commitments starts it later, or alone it breaks a promise), or
    /// it pushes one other member past its date. That one pushes another is a strict order: if *a* makes *b* late, and *b*
    /// at its date makes *c* late, *a* makes *c* late. So the sets that can be kept are the antichains of that order among
    /// the commitments that can be kept alone, and the heaviest of these is found exactly, by a maximum flow.
    ///
    /// *Equals.* Of several that cost the same, the one that moves fewer commitments is taken, then the one that keeps those
    /// that push rather than those that are pushed: what comes first is the hardest to move.
    ///
    /// *Where this does not hold*, because a length follows from an expected finish, dates go before links, levelling puts
    /// work off or work that takes its successors along is done as late as possible, the choice is tried whole; when it
    /// fails, commitments are kept one after another, the most expensive first, as long as the plan holds. See
    /// ``Repair/isProven``.
    ///
    /// - Parameter commitments: one of each activity at most; those of activities that are not in the plan or not scheduled
    ///   by themselves are left out.
    /// - Precondition: the plan is not counted back from its finish, and `self` is its schedule as it stands.
    /// - Complexity: O(commitments × (activities + links)), and the flow between the commitments.
    public func repair(keeping commitments: [Commitment]) -> Repair { repair(keeping: commitments, promised: [:]) }

    func repair(keeping commitments: [Commitment], promised: [ActivityID?: CivilMinute]) -> Repair {
        precondition(!project.isScheduledFromFinish, "a plan that is counted back from its finish has no repair")
        let known = commitments.filter { project.index(of: $0.activity).map(project.isWorked) ?? false }
        let begun = known.filter { commitment in
            project.index(of: commitment.activity).map { project.activities[$0].isStarted } ?? false
        }
        let open = known.filter { !begun.contains($0) }
        var choice = RepairChoice(RepairProblem(self, open, promised: promised))
        let schedule = choice.settle()
        return Repair(
            schedule: schedule, kept: choice.kept.map { open[$0] }, moved: choice.moved(in: schedule), begun: begun,
            unattainable: choice.problem.bounds.filter(\.isUnattainable).map {
                UnattainablePromise(activity: $0.activity, promised: $0.promised, attainable: $0.limit)
            }, isProven: choice.isProven)
    }
}
