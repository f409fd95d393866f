import Diagnostics
import GRDB
import Scheduling
import Testing
import WorkTime
import Workflow

@testable import Store

@Suite("What a workspace remembers of plans")
struct PlanRecordTests {
    private func minute(_ text: String) -> CivilMinute { CivilMinute(text)! }
    private func day(_ text: String) -> CivilDay { CivilDay(text)! }

    private var baseline: Baseline {
        Baseline(
            activities: [
                .init(
                    id: "brief", start: minute("2026-01-05T09:00"), finish: minute("2026-01-06T18:00"),
                    duration: WorkMinutes(960)),
                .init(
                    id: "确认/1", start: minute("2026-01-07T09:00"), finish: minute("2026-01-07T18:00"), duration: .zero),
            ],
            promises: [
                .init(activity: nil, promised: minute("2026-02-01T18:00"), forecast: minute("2026-01-07T18:00")),
                .init(activity: "brief", promised: minute("2026-01-09T18:00"), forecast: minute("2026-01-06T18:00")),
            ])
    }

    private var update: StatusUpdate {
        StatusUpdate(
            date: Located(.day(day("2026-01-09"))),
            progress: [
                (
                    Located("brief"),
                    ProgressDraft(
                        actualStart: Located(.day(day("2026-01-05"))),
                        remaining: Located(try! PlannedDuration("1.5d")), complete: Located(2_550),
                        suspended: Located(.minute(minute("2026-01-06T12:00"))))
                ),
                (Located("确认/1"), ProgressDraft(actualFinish: Located(.minute(minute("2026-01-08T11:30"))))),
            ], rounds: [(Located("确认"), Located(3))])
    }

    private let snapshot = StatusSnapshot(
        date: CivilMinute("2026-01-09T18:00")!,
        activities: [
            .init(
                id: "brief", start: CivilMinute("2026-01-05T09:00")!, finish: CivilMinute("2026-01-13T18:00")!,
                totalFloat: WorkMinutes(-480)),
            .init(
                id: "确认/1", start: CivilMinute("2026-01-07T09:00")!, finish: CivilMinute("2026-01-08T11:30")!,
                totalFloat: nil),
        ],
        promises: [
            .init(
                activity: nil, promised: CivilMinute("2026-02-01T18:00")!, forecast: CivilMinute("2026-01-13T18:00")!,
                headroom: WorkMinutes(-5))
        ])

    @Test("a proposal, its acceptance and updates come back as they were kept, for each plan apart")
    func roundTrip() throws {
        let workspace = try Workspace.inMemory()
        let first = try workspace.propose(
            baseline, of: "上市", on: day("2026-01-02"), by: "Account service", after: PlanRecord())
        #expect(first.number == 1 && first.acceptance == nil)
        let acceptance = Proposal.Acceptance(date: day("2026-01-03"), client: "品牌经理")
        try workspace.accept(1, of: "上市", acceptance, after: workspace.planRecord(of: "上市"))
        try workspace.store(update, snapshot, of: "上市", after: workspace.planRecord(of: "上市"))

        let record = try workspace.planRecord(of: "上市")
        #expect(
            record.proposals == [
                Proposal(
                    number: 1, date: day("2026-01-02"), author: "Account service", baseline: baseline,
                    acceptance: acceptance)
            ])
        #expect(record.updates.map(\.number) == [1])
        #expect(record.updates[0].update.saysTheSame(as: update))
        #expect(record.updates[0].snapshot == snapshot)
        #expect(try workspace.planRecord(of: "Launch").isEmpty)
    }

    @Test("nothing is written on the ground of what another has changed meanwhile")
    func race() throws {
        let workspace = try Workspace.inMemory()
        let seen = try workspace.planRecord(of: "Launch")
        _ = try workspace.propose(baseline, of: "Launch", on: day("2026-01-02"), by: nil, after: seen)
        let failure = #expect(throws: StoreFailure.self) {
            try workspace.propose(baseline, of: "Launch", on: day("2026-01-03"), by: nil, after: seen)
        }
        #expect(failure?.kind == .busy)
        #expect(try workspace.planRecord(of: "Launch").proposals.count == 1)
    }

    @Test(
        "what was proposed or accepted cannot be changed or deleted, not even by hand",
        arguments: ["plan_proposal", "plan_proposed_activity", "plan_proposed_promise", "plan_acceptance"])
    func immutable(_ table: String) throws {
        let workspace = try Workspace.inMemory()
        _ = try workspace.propose(baseline, of: "Launch", on: day("2026-01-02"), by: nil, after: PlanRecord())
        try workspace.accept(
            1, of: "Launch", .init(date: day("2026-01-03"), client: "Client"), after: workspace.planRecord(of: "Launch")
        )
        for deed in ["DELETE FROM \(table)", "UPDATE \(table) SET plan = 'Other'"] {
            #expect(throws: StoreFailure.self, "\(deed)") {
                try workspace.write { try $0.execute(sql: deed) as Void? }
            }
        }
        #expect(try workspace.planRecord(of: "Launch").accepted?.baseline == baseline)
    }

    @Test("an update that was changed behind the program's back is damage, not news")
    func damage() throws {
        let workspace = try Workspace.inMemory()
        try workspace.store(update, snapshot, of: "Launch", after: PlanRecord())
        try workspace.write { try $0.execute(sql: "UPDATE plan_update_progress SET started = '2026-01-04'") as Void? }
        let failure = #expect(throws: StoreFailure.self) { try workspace.planRecord(of: "Launch") }
        #expect(failure?.kind == .damaged)
    }
}
