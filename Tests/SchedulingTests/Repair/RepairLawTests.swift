import Scheduling
import Testing
import WorkTime

@Suite("A repair against all choices there are")
struct RepairLawTests {
    @Test("the hourly pass and the scheduler find the same dates")
    func sameDates() throws {
        for seed in UInt64(0)..<200 {
            var plans = RepairPlans(seed: seed)
            let (schedule, _) = try plans.next()
            let pass = HourlyPass(schedule.project)
            compare(schedule, pass.dates(holding: [:]), "seed \(seed)")
        }
    }

    @Test("it never costs more than the best of all sets of commitments, and its dates and promises hold")
    func bruteForce() throws {
        var (moved, chosen) = (0, 0)
        for seed in UInt64(0)..<200 {
            var plans = RepairPlans(seed: seed)
            let (schedule, commitments) = try plans.next()
            let repair = schedule.repair(keeping: commitments)
            let trial = RepairTrial(schedule, commitments)
            let total = commitments.reduce(0) { $0 + $1.cost }
            #expect(repair.isProven && repair.begun.isEmpty, "seed \(seed)")
            #expect(repair.cost == total - trial.mostKept, "seed \(seed)")
            #expect(trial.holds(repair.kept), "seed \(seed)")
            #expect(Set(repair.kept + repair.moved.map(\.commitment)) == Set(commitments), "seed \(seed)")
            compare(repair.schedule, trial.dates(keeping: repair.kept), "seed \(seed), repaired")
            for promise in repair.unattainable {
                let attainable = trial.limit(of: promise.activity)
                #expect(HourlyPass.hour(promise.attainable) == attainable, "seed \(seed)")
            }
            #expect(repair.unattainable.map(\.activity) == schedule.deadlines.filter(\.isMissed).map(\.activity))
            for one in repair.moved { trial.check(one, kept: repair.kept, "seed \(seed), \(one.commitment.activity)") }
            moved += repair.moved.count
            chosen += repair.moved.count { $0.reason.kind == "would-push" || $0.reason.kind == "pushed-by" }
        }
        // The plans are not so easy that nothing has to be chosen.
        #expect(moved > 150 && chosen > 40, "\(moved) moved, \(chosen) by choice")
    }

    @Test("whatever moves against a reference waits for what it names, and that leads back to where it begins")
    func shifts() throws {
        var waiting = 0
        for seed in UInt64(0)..<200 {
            var plans = RepairPlans(seed: seed)
            let (schedule, commitments) = try plans.next()
            let repair = schedule.repair(keeping: commitments)
            let before = schedule.activities.map {
                ($0.id, BaselineDates(start: $0.start - ElapsedMinutes(2_880), finish: $0.finish))
            }
            for shift in repair.shifts(from: Dictionary(uniqueKeysWithValues: before)) {
                guard case .waits(let predecessor, let origin, _) = shift.reason else { continue }
                waiting += 1
                let driver = repair.schedule[shift.id]!.driver
                #expect(driver.predecessors.contains(predecessor), "seed \(seed), \(shift.id)")
                #expect(leads(origin, to: predecessor, in: repair.schedule.project), "seed \(seed), \(shift.id)")
            }
        }
        #expect(waiting > 100)
    }

    private func leads(_ origin: ActivityID, to id: ActivityID, in project: Project) -> Bool {
        origin == id
            || project.links(to: project.index(of: id)!).contains { leads(origin, to: $0.predecessor, in: project) }
    }

    private func compare(_ schedule: Schedule, _ dates: [HourlyPass.Dates], _ name: String) {
        for (index, activity) in schedule.activities.enumerated() {
            guard !schedule.project.activities[index].isComplete else { continue }
            // What has begun shows when it did, not when the rest begins.
            if !schedule.project.activities[index].isStarted {
                #expect(HourlyPass.hour(activity.earlyStart) == dates[index].start, "\(name): start of \(activity.id)")
            }
            #expect(HourlyPass.hour(activity.earlyFinish) == dates[index].finish, "\(name): finish of \(activity.id)")
        }
    }
}

