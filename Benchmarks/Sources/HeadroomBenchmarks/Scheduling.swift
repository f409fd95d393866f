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

    func project() -> Project {
        let activities = durations.indices.map { index in
            ActivityDraft(
                id: Located(ActivityID("t\(index)")), duration: Located(.days(durations[index])),
                predecessors: links[index].map {
                    Located(LinkDraft(to: ActivityID("t\($0.source)"), lag: .days($0.lag)))
                })
        }
        let draft = PlanDraft(
            name: Located("Layers"), start: Located(.day(CivilDay("2026-01-05")!)), activities: activities)
        return try! Project(checking: draft, calendars: CalendarLibrary())
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
