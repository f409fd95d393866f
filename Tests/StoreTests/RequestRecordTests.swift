import Costing
import Monetary
import Store
import Testing
import WorkTime

@Suite("Requests for approval in the workspace")
struct RequestRecordTests {
    private func request(_ number: Int) throws -> KeptRequest {
        KeptRequest(
            number: number, date: CivilDay("2026-03-31")!, version: 2, approvedCost: try Money("199000", .cny),
            forecast: try Money("200447.13", .cny), confidence: 0.8, amount: try Money("1447.13", .cny),
            price: try Money("826.93", .cny), answerBy: CivilDay("2026-06-20")!)
    }

    private let answer = KeptRequest.Answer(
        kind: .approved, amount: try! Money("1400", .cny), date: CivilDay("2026-04-07")!, name: "Li")

    @Test("a request and its answer are there again as they were kept")
    func roundTrip() throws {
        let workspace = try Workspace.inMemory()
        #expect(try workspace.costRequests(of: "spring") == [])
        try workspace.keep(request(1), of: "spring", after: [])
        #expect(try workspace.costRequests(of: "spring") == [request(1)])
        try workspace.answer(1, of: "spring", answer, after: [request(1)])
        #expect(try workspace.costRequests(of: "spring") == [request(1).answered(answer)])
        #expect(try workspace.costRequests(of: "autumn") == [])
    }

    @Test("of two people who write at once the second is told that the first has")
    func busy() throws {
        let workspace = try Workspace.inMemory()
        try workspace.keep(request(1), of: "spring", after: [])
        let failure = #expect(throws: StoreFailure.self) { try workspace.keep(request(1), of: "spring", after: []) }
        #expect(failure?.kind == .busy)
        try workspace.answer(1, of: "spring", answer, after: [request(1)])
        #expect(throws: StoreFailure.self) { try workspace.answer(1, of: "spring", answer, after: [request(1)]) }
    }
}
