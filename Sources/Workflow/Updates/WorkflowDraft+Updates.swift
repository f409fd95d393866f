public import Diagnostics
public import Scheduling

extension WorkflowDraft {
    /// The plan with what has happened since, as it was reported.
    ///
    /// A later report completes an earlier one and what the plan itself states: of each activity the last word on each point
    /// counts. Work that is reported as finished has nothing left, whatever was said of it before. An approval has at least
    /// the rounds of which something is remembered.
    ///
    /// - Parameters:
    ///   - updates: in the order of their dates; the last one's is the data date, unless the plan's own is later.
    ///   - areRemembered: whether they were sound when they came. What they tell of activities that the plan has no more is then
    ///     set aside with a warning.
    public func applying(_ updates: [StatusUpdate], areRemembered: Bool = false) -> WorkflowDraft {
        guard let last = updates.last else { return self }
        var draft = self
        let told = updates.flatMap { $0.progress.map(\.id.value) }
        if areRemembered { draft.remembered.formUnion(told) } else { draft.remembered.subtract(told) }
        let stated = draft.plan.dataDate?.value.asStart
        if stated.map({ $0 < last.date.value.asStart }) ?? true { draft.plan.dataDate = last.date }
        var places = ProgressPlaces(in: draft)
        for update in updates {
            for (id, progress) in update.progress { draft.take(progress, of: id, at: &places) }
            for (id, count) in update.rounds { draft.take(count, of: id.value) }
        }
        if areRemembered { for id in told { draft.haveRound(of: id) } }
        return draft
    }

    /// Lets an approval have the round that an id such as `ok/2` or `ok/2/layouts` is of.
    private mutating func haveRound(of id: ActivityID) {
        let parts = id.rawValue.split(separator: "/", omittingEmptySubsequences: false)
        for place in parts.indices.dropFirst() {
            let gate = ActivityID(parts[..<place].joined(separator: "/"))
            guard let rounds = gates[gate]?.rounds, let round = Int(parts[place]), round > rounds.value, round < 100
            else {
                continue
            }
            take(Located(round, at: rounds.place), of: gate)
        }
    }

    /// That an update tells of less than the plan's file already knows.
    public func faults(taking update: StatusUpdate) -> [Finding] {
        let early = plan.dataDate.flatMap { stated -> Finding? in
            guard update.date.value.day < stated.value.day else { return nil }
            return Finding(
                "plan.update-before-last", .error,
                "the update is of \(update.date.value), and the plan itself tells up to \(stated.value)",
                advice: "give what is new with a date from \(stated.value) on, or take  data-date  out of the plan",
                at: update.date.place)
        }
        return [early].compactMap(\.self) + update.aheadOfItself + update.saidTwice + unknownApprovals(in: update)
    }

    /// What an update speaks of that the plan does not have. Of activities that is found when the plan is unrolled: rounds
    /// and changes make some.
    private func unknownApprovals(in update: StatusUpdate) -> [Finding] {
        update.rounds.filter { gates[$0.id.value] == nil }.map { id, count in
            let known = gates.keys.map(\.rawValue).sorted()
            return Finding(
                "plan.unknown-gate", .error,
                "“\(id.value)”, which is said to take \(count.value) rounds, is no approval",
                advice: nearestName(to: id.value.rawValue, among: known).map { "did you mean “\($0)”?" }
                    ?? "name an activity with a gate", at: id.place)
        }
    }

    private mutating func take(_ rounds: Located<Int>, of gate: ActivityID) {
        gates[gate]?.rounds = rounds
        // That a client took more than there were to be at most is a fact, not a fault of the plan.
        if let most = gates[gate]?.mostRounds, most.value < rounds.value { gates[gate]?.mostRounds = rounds }
        // Then nothing is left to chance: the last of them is the last.
        guard let chances = gates[gate]?.chances, !chances.isEmpty, chances.count < rounds.value else { return }
        gates[gate]?.chances = (1...rounds.value).map { Located($0 == rounds.value ? 10_000 : 0, at: rounds.place) }
    }

    private mutating func take(
        _ news: ProgressDraft, of id: Located<ActivityID>, at places: inout ProgressPlaces
    ) {
        if let place = places.stated[id.value] {
            progress[place].progress = progress[place].progress.completed(by: news)
            return
        }
        // An activity states its own progress once: here or there.
        if let place = places.activities[id.value] {
            plan.activities[place].progress = plan.activities[place].progress.completed(by: news)
            return
        }
        places.stated[id.value] = progress.count
        progress.append((id, news))
    }
}

/// Where a draft states the progress of each activity, and where the activity itself; of several the first.
private struct ProgressPlaces {
    var stated: [ActivityID: Int]
    let activities: [ActivityID: Int]

    init(in draft: WorkflowDraft) {
        stated = Self.places(of: draft.progress.map(\.id.value))
        activities = Self.places(of: draft.plan.activities.map(\.id.value))
    }

    private static func places(of ids: [ActivityID]) -> [ActivityID: Int] {
        Dictionary(zip(ids, ids.indices)) { first, _ in first }
    }
}

extension ProgressDraft {
    /// The same with later news of it.
    public func completed(by news: ProgressDraft) -> ProgressDraft {
        var all = self
        all.actualStart = news.actualStart ?? actualStart
        all.actualFinish = news.actualFinish ?? actualFinish
        guard news.actualFinish == nil else {
            (all.remaining, all.complete, all.suspended, all.resumes) = (nil, nil, nil, nil)
            return all
        }
        // What is left and how much is done are two ways of saying one thing: the later word replaces both.
        if news.remaining != nil || news.complete != nil {
            (all.remaining, all.complete, all.completeKind) = (news.remaining, news.complete, news.completeKind)
            all.actualFinish = nil
        }
        if news.suspended != nil || news.resumes != nil {
            (all.suspended, all.resumes) = (news.suspended, news.resumes)
        }
        return all
    }
}

extension StatusUpdate {
    /// What it says has happened after the day up to which it tells.
    fileprivate var aheadOfItself: [Finding] {
        progress.flatMap { id, progress in
            [progress.actualStart, progress.actualFinish].compactMap(\.self).filter { $0.value.day > date.value.day }
                .map {
                    Finding(
                        "plan.update-ahead", .error,
                        "“\(id.value)” is said to have begun or finished on \($0.value), after the update, which is of \(date.value)",
                        advice: "correct the date, or say what is left of it", at: $0.place)
                }
        }
    }

    /// What is said of one activity in two places: nobody knows which of them holds.
    fileprivate var saidTwice: [Finding] {
        var seen: Set<ActivityID> = []
        return progress.map(\.id).filter { !seen.insert($0.value).inserted }.map { id in
            Finding(
                "plan.progress-twice", .error, "what has happened to “\(id.value)” is stated twice in the update",
                advice: "say it once, all in one place", at: id.place)
        }
    }
}