/// All sets of commitments of a small plan, each tried by the hourly pass.
struct RepairTrial {
    let schedule: Schedule
    let commitments: [Commitment]
    let pass: HourlyPass
    private let free: [HourlyPass.Dates]

    init(_ schedule: Schedule, _ commitments: [Commitment]) {
        self.schedule = schedule
        self.commitments = commitments
        pass = HourlyPass(schedule.project)
        free = pass.dates(holding: [:])
    }

    func dates(keeping kept: [Commitment]) -> [HourlyPass.Dates] {
        pass.dates(holding: Dictionary(uniqueKeysWithValues: kept.map { ($0.activity, $0.date) }))
    }

    /// By when a promise has to be done: as promised, or when it can be done at all.
    func limit(of promise: ActivityID?) -> Int {
        let promised = schedule.deadlines.first { $0.activity == promise }!.promised
        return max(HourlyPass.hour(promised), pass.forecast(of: promise, in: free))
    }

    /// Whether all of a set start on their dates, and every promise is kept that can be.
    func holds(_ kept: [Commitment]) -> Bool {
        let dates = dates(keeping: kept)
        return kept.allSatisfy { pass.lateness(of: $0, in: dates) == 0 }
            && schedule.deadlines.allSatisfy { pass.forecast(of: $0.activity, in: dates) <= limit(of: $0.activity) }
    }

    /// What the most expensive set that holds would cost to move.
    var mostKept: Int {
        (0..<1 << commitments.count).map { bits in
            commitments.indices.filter { bits >> $0 & 1 == 1 }.map { commitments[$0] }
        }.filter(holds).map { $0.reduce(0) { $0 + $1.cost } }.max()!
    }

    // MARK: Reasons

    func check(_ moved: MovedCommitment, kept: [Commitment], _ name: String) {
        let own = moved.commitment
        let start = { (id: ActivityID, dates: [HourlyPass.Dates]) in dates[schedule.project.index(of: id)!].start }
        switch moved.reason {
        case .pushed(let chain):
            #expect(pass.lateness(of: own, in: free) > 0, "\(name)")
            check(chain, from: nil, to: start(own.activity, free), name)
        case .wouldPush(let id, let chain):
            let other = kept.first { $0.activity == id }!
            let dates = dates(keeping: [own])
            #expect(pass.lateness(of: other, in: dates) > 0, "\(name)")
            check(chain, from: own.activity, to: start(id, dates), name)
        case .pushedBy(let id, let chain):
            let other = kept.first { $0.activity == id }!
            let dates = dates(keeping: [other])
            #expect(pass.lateness(of: own, in: dates) > 0, "\(name)")
            check(chain, from: id, to: start(own.activity, dates), name)
        case .wouldMiss(let promise, let chain):
            let dates = dates(keeping: [own])
            #expect(pass.forecast(of: promise, in: dates) > limit(of: promise), "\(name)")
            check(chain, from: own.activity, to: pass.forecast(of: promise, in: dates), name)
        case .held, .tried: Issue.record("\(name): \(moved.reason.kind)")
        }
    }

    /// A chain begins with what it is said to begin with, leaves no gap, follows links of the plan, and ends where it should.
    private func check(_ chain: CausalChain, from origin: ActivityID?, to end: Int, _ name: String) {
        #expect(HourlyPass.hour(chain.end) == end, "\(name): the end of the chain")
        if let origin {
            guard case .hold(origin, .date) = chain.elements[0].kind else {
                Issue.record("\(name): the chain begins with \(chain.elements[0].kind)")
                return
            }
        }
        for (one, next) in zip(chain.elements, chain.elements.dropFirst()) { #expect(one.to == next.from, "\(name)") }
        for element in chain.elements {
            guard case .link(let source, let target, let relationship, let lag) = element.kind else { continue }
            let links = schedule.project.links(to: schedule.project.index(of: target)!)
            let isThere = links.contains {
                $0.predecessor == source && $0.relationship == relationship && $0.lag == lag
            }
            #expect(isThere, "\(name): \(source) \(relationship) \(target)")
        }
    }
}
