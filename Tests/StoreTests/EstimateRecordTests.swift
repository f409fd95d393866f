import Costing
import GRDB
import Monetary
import Testing
import WorkTime

@testable import Store

@Suite("What a workspace remembers of estimates")
struct EstimateRecordTests {
    private func day(_ text: String) -> CivilDay { CivilDay(text)! }
    private func signOff(_ text: String, _ name: String) -> SignOff { SignOff(date: day(text), name: name) }
    private func yuan(_ units: Int64) -> Money { Money(minorUnits: units, .cny) }

    private func line(
        _ id: LineID, _ basis: PriceBasis, _ earning: EarningRule, change: (inout [String]) -> Void = { _ in }
    ) throws -> EstimateLine {
        var activities = ["shoot", "剪辑"]
        change(&activities)
        return EstimateLine(
            id: id, name: "广告片 / Film", category: "production", phase: nil, supplier: "Harbour Films",
            quantity: try Rate(5, over: 2), unit: "day", unitCost: try Rate(10_001, over: 8), supplierCurrency: .hkd,
            exchangeRate: try Rate(1_843, over: 2_000), supplierCost: Money(minorUnits: 312_531, .hkd),
            cost: yuan(287_997), price: yuan(338_820), basis: basis, activities: activities,
            start: day("2026-02-01"), finish: nil, earning: earning, isStatedGross: id == "gross")
    }

    private func estimate(version: Int = 1, job: JobID = "春季上市", contingency: Int64 = 5) throws -> CostEstimate {
        let milestones: [EarningRule.Milestone] = [
            .init(name: "分镜", share: Rate(percent: 20), due: nil),
            .init(name: "shoot", share: Rate(percent: 80), due: day("2026-04-01")),
        ]
        return CostEstimate(
            job: job, name: "春季上市", client: "示例茶业", type: version == 1 ? nil : "campaign", currency: .cny,
            version: version, effective: day("2026-01-05"), reason: version == 1 ? nil : "more",
            start: day("2026-01-05"), finish: day("2026-12-31"),
            lines: [
                try line("a", .passThrough, .onFinish), try line("b", .fixed, .halfOnStart) { $0 = [] },
                try line("c", .markup(Rate(percent: 10)), .percentComplete),
                try line("gross", .commission(Commission(shareOfGross: Rate(percent: 15))), .units),
                try line("e", .passThrough, .milestones(milestones)),
            ], contingency: yuan(contingency), managementReserve: yuan(7), ceiling: version == 1 ? nil : yuan(9),
            billing: [
                BillingStep(name: "预付", date: day("2026-01-10"), amount: yuan(100), isRetainer: true),
                BillingStep(name: "Rest", date: day("2026-06-10"), amount: yuan(200), isRetainer: false),
            ],
            exchanges: [
                EstimateExchange(
                    currency: .hkd, rate: try Rate(1_843, over: 2_000), date: day("2026-01-02"), source: "Bank"),
                EstimateExchange(currency: .usd, rate: 7, date: nil, source: nil),
            ], taxRate: version == 1 ? nil : Rate(percent: 6))
    }

