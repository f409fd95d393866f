import Costing
import Foundation
import Store
import Testing
import WorkTime

@testable import Headroom

@Suite("The course of a job in a workspace")
struct JobCourseTests {
    private static let year = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "datasets/year-of-a-job")

    @Test("is read from sums by month as the events themselves tell it")
    func year() throws {
        let store = FileManager.default.temporaryDirectory.appending(path: "course-\(UUID().uuidString).sqlite").path
        defer { for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: store + ending) } }
        for month in 1...12 {
            let file = Self.year.appending(path: "ledger-2025-\(month < 10 ? "0" : "")\(month).csv").path
            let input = InputFile(path: file, bytes: Array(try Data(contentsOf: URL(filePath: file))))
            _ = try Answer.costPost([input], job: "jasmine-2025", currency: .cny, on: nil, in: store)
        }
        let workspace = try Workspace(at: store)
        let ledger = try #require(try workspace.ledger(of: "jasmine-2025"))
        let ends = (1...12).map { CivilMonth(year: 2025, month: $0)!.lastDay }
        for (position, end) in ends.enumerated() {
            for day in [end.advanced(by: -12), end] {
                let days = ends[..<position] + [day]
                #expect(
                    try workspace.ledgerHistory(of: "jasmine-2025", on: Array(days)) == ledger.history(on: Array(days)),
                    "\(day)")
            }
        }
    }
}
