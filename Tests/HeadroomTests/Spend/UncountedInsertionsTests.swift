import Foundation
import Headroom
import Testing

/// What is told of data that count no insertions.
@Suite("Data without insertions")
struct UncountedInsertionsTests {
    private let file = HouseTests.root
        .appending(path: "datasets/media/us_google_political_weekly_d1_2018-08.csv.gz").path

    @Test("a cube leaves their column empty")
    func cube() throws {
        let csv = try SpendCube(adding: [file], by: [.medium]).csv([.insertions, .spend])
        #expect(csv == "medium,insertions,spend\nGoogle Ads,,6437100.00\n")
    }

    @Test("the import says that there are none to tell of, and why")
    func receipt() throws {
        let store = FileManager.default.temporaryDirectory.appending(path: "headroom-\(UUID().uuidString).sqlite").path
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: store + end) } }
        let delivery = try Answer.spendImport([file], into: store).json["deliveries"]?[0]
        #expect(delivery?["insertions"] == .null)
        #expect(delivery?["insertionsReason"] == "no-insertions")
        #expect(delivery?["months"]?[0]?["insertions"] == .null)
        #expect(delivery?["spend"] == "6437100.00")
    }
}
