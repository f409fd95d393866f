import MediaSpend
import Testing
import WorkTime

@testable import Store

/// November and December come first; then December once more with January; then November alone.
@Suite("Months delivered more than once")
struct ReissuedMonthTests {
    private let november = CivilMonth(year: 2025, month: 11)!
    private let first: MadeDelivery
    private let second: MadeDelivery
    private let third: MadeDelivery
    private let workspace: Workspace
    private let ids: [DeliveryID]

    init() throws {
        first = MadeDelivery(rows: 5_000, seed: 1, from: november)
        second = MadeDelivery(rows: 3_000, seed: 2, from: november.advanced(by: 1))
        third = MadeDelivery(rows: 1_000, seed: 3, from: november, months: 1)
        let workspace = try Workspace.inMemory()
        self.workspace = workspace
        ids = try [first, second, third].map {
            try workspace.store($0.delivery, $0.chunks, named: $0.names).delivery.id
        }
    }

    @Test("each month is read from the delivery stored last")
    func latest() throws {
        try expect(.latest, november: third, december: second, january: second)
    }

    @Test("a figure can be read as it was published")
    func published() throws {
        try expect(.asOf(ids[0]), november: first, december: first, january: nil)
        try expect(.asOf(ids[1]), november: first, december: second, january: second)
        try expect(.asOf(ids[2]), november: third, december: second, january: second)
    }

    @Test("the rows of one delivery can be read after others replaced them")
    func one() throws {
        try expect(.only(ids[0]), november: first, december: first, january: nil)
        try expect(.only(ids[1]), november: nil, december: second, january: second)
    }

    @Test("a delivery that does not exist has no rows")
    func none() throws {
        #expect(try workspace.cube(of: "监测", by: [.brand], .only(DeliveryID(rawValue: 99))) == nil)
        #expect(try workspace.cube(of: "elsewhere", by: [.brand]) == nil)
        #expect(try workspace.market(of: "elsewhere") == nil)
    }

    @Test("storing an older file once more does not bring it back")
    func again() throws {
        #expect(try !workspace.store(first.delivery, first.chunks, named: first.names).isNew)
        try latest()
    }

    @Test("a filter by names counts the same rows as without a workspace")
    func filtered() throws {
        let names = Set((1..<20).map { first.names[.medium].name(of: $0) } + [""])
        let filter = CubeFilter(
            months: [november], names: [.medium: names, .region: [first.names[.region].name(of: 2)]])
        let by: [SpendDimension] = [.day, .brand]
        let stored = try workspace.cube(of: "监测", by: by, where: filter, .only(ids[0]))
        #expect(try stored == first.cube(by: by, where: filter))
        #expect((stored?.count ?? 0) > 10)
    }

    private func expect(
        _ choice: DeliveryChoice, november: MadeDelivery?, december: MadeDelivery?, january: MadeDelivery?,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let by: [SpendDimension] = [.month, .brand, .medium]
        let stored = try #require(try workspace.cube(of: "监测", by: by, choice))
        var spend: [Int64] = []
        var months: [CivilMonth] = []
        for (number, delivery) in [november, december, january].enumerated() {
            guard let delivery else { continue }
            months.append(self.november.advanced(by: number))
            spend += try delivery.cube(by: by, where: CubeFilter(months: [months.last!])).spend
        }
        #expect(stored.spend == spend, sourceLocation: sourceLocation)
        #expect(stored.market.months == months, sourceLocation: sourceLocation)
        #expect(try workspace.market(of: "监测", choice)?.months == months, sourceLocation: sourceLocation)
    }
}
