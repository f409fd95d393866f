import Diagnostics
import Scheduling
import Testing
import WorkTime

@Suite("Why a promise cannot be kept, and what would help")
struct ConflictTests {
    private static let library = CalendarLibrary(RandomPlans.calendars)

    private func project(_ draft: PlanDraft) throws -> Project {
        try Project(checking: draft, calendars: Self.library)
    }

    private func sketch(_ text: String, start: String = "2026-01-05", finishBy: String? = nil) throws -> [Conflict] {
        try PlanSketch(text, start: start, finishBy: finishBy).schedule(calendars: RandomPlans.calendars).conflicts()
    }

    // MARK: Pictures

    @Test("a feasible plan has no conflict")
    func feasible() throws {
        #expect(try sketch("a 2d by 2026-01-07", finishBy: "2026-01-09").isEmpty)
    }

    @Test("the chain tells work, lag and time off apart")
    func chain() throws {
        let conflict = try #require(
            try sketch(
                """
                brief 2d
                ideas 3d after brief FS+1d
                other 1d
                print 1d after ideas, other by 2026-01-12
                """
            ).first)
        #expect(conflict.promise == .deadline("print"))
        #expect(conflict.missedBy == WorkMinutes(480))
        #expect(
            conflict.chain.elements.map(\.picture) == [
                "hold projectStart 0 0", "gap brief 0 540", "brief 960 1980", "brief>ideas 480 1440",
                "gap ideas 0 900", "ideas 1440 6300", "ideas>print 0 0", "gap print 0 900", "print 480 540",
            ])
    }

    @Test("changes are ranked: the smallest that keeps the promise first, in the order of the chain")
    func relaxations() throws {
        let conflict = try #require(
            try sketch(
                """
                brief 2d
                ideas 3d after brief FS+1d from 2026-01-08
                print 30m after ideas by 2026-01-12
                """
            ).first)
        #expect(
            conflict.relaxations.map(\.picture) == [
                "shorten ideas 1440→1410 gains 30 ✓", "overlap ideas>print 0→-30 gains 30 ✓",
                "move-promise deadline → 2026-01-13T09:30 gains 30 ✓", "shorten print 30→15 gains 15",
            ])
    }

    @Test("time that is lost between two calendars is said, and gained by sharing one")
    func calendars() throws {
        let conflict = try #require(
            try sketch(
                """
                film 4h on night
                cut 1d after film by 2026-01-06
                """
            ).first)
        #expect(
            conflict.chain.elements.map(\.picture) == [
                "hold projectStart 0 0", "gap film 0 2760", "film 240 240", "film>cut 0 0", "gap cut 0 420",
                "cut 480 540",
            ])
        #expect(
            conflict.relaxations.map(\.picture) == [
                "start-earlier start → 2026-01-02T17:59 gains 960 ✓",
                "move-promise deadline → 2026-01-07T18:00 gains 480 ✓",
                "use-calendar film → five-day-week gains 720 ✓", "shorten cut 480→240 gains 240",
            ])
    }

    @Test("where chains run side by side, all of them are shortened, and nothing more")
    func sideBySide() throws {
        let conflict = try #require(
            try sketch(
                """
                a 5d
                b 5d
                c 0d after a, b by 2026-01-08
                """, finishBy: nil
            ).first)
        #expect(
            conflict.relaxations.map(\.picture) == [
                "start-earlier start → 2026-01-02T09:00 gains 480 ✓",
                "move-promise deadline → 2026-01-09T18:00 gains 480 ✓",
            ])
        #expect(
            conflict.together.map(\.picture) == ["shorten a 2400→1920 gains 0", "shorten b 2400→1920 gains 480 ✓"])
    }

    @Test("a mandatory date that links cannot meet is a conflict, measured to where they would put the work")
    func pinned() throws {
        var sketch = try PlanSketch("a 5d\nb 2d after a")
        sketch.draft.activities[1].constraints = [Located(.mandatoryStart(.day(CivilDay("2026-01-08")!)))]
        let schedule = try sketch.schedule()
        let conflict = try #require(schedule.conflicts().first)
        #expect(conflict.promise.key == "mandatory-start")
        #expect(conflict.forecast.description == "2026-01-12T09:00" && conflict.missedBy == WorkMinutes(960))
        #expect(schedule["b"]?.earlyStart.description == "2026-01-08T09:00")
    }

    // MARK: Laws

    @Test(
        "the parts of a chain add up to the time from its beginning to the forecast",
        arguments: 0..<150 as Range<UInt64>)
    func sumOfParts(seed: UInt64) throws {
        let project = try project(RandomPlans.overpromised(seed: seed))
        for conflict in project.schedule().conflicts(effort: .chainsOnly) {
            let elements = conflict.chain.elements
            #expect(conflict.chain.end == conflict.forecast)
            #expect(elements.reduce(.zero) { $0 + $1.elapsed } == conflict.forecast - conflict.chain.beginning)
            #expect(zip(elements, elements.dropFirst()).allSatisfy { $0.to == $1.from })
            for element in elements {
                guard case .gap = element.kind else { continue }
                let calendar = element.calendar == "elapsed" ? .elapsed : Self.library[element.calendar]!
                #expect(calendar.work(from: element.from, to: element.to) == .zero, "\(seed) \(element)")
            }
            guard Set(elements.map(\.calendar)).count == 1 else { continue }
            let calendar = elements[0].calendar == "elapsed" ? .elapsed : Self.library[elements[0].calendar]!
            let work = calendar.work(from: conflict.chain.beginning, to: conflict.forecast)
            #expect(elements.reduce(.zero) { $0 + $1.work } == work, "\(seed)")
        }
    }

    @Test("negative float has a conflict to explain it, and a conflict negative float or a missed promise")
    func complete() throws {
        for seed in 0..<150 as Range<UInt64> {
            let schedule = try project(RandomPlans.overpromised(seed: seed)).schedule()
            #expect(schedule.isFeasible == schedule.conflicts(effort: .chainsOnly).isEmpty, "seed \(seed)")
        }
    }

    @Test(
        "each change gains what scheduling the changed draft from scratch measures", arguments: 0..<40 as Range<UInt64>)
    func gains(seed: UInt64) throws {
        let draft = try RandomPlans.overpromised(seed: seed)
        let schedule = try project(draft).schedule()
        for conflict in schedule.conflicts() {
            let calendar = conflict.promise.calendar(in: schedule)
            #expect(conflict.relaxations.filter(\.meetsPromise).count > 0)
            for relaxation in conflict.relaxations {
                if case .movePromise = relaxation.change { continue }
                let changed = try conflict.forecast(of: draft.making(relaxation.change), project)
                #expect(changed == relaxation.forecast, "seed \(seed): \(conflict.promise) \(relaxation.change)")
                #expect(calendar.work(from: changed, to: conflict.forecast) == relaxation.gain)
                #expect((changed <= conflict.promised) == relaxation.meetsPromise)
                #expect(changed < conflict.forecast)
            }
        }
    }

    @Test("changes made together keep the promise, and none can be left out", arguments: 0..<40 as Range<UInt64>)
    func together(seed: UInt64) throws {
        let draft = try RandomPlans.overpromised(seed: seed)
        for conflict in try project(draft).schedule().conflicts() where !conflict.together.isEmpty {
            let changes = conflict.together.map(\.change)
            let all = try conflict.forecast(of: changes.reduce(draft) { $0.making($1) }, project)
            #expect(all <= conflict.promised, "seed \(seed)")
            #expect(conflict.together.last?.meetsPromise == true)
            for left in changes.indices
            where Set(conflict.together.map(\.subject)).count == changes.count {
                let fewer = changes.enumerated().filter { $0.offset != left }.map(\.element)
                let forecast = try conflict.forecast(of: fewer.reduce(draft) { $0.making($1) }, project)
                #expect(forecast > conflict.promised, "seed \(seed), without \(changes[left])")
            }
        }
    }

    @Test("a change is as small as has its effect")
    func least() throws {
        for seed in 0..<15 as Range<UInt64> {
            let draft = try RandomPlans.overpromised(seed: seed)
            for conflict in try project(draft).schedule().conflicts() {
                for relaxation in conflict.relaxations {
                    guard case .shorten(let id, let from, let to) = relaxation.change else { continue }
                    let less = Relaxation.Change.shorten(id, from: from, to: to + WorkMinutes(1))
                    let forecast = try conflict.forecast(of: draft.making(less), project)
                    #expect(forecast > max(relaxation.forecast, conflict.promised), "seed \(seed), \(relaxation)")
                }
            }
        }
    }

    @Test("the same plan gets the same answer")
    func deterministic() throws {
        let schedule = try project(RandomPlans.overpromised(seed: 4, count: 60)).schedule()
        #expect(schedule.conflicts() == schedule.conflicts())
    }
}

