import Headroom

/// Layered networks of about two predecessors an activity, finish to start with lags of days, scheduled on the plain
/// five-day week. The answer is held against two loops over whole days that know no calendar.
let scheduling = [1_000, 100_000].map { count in
    let network = LayeredNetwork(count: count)
    let project = network.project()
    let expected = network.lengthInDays()
    return Benchmark(name: "critical-path-\(count)", units: count) {
        let schedule = project.schedule()
        let work = project.calendar.position(of: schedule.finish) - project.calendar.position(of: project.start)
        precondition(work.count == expected * 480, "\(work.count) minutes, not \(expected) days")
    }
}

/// The forward and the backward pass alone.
let passes = [1_000_000].map { count in
    let network = LayeredNetwork(count: count)
    let project = network.project()
    let expected = network.lengthInDays()
    return Benchmark(name: "passes-\(count)", units: count) {
        let work = project.calendar.position(of: project.passes().finish) - project.calendar.position(of: project.start)
        precondition(work.count == expected * 480, "\(work.count) minutes, not \(expected) days")
    }
}

/// Repairs of ten thousand activities, three hundred of which are committed, in turn to their early date and to days after it.
/// What is kept is held against a loop over whole days.
let repairs = [10_000].map { count in
    let network = LayeredNetwork(count: count)
    let schedule = network.project().schedule()
    let days = network.startsInDays(holding: [:])
    let calendar = schedule.project.calendar
    let first = calendar.position(of: schedule.project.start)
    let committed = stride(from: 0, to: count, by: count / 300).prefix(300).map { ($0, days[$0] + $0 % 5) }
    let commitments = committed.map { index, day in
        Commitment(
            schedule.project.activities[index].id, .confirmedPeople,
            on: calendar.start(at: first + WorkMinutes(day * 480)), cost: 1 + index % 7)
    }
    return Benchmark(name: "repair-\(count)", units: count) {
        let repair = schedule.repair(keeping: commitments)
        let kept = Set(repair.kept.map(\.activity))
        let pins = Dictionary(
            uniqueKeysWithValues: committed.filter { kept.contains(schedule.project.activities[$0.0].id) })
        let starts = network.startsInDays(holding: pins)
        precondition(repair.isProven && pins.allSatisfy { starts[$0.key] == $0.value }, "a date is not kept")
        precondition(kept.count + repair.moved.count == commitments.count)
    }
}

/// Ten thousand approvals of two rounds each, one behind the other, as plain activities.
let approvals = [10_000].map { count in
    let draft = GatedChain(count: count).draft
    return Benchmark(name: "expand-\(count)-gates", units: count) {
        let plan = draft.expanded(calendars: CalendarLibrary())
        precondition(plan.findings.isEmpty && plan.draft.activities.count == count * 5)
    }
}

/// Work and its approval in turn.
private struct GatedChain {
    var draft = WorkflowDraft(plan: PlanDraft(lanes: [Located(Lane(id: "client", name: "Client"))]))

    init(count: Int) {
        for index in 0..<count {
            let (work, gate) = (ActivityID("w\(index)"), ActivityID("g\(index)"))
            draft.plan.activities.append(
                ActivityDraft(
                    id: Located(work), duration: Located(.days(2)),
                    predecessors: index == 0 ? [] : [Located(LinkDraft(to: ActivityID("g\(index - 1)")))]))
            draft.plan.activities.append(
                ActivityDraft(id: Located(gate), kind: .milestone, predecessors: [Located(LinkDraft(to: work))]))
            var approval = ApprovalGate()
            approval.reviewer = Located("client")
            approval.answer = Located(ResponseTime([.days(1)])!)
            approval.rounds = Located(2)
            approval.rework = [Located(Rework(work, .days(1)))]
            draft.gates[gate] = approval
        }
    }
}

/// The same over the plan of a file; the answer is held against that of the whole schedule.
func passes(overPlanAt path: String) -> Benchmark {
    let reading = try! PlanReader.read(InputFile(reading: path).bytes, file: path)
    let project = try! Project(checking: reading.draft, calendars: CalendarLibrary())
    let finish = project.schedule().finish
    return Benchmark(name: "passes \(path)", units: project.activities.count) {
        precondition(project.passes().finish == finish)
    }
}