    @Test("versions with all they hold and all signatures come back as they were kept, for each job apart")
    func roundTrip() throws {
        let workspace = try Workspace.inMemory()
        let (first, second) = (try estimate(), try estimate(version: 2))
        try workspace.propose(first, signOff("2026-01-02", "客户部"), after: EstimateRecord())
        func record() throws -> EstimateRecord { try workspace.estimateRecord(of: "春季上市") }
        try workspace.sign(1, of: "春季上市", .internal, signOff("2026-01-03", "CFO"), after: record())
        try workspace.sign(1, of: "春季上市", .client, signOff("2026-01-04", "品牌经理"), after: record())
        try workspace.propose(second, signOff("2026-02-02", "客户部"), after: record())
        try workspace.sign(2, of: "春季上市", .abandonment, signOff("2026-02-03", "客户部"), after: record())
        try workspace.propose(estimate(job: "other"), signOff("2026-01-02", "AS"), after: EstimateRecord())

        #expect(
            try record().versions == [
                EstimateVersion(
                    estimate: first, proposal: signOff("2026-01-02", "客户部"),
                    internalSignOff: signOff("2026-01-03", "CFO"), clientSignOff: signOff("2026-01-04", "品牌经理")),
                EstimateVersion(
                    estimate: second, proposal: signOff("2026-02-02", "客户部"),
                    abandonment: signOff("2026-02-03", "客户部")),
            ])
        #expect(try workspace.estimatedJobs() == ["other", "春季上市"])
        #expect(try workspace.estimateRecord(of: "unknown").versions.isEmpty)
    }

    @Test("of two people at once one is told that the other was first, and the books are as that one left them")
    func race() throws {
        let workspace = try Workspace.inMemory()
        let seen = try workspace.estimateRecord(of: "春季上市")
        try workspace.propose(estimate(), signOff("2026-01-02", "Anna"), after: seen)
        var failure = #expect(throws: StoreFailure.self) {
            try workspace.propose(estimate(contingency: 6), signOff("2026-01-02", "Ben"), after: seen)
        }
        #expect(failure?.kind == .busy)
        let both = try workspace.estimateRecord(of: "春季上市")
        try workspace.sign(1, of: "春季上市", .internal, signOff("2026-01-03", "Anna"), after: both)
        failure = #expect(throws: StoreFailure.self) {
            try workspace.sign(1, of: "春季上市", .abandonment, signOff("2026-01-03", "Ben"), after: both)
        }
        #expect(failure?.kind == .busy)
        let version = try #require(try workspace.estimateRecord(of: "春季上市").versions.first)
        #expect(version.state == .withClient && version.proposal?.name == "Anna")
    }

    private static let tables = [
        "cost_estimate", "cost_estimate_line", "cost_estimate_activity", "cost_estimate_milestone",
        "cost_estimate_exchange", "cost_estimate_step", "cost_estimate_signature",
    ]

    private func filled() throws -> Workspace {
        let workspace = try Workspace.inMemory()
        try workspace.propose(estimate(), signOff("2026-01-02", "AS"), after: EstimateRecord())
        try workspace.sign(
            1, of: "春季上市", .internal, signOff("2026-01-03", "CFO"), after: workspace.estimateRecord(of: "春季上市"))
        return workspace
    }

    @Test("nothing of a version can be changed or deleted, not even by hand", arguments: tables)
    func immutable(_ table: String) throws {
        let workspace = try filled()
        let before = try workspace.estimateRecord(of: "春季上市")
        for deed in ["DELETE FROM \(table)", "UPDATE \(table) SET version = 2"] {
            #expect(throws: StoreFailure.self, "\(deed)") {
                try workspace.write { try $0.execute(sql: deed) as Void? }
            }
        }
        #expect(try workspace.estimateRecord(of: "春季上市") == before)
    }

    @Test(
        "a figure that was changed behind the program's back is damage, not news",
        arguments: [
            "UPDATE cost_estimate_line SET cost = cost + 1 WHERE place = 0",
            "UPDATE cost_estimate_line SET quantity = '5/0' WHERE place = 0",
            "UPDATE cost_estimate_line SET exchange_rate = 'x' WHERE place = 0",
            "UPDATE cost_estimate_line SET supplier_currency = 'XXZ' WHERE place = 0",
            "UPDATE cost_estimate_line SET basis = 'markup' WHERE place = 0",
            "UPDATE cost_estimate_milestone SET share = '1/4'", "DELETE FROM cost_estimate_milestone",
            "DELETE FROM cost_estimate_activity WHERE line = 0", "UPDATE cost_estimate_step SET amount = 1",
            "UPDATE cost_estimate_exchange SET rate = '1'", "UPDATE cost_estimate SET contingency = 0",
            "UPDATE cost_estimate SET effective = 'soon'", "UPDATE cost_estimate_signature SET date = 'soon'",
        ])
    func damage(_ deed: String) throws {
        let workspace = try filled()
        _ = try workspace.write { database in
            for table in Self.tables {
                try database.execute(sql: "DROP TRIGGER \(table)_no_update; DROP TRIGGER \(table)_no_delete")
            }
            try database.execute(sql: deed)
            return true
        }
        let failure = #expect(throws: StoreFailure.self) { try workspace.estimateRecord(of: "春季上市") }
        #expect(failure?.kind == .damaged)
    }
}
