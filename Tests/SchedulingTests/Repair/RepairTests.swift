import Diagnostics
import Scheduling
import Testing
import WorkTime

@Suite("A repair after a slip")
struct RepairTests {
    /// Casting, a shoot of two days, a cut of three, a viewing; Monday is the fifth of January.
    private let film = """
        casting 3d
        shoot 2d after casting
        cut 3d after shoot
        viewing 1d after cut
        """

    private func commitment(
        _ id: ActivityID, _ date: String, _ kind: Commitment.Kind = .confirmedPeople, cost: Int? = nil
    ) -> Commitment {
        Commitment(id, kind, on: CivilMinute("\(date)T09:00")!, cost: cost)
    }

    private func names(_ repair: Repair) -> (kept: [String], moved: [String]) {
        (repair.kept.map(\.activity.rawValue), repair.moved.map(\.commitment.activity.rawValue))
    }

    @Test("a cost that may not be stated is the nearest that may", arguments: [(0, 1), (7, 7), (.max, 1_000)])
    func cost(stated: Int, counted: Int) {
        #expect(commitment("shoot", "2026-01-12", cost: stated).cost == counted)
    }

    @Test("without a slip every commitment stands at its date, also one that is later than it need be")
    func noSlip() throws {
        let schedule = try PlanSketch(film).schedule()
        let repair = schedule.repair(keeping: [commitment("shoot", "2026-01-12"), commitment("viewing", "2026-01-20")])
        #expect(repair.isComplete && repair.isProven && repair.cost == 0)
        #expect(
            repair.schedule.picture() == """
                casting  ###
                shoot    .....##
                cut      .......###
                viewing  ...........#
                """)
    }

    @Test("what is late pushes a commitment, and the chain says from where")
    func pushed() throws {
        var sketch = try PlanSketch(film.replacing("casting 3d", with: "casting 5d"))
        sketch.draft.activities[0].deadline = nil
        let schedule = try sketch.schedule()
        let repair = schedule.repair(keeping: [commitment("shoot", "2026-01-08"), commitment("viewing", "2026-01-19")])
        #expect(names(repair) == (["viewing"], ["shoot"]))
        #expect(repair.moved[0].forecast.description == "2026-01-12T09:00")
        guard case .pushed(let chain) = repair.moved[0].reason else {
            Issue.record("\(repair.moved[0].reason)")
            return
        }
        #expect(chain.elements.map(\.kind).first == .hold("casting", .projectStart))
        #expect(chain.end == repair.moved[0].forecast)
    }

    @Test(
        "of two that cannot both stand the cheaper moves, and of equals the one that is pushed",
        arguments: [(3, 5, "shoot"), (5, 3, "viewing"), (4, 4, "viewing")])
    func choice(shoot: Int, viewing: Int, moved: String) throws {
        let schedule = try PlanSketch(film).schedule()
        let repair = schedule.repair(keeping: [
            commitment("shoot", "2026-01-12", cost: shoot), commitment("viewing", "2026-01-15", cost: viewing),
        ])
        #expect(names(repair).moved == [moved])
        switch repair.moved[0].reason {
        case .wouldPush("viewing", let chain):
            #expect(moved == "shoot" && chain.end.description == "2026-01-19T09:00")
        case .pushedBy("shoot", let chain):
            #expect(moved == "viewing" && chain.end.description == "2026-01-19T09:00")
        default: Issue.record("\(repair.moved[0].reason)")
        }
    }

    @Test("two cheap ones together outweigh the one that would push both")
    func twoAgainstOne() throws {
        let text = film + "\nstills 1d after shoot"
        let commitments = [
            commitment("shoot", "2026-01-12", cost: 5), commitment("viewing", "2026-01-15", cost: 3),
            commitment("stills", "2026-01-12", cost: 3),
        ]
        let repair = try PlanSketch(text).schedule().repair(keeping: commitments)
        #expect(names(repair) == (["viewing", "stills"], ["shoot"]))
        #expect(repair.cost == 5)
    }

    @Test("a commitment gives way to a promise that can be met, and says which")
    func promise() throws {
        let text = film.replacing("viewing 1d after cut", with: "viewing 1d after cut by 2026-01-16")
        let repair = try PlanSketch(text).schedule().repair(keeping: [commitment("shoot", "2026-01-12")])
        #expect(names(repair).moved == ["shoot"] && repair.unattainable.isEmpty)
        guard case .wouldMiss("viewing", let chain) = repair.moved[0].reason else {
            Issue.record("\(repair.moved[0].reason)")
            return
        }
        #expect(chain.end.description == "2026-01-19T18:00")
        // It moves to an earlier date: what can be is as early as possible.
        #expect(repair.moved[0].forecast.description == "2026-01-08T09:00")
        #expect(!repair.schedule.deadlines[0].isMissed)
    }

    @Test("a promise that nothing can meet is kept to what can be attained")
    func unattainable() throws {
        let text = film.replacing("viewing 1d after cut", with: "viewing 1d after cut by 2026-01-13")
        let schedule = try PlanSketch(text).schedule()
        let repair = schedule.repair(keeping: [commitment("shoot", "2026-01-08"), commitment("cut", "2026-01-13")])
        #expect(repair.unattainable.map(\.activity) == ["viewing"])
        #expect(repair.unattainable[0].attainable.description == "2026-01-15T18:00")
        // The shoot stands; a cut a day later than it can be would lose a day more.
        #expect(names(repair) == (["shoot"], ["cut"]))
        #expect(repair.schedule.deadlines[0].forecast.description == "2026-01-15T18:00")
    }

    @Test("a date on a day off is the next working minute, and Friday's close is Monday's beginning")
    func daysOff() throws {
        let schedule = try PlanSketch(film).schedule()
        let saturday = Commitment("cut", .agreedWithClient, on: CivilMinute("2026-01-10T12:00")!)
        #expect(schedule.repair(keeping: [saturday]).isComplete)
        // Ready on Friday at 18:00 is in time for Friday at 18:00, and for Monday at 09:00.
        let close = Commitment("cut", .agreedWithClient, on: CivilMinute("2026-01-09T18:00")!)
        #expect(schedule.repair(keeping: [close]).isComplete)
        let handover = try PlanSketch("a 5d\nhandover 0d after a\nb 1d after handover").schedule()
        #expect(handover.repair(keeping: [commitment("handover", "2026-01-12")]).isComplete)
    }

    @Test("what has begun stands, and is neither kept nor moved")
    func begun() throws {
        var sketch = try PlanSketch(film)
        sketch.draft.dataDate = Located(.minute(CivilMinute("2026-01-09T18:00")!))
        sketch.draft.activities[0].progress = ProgressDraft(
            actualStart: Located(.day(CivilDay("2026-01-05")!)), actualFinish: Located(.day(CivilDay("2026-01-08")!)))
        sketch.draft.activities[1].progress = ProgressDraft(actualStart: Located(.day(CivilDay("2026-01-09")!)))
        let repair = try sketch.schedule().repair(keeping: [
            commitment("shoot", "2026-01-08"), commitment("viewing", "2026-01-19"),
        ])
        #expect(repair.begun.map(\.activity) == ["shoot"])
        // A promise that was missed before is history.
        sketch.draft.activities[0].deadline = Located(.day(CivilDay("2026-01-06")!))
        let later = try sketch.schedule()
        #expect(later.deadlines[0].isMissed && later.repair(keeping: []).isComplete)
        #expect(names(repair) == (["viewing"], []))
    }

    @Test("a mandatory date holds a commitment elsewhere, or at its date")
    func mandatory() throws {
        var sketch = try PlanSketch(film)
        sketch.draft.activities[1].constraints = [Located(.mandatoryStart(.day(CivilDay("2026-01-07")!)))]
        let schedule = try sketch.schedule()
        #expect(schedule.repair(keeping: [commitment("shoot", "2026-01-07")]).isComplete)
        let elsewhere = schedule.repair(keeping: [commitment("shoot", "2026-01-08")])
        #expect(elsewhere.moved.map(\.reason.kind) == ["held"])
        sketch.draft.activities[1].constraints = [Located(.mustStartOn(.day(CivilDay("2026-01-08")!)))]
        let softer = try sketch.schedule()
        #expect(softer.repair(keeping: [commitment("shoot", "2026-01-08")]).isComplete)
        #expect(
            softer.repair(keeping: [commitment("shoot", "2026-01-09")]).moved.map(\.reason.kind) == ["held"])
    }

    @Test("work that is done as late as possible stands at its date when it is committed")
    func asLateAsPossible() throws {
        var sketch = try PlanSketch(film + "\nprops 1d\nwrap 1d after viewing, props")
        sketch.draft.activities[4].constraints = [Located(.asLateAsPossible)]
        let repair = try sketch.schedule().repair(keeping: [commitment("props", "2026-01-07")])
        #expect(repair.isComplete && repair.isProven)
        #expect(repair.schedule["props"]?.start.description == "2026-01-07T09:00")
    }

    @Test("where lengths follow from dates the repair holds, and does not claim to be the cheapest")
    func unproven() throws {
        var sketch = try PlanSketch(film)
        sketch.draft.activities[2].constraints = [Located(.expectedFinish(.day(CivilDay("2026-01-16")!)))]
        let repair = try sketch.schedule().repair(keeping: [
            commitment("shoot", "2026-01-12"), commitment("viewing", "2026-01-19"),
        ])
        #expect(!repair.isProven && repair.moved.isEmpty)
        #expect(repair.schedule["viewing"]?.start.description == "2026-01-19T09:00")
    }

    @Test("against a reference everything that moves says what it waits for, and where that begins")
    func shifts() throws {
        let agreed = try PlanSketch(film).schedule()
        let dates = agreed.activities.map { ($0.id, BaselineDates(start: $0.start, finish: $0.finish)) }
        let reference = Dictionary(uniqueKeysWithValues: dates)
        let late = try PlanSketch(film.replacing("casting 3d", with: "casting 5d")).schedule()
        let repair = late.repair(keeping: [commitment("shoot", "2026-01-08"), commitment("viewing", "2026-01-20")])
        let shifts = repair.shifts(from: reference)
        #expect(shifts.map(\.id) == ["casting", "shoot", "cut"])
        // What was told is the date of the commitment, which stands.
        #expect(shifts.map { $0.moved.count / 480 } == [2, 2, 2])
        #expect(shifts[0].reason == .starts(.projectStart))
        #expect(shifts[1].reason.kind == "pushed")
        #expect(shifts[2].reason == .waits(for: "shoot", origin: "casting", .projectStart))
        for shift in shifts {
            guard case .waits(let predecessor, _, _) = shift.reason else { continue }
            #expect(repair.schedule[shift.id]?.driver.predecessors.contains(predecessor) == true)
        }
    }
}

extension String {
    fileprivate func replacing(_ line: String, with other: String) -> String {
        split(separator: "\n").map { $0 == line ? other : String($0) }.joined(separator: "\n")
    }
}
