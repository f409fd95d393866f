import Costing
import Diagnostics
import Monetary
import Testing
import WorkTime

@testable import Headroom

@Suite("The class of closed jobs that a job is forecast by")
struct AgencyClassTests {
    private func estimate(
        _ job: String, for client: String = "Example Tea", of type: String? = "campaign", cost: Int64 = 100_000
    ) -> CostEstimate {
        let amount = Money(minorUnits: cost * 100, .cny)
        let line = EstimateLine(
            id: "film", name: "Film", category: "production", phase: nil, supplier: nil, quantity: 1, unit: nil,
            unitCost: Rate(Int(cost)), supplierCurrency: .cny, exchangeRate: 1, supplierCost: amount, cost: amount,
            price: amount, basis: .passThrough, activities: [], start: nil, finish: nil, earning: .percentComplete)
        return CostEstimate(
            job: JobID(job), name: job, client: client, type: type, currency: .cny, version: 1,
            effective: CivilDay("2025-01-01")!, reason: nil, start: CivilDay("2025-01-01")!,
            finish: CivilDay("2025-03-31")!, lines: [line], contingency: .zero(.cny), managementReserve: .zero(.cny),
            ceiling: nil, billing: [])
    }

    /// Closed at its budget.
    private func closed(_ estimate: CostEstimate) throws -> AgencyJobs.Closed {
        let budget = try estimate.cost()
        let end = StatusSeriesDraft.Row(
            period: Located(1), date: Located(.endOfDay(estimate.finish)), plannedValue: Located(budget),
            earnedValue: Located(budget), actualCost: Located(budget))
        let draft = StatusSeriesDraft(currency: .cny, rows: [end], budgetAtCompletion: budget)
        let job = CalibrationJob(
            id: estimate.job.rawValue, name: estimate.name, try StatusSeries(checking: draft))
        return AgencyJobs.Closed(job: try #require(job), estimate: estimate)
    }

    private func agency(_ estimates: [CostEstimate]) throws -> AgencyJobs {
        AgencyJobs(name: "agency.sqlite", closed: try estimates.map(closed), open: [], findings: [])
    }

    /// Closed jobs of each kind, and the class that a campaign of 100,000 for Example Tea is forecast by.
    struct Choice: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let ofClient, ofSize, ofType, others: Int
        let name: ClassName
        let jobs: Int
    }

    @Test(
        "the narrowest class with eight jobs is taken, else all of them",
        arguments: [
            Choice(
                testDescription: "eight of the client and type", ofClient: 8, ofSize: 9, ofType: 9, others: 9,
                name: .clientAndType(client: "Example Tea", type: "campaign"), jobs: 8),
            Choice(
                testDescription: "seven of them, and one of like size for another client", ofClient: 7, ofSize: 1,
                ofType: 9, others: 9, name: .typeAndSize("campaign"), jobs: 8),
            Choice(
                testDescription: "seven of like size, and one campaign of another", ofClient: 3, ofSize: 4, ofType: 1,
                others: 9, name: .type("campaign"), jobs: 8),
            Choice(
                testDescription: "seven campaigns", ofClient: 3, ofSize: 3, ofType: 1, others: 9,
                name: .agency("agency.sqlite"), jobs: 16),
            Choice(
                testDescription: "one job of another type", ofClient: 0, ofSize: 0, ofType: 0, others: 1,
                name: .agency("agency.sqlite"), jobs: 1),
        ])
    func choice(_ choice: Choice) throws {
        let agency = try agency(
            (0..<choice.ofClient).map { estimate("client-\($0)") }
                // Exactly three times as large is of like size.
                + (0..<choice.ofSize).map { estimate("size-\($0)", for: "Other Tea", cost: 300_000) }
                + (0..<choice.ofType).map { estimate("type-\($0)", for: "Other Tea", cost: 300_001) }
                // Neither another type nor none is a campaign.
                + (0..<choice.others).map { estimate("other-\($0)", of: $0.isMultiple(of: 2) ? "pitch" : nil) })
        let reference = try #require(agency.reference(for: estimate("spring")))
        #expect(reference.name == choice.name && reference.jobs.count == choice.jobs)
    }

    @Test("jobs without a type are of no type, not of one")
    func noType() throws {
        let agency = try agency((0..<9).map { estimate("job-\($0)", of: nil) })
        #expect(agency.reference(for: estimate("spring", of: nil))?.name == .agency("agency.sqlite"))
    }

    @Test("a job is never among those that it learns from, and alone it has no class")
    func itself() throws {
        let agency = try agency((0..<9).map { estimate("job-\($0)") })
        let reference = try #require(agency.reference(for: estimate("job-4")))
        #expect(reference.jobs.map(\.id) == [0, 1, 2, 3, 5, 6, 7, 8].map { "job-\($0)" })
        #expect(try self.agency([estimate("job-4")]).reference(for: estimate("job-4")) == nil)
    }
}