/// Edits of single durations of a plan of 10,000 activities, then links that come and go, one after another, each with the
/// dates and floats that follow. At the end the plan is what it was, and so is its schedule.
let editing = EditBenchmark(count: 10_000, edits: 2_000)

struct EditBenchmark {
    let name: String
    private let count: Int
    private let edits: Int

    init(count: Int, edits: Int) {
        name = "edit-\(count)"
        self.count = count
        self.edits = edits
    }

    func measure() {
        let draft = LayeredNetwork(count: count).draft()
        var live = try! LiveSchedule(draft, calendars: CalendarLibrary())
        let before = live.schedule
        var seconds: [Double] = []
        for edit in 0..<edits {
            let index = edit * 7_919 % count
            let (id, former) = (draft.activities[index].id.value, draft.activities[index].duration!.value)
            for duration in [PlannedDuration.days(1 + edit % 25), former] {
                seconds.append(Timing.of { try! live.apply(.duration(id, duration)) }.wall)
            }
        }
        print("durations", seconds)
        seconds = []
        for edit in 0..<edits / 4 {
            let (source, target) = (edit * 7_919 % (count - 100), edit * 7_919 % (count - 100) + 50 + edit % 50)
            let (link, id) = (LinkDraft(to: draft.activities[source].id.value), draft.activities[target].id.value)
            guard !draft.activities[target].predecessors.contains(where: { $0.value.predecessor == link.predecessor })
            else { continue }
            seconds.append(Timing.of { try! live.apply(.addLink(link, to: id)) }.wall)
            seconds.append(
                Timing.of { try! live.apply(.removeLink(from: link.predecessor, .finishToStart, to: id)) }.wall)
        }
        print("links", seconds)
        precondition(live.schedule == before, "edits that were taken back left something behind")
    }

    /// Prints the median and the 99th percentile.
    private func print(_ what: String, _ times: [Double]) {
        let seconds = times.sorted()
        Swift.print(
            """
            {"benchmark":"\(name)-\(what)","edits":\(seconds.count),\
            "medianSeconds":\(seconds[seconds.count / 2].rounded6),\
            "percentile99Seconds":\(seconds[seconds.count * 99 / 100].rounded6)}
            """)
    }
}

/// A seeded random network whose activities stand in an order that all its links agree with.
private struct LayeredNetwork {
    private var durations: [Int] = []
    private var links: [[(source: Int, lag: Int)]] = []

    init(count: Int) {
        var state: UInt64 = 7
        func draw(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        for index in 0..<count {
            durations.append(1 + draw(20))
            let sources = index == 0 ? 0 : 1 + draw(3)
            links.append((0..<sources).map { _ in (index - 1 - draw(min(index, 40)), [0, 0, 0, 1, 2, 5][draw(6)]) })
        }
    }

    func project() -> Project { try! Project(checking: draft(), calendars: CalendarLibrary()) }

    func draft() -> PlanDraft {
        let activities = durations.indices.map { index in
            ActivityDraft(
                id: Located(ActivityID("t\(index)")), duration: Located(.days(durations[index])),
                predecessors: links[index].map {
                    Located(LinkDraft(to: ActivityID("t\($0.source)"), lag: .days($0.lag)))
                })
        }
        return PlanDraft(
            name: Located("Layers"), start: Located(.day(CivilDay("2026-01-05")!)), activities: activities)
    }

    /// The day on which each activity starts, with some held.
    func startsInDays(holding pins: [Int: Int]) -> [Int] {
        var starts: [Int] = []
        for (index, incoming) in links.enumerated() {
            let linked = incoming.map { starts[$0.source] + durations[$0.source] + $0.lag }.max() ?? 0
            starts.append(max(linked, pins[index] ?? 0))
        }
        return starts
    }

    /// The length of the longest path, day by day.
    func lengthInDays() -> Int {
        var finishes: [Int] = []
        for (duration, incoming) in zip(durations, links) {
            finishes.append((incoming.map { finishes[$0.source] + $0.lag }.max() ?? 0) + duration)
        }
        return finishes.max() ?? 0
    }
}
