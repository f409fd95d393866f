import Foundation
import Headroom
import Testing

@Suite("What is committed of an agency's plan")
struct CommitmentTests {
    /// Layouts in two rounds, a shoot behind them, a station that shows the film.
    private func plan(_ progress: String = "", dataDate: String? = nil) -> String {
        """
        plan: Spring
        start: 2026-03-02
        \(dataDate.map { "data-date: \($0)" } ?? "")
        lanes: [client]
        activities:
          layouts: {duration: 4d}
          layouts-ok: {lane: client, after: layouts, gate: {reviewer: client, answer: 1d, rounds: 2, rework: layouts 1d}}
          booking: {duration: 1d, after: layouts-ok}
          shoot: {duration: 2d, after: layouts-ok, committed: {to: people, on: 2026-03-11}}
          film: {duration: 3d, after: shoot}
        vehicles:
          tv: {on-air: 2026-04-06 19:00, booking: booking 5d, material: film 3d}
        \(progress)
        """
    }

    private func read(_ text: String) throws -> AgencyPlan {
        try AgencyPlan(reading: InputFile(path: "spring.yaml", bytes: Array(text.utf8)))
    }

    private func repair(_ plan: AgencyPlan) -> PlanRepair {
        PlanRepair(
            of: plan.schedule, plan.workflow, approvals: plan.approvals, vehicles: plan.vehicles, reference: [:],
            calendars: CalendarLibrary())
    }

    @Test(
        "media are planned until the activity is done that books them",
        arguments: [
            ("", Commitment.Kind.plannedMedia, 3),
            ("progress: {booking: {started: 2026-03-11, finished: 2026-03-11}}", .bookedMedia, 10),
        ])
    func media(progress: String, kind: Commitment.Kind, cost: Int) throws {
        let plan = try read(self.plan(progress, dataDate: progress.isEmpty ? nil : "2026-03-12"))
        let commitments = PlanCommitments(of: plan.schedule, vehicles: plan.vehicles, reference: [:]).all
        #expect(commitments.map(\.activity) == ["shoot", "tv/on-air"])
        #expect(commitments[1].kind == kind && commitments[1].cost == cost)
        #expect(commitments[1].date.description == "2026-04-06T19:00")
    }

    @Test("a date that is not stated is that of the reference, and without one nobody knows it")
    func reference() throws {
        let text = plan().replacingOccurrences(of: "{to: people, on: 2026-03-11}", with: "people")
        let plan = try read(text)
        let schedule = plan.schedule
        let alone = PlanCommitments(of: schedule, vehicles: plan.vehicles, reference: [:])
        #expect(alone.undated == ["shoot"])
        let dated = PlanCommitments(of: schedule, vehicles: plan.vehicles, reference: schedule.asReference)
        #expect(dated.undated.isEmpty && dated.all[0].date == schedule["shoot"]?.start)
    }

    @Test("one round less saves what a late layout pushes")
    func fewerRounds() throws {
        let late = "progress: {layouts: {started: 2026-03-02, remaining: 1d}}"
        let repair = repair(try read(self.plan(late, dataDate: "2026-03-06T18:00")))
        #expect(repair.repair.moved.map(\.commitment.activity) == ["shoot"])
        let fewer = repair.alternatives.ranked.first { $0.change == .fewerRounds("layouts-ok", from: 2, to: 1) }
        #expect(fewer?.outcome.isComplete == true)
        #expect(fewer?.gain.count == 2 * 480)
    }

    @Test("of three rounds one or two may be given up, and one stays")
    func threeRounds() throws {
        let late = "progress: {layouts: {started: 2026-03-02, remaining: 1d}}"
        let text = self.plan(late, dataDate: "2026-03-06T18:00").replacingOccurrences(
            of: "rounds: 2", with: "rounds: 3")
        let changes = repair(try read(text)).alternatives.ranked.map(\.change).filter { $0.kind == "fewer-rounds" }
        #expect(changes == [.fewerRounds("layouts-ok", from: 3, to: 1), .fewerRounds("layouts-ok", from: 3, to: 2)])
    }

    @Test("a round of which something has begun is not given up")
    func begunRound() throws {
        let begun = """
            progress:
              layouts: {started: 2026-03-02, finished: 2026-03-05}
              layouts-ok/1: {started: 2026-03-06, finished: 2026-03-09}
              layouts-ok/2/layouts: {started: 2026-03-10}
            """
        let repair = repair(try read(self.plan(begun, dataDate: "2026-03-10T18:00")))
        #expect(!repair.repair.moved.isEmpty)
        #expect(!repair.alternatives.ranked.contains { $0.change.kind == "fewer-rounds" })
    }

    @Test("a plan expanded with as many rounds fewer has them, and never less than one")
    func signedRounds() throws {
        let workflow = try read(plan()).workflow
        func rounds(_ change: Int) -> Int {
            workflow.expanded(calendars: CalendarLibrary(), changingRoundsOf: "layouts-ok", by: change)
                .approvals[0].rounds.count
        }
        #expect([1, 0, -1, -5].map(rounds) == [3, 2, 1, 1])
    }
}