extension ConflictEffort {
    static var chainsOnly: ConflictEffort {
        var effort = ConflictEffort()
        effort.conflicts = 0
        return effort
    }
}

extension Promise {
    func calendar(in schedule: Schedule) -> WorkCalendar {
        guard case .constraint(let id, _) = self, let index = schedule.project.index(of: id) else {
            return schedule.project.calendar
        }
        return schedule.project.calendar(of: index)
    }
}

extension Conflict {
    /// When the promise would be done by another draft; what pins it at its date is taken out first.
    func forecast(of draft: PlanDraft, _ project: (PlanDraft) throws -> Project) throws -> CivilMinute {
        var draft = draft
        if case .constraint(let id, let constraint) = promise, constraint.isHard {
            draft[id].constraints.removeAll { $0.value == constraint }
        }
        let schedule = try project(draft).schedule()
        switch promise {
        case .finishBy: return schedule.finish
        case .deadline(let id): return schedule[id]!.finish
        case .constraint(let id, let constraint):
            let dates = schedule[id]!
            return constraint.key.contains("start") ? dates.earlyStart : dates.earlyFinish
        }
    }
}

extension CausalChain.Element {
    /// What, working minutes, elapsed minutes.
    var picture: String {
        let what =
            switch kind {
            case .hold(_, let hold): "hold \(hold)"
            case .activity(let id): "\(id)"
            case .link(let one, let other, _, _): "\(one)>\(other)"
            case .gap(let id): "gap \(id)"
            case .delay(let id): "delay \(id)"
            }
        return "\(what) \(work.count) \(elapsed.count)"
    }
}

extension Relaxation {
    /// What is changed, without by how much.
    var subject: String {
        switch change {
        case .shorten(let id, _, _), .dropDelay(let id), .useCalendar(let id, _, _): "\(id)"
        case .overlap(let pair, _, _), .lessenLag(let pair, _, _): "\(pair.predecessor)>\(pair.successor)"
        case .moveConstraint(let id, let constraint, _), .dropConstraint(let id, let constraint):
            "\(id) \(constraint.key)"
        case .startPlan: "start"
        case .movePromise(let promise, _): promise.key
        }
    }

    var picture: String {
        let how =
            switch change {
            case .shorten(_, let from, let to): " \(from.count)→\(to.count)"
            case .overlap(_, let from, let to), .lessenLag(_, let from, let to): " \(from.minutes)→\(to.minutes)"
            case .moveConstraint(_, _, let date), .startPlan(let date), .movePromise(_, let date): " → \(date)"
            case .useCalendar(_, _, let calendar): " → \(calendar)"
            case .dropConstraint, .dropDelay: ""
            }
        return "\(change.kind) \(subject)\(how) gains \(gain.count)\(meetsPromise ? " ✓" : "")"
    }
}
