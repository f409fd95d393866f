import Foundation
import Testing
import WorkTime

/// The folder of data shared beside the repository.
private let sharedData =
    ProcessInfo.processInfo.environment["HEADROOM_SHARED"].map { URL(fileURLWithPath: $0) }
    ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../../shared").standardized
private let chinaTable = sharedData.appending(path: "data/calendars/cn.csv")

/// Every day that the published tables speak of, read from `../shared/data/calendars` where that folder exists.
@Suite("Published calendars")
struct SharedCalendarTests {
    struct Row {
        var day: CivilDay
        var weekday: String
        var isHoliday: Bool
    }

    static func rows() throws -> [Row] {
        try String(contentsOf: chinaTable, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst().map { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            return Row(day: day(String(cells[0])), weekday: String(cells[1]), isHoliday: cells[2] == "holiday")
        }
    }

    @Test(
        "a make-up day works, a holiday rests, all others keep the week: China, 2018 to 2027",
        .enabled(if: FileManager.default.fileExists(atPath: chinaTable.path), "needs ../shared/data/calendars/cn.csv"))
    func china() throws {
        let rows = try Self.rows()
        #expect(rows.count > 300)
        let calendar = WorkCalendar(
            id: "china", name: "China", week: .office,
            rules: rows.map { $0.isHoliday ? .holiday($0.day, name: "") : .makeUpDay($0.day, name: "") })
        let stated = Dictionary(uniqueKeysWithValues: rows.map { ($0.day, $0) })
        let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        var expected = 0
        for day in day("2018-01-01")...day("2027-12-31") {
            let row = stated[day]
            if let row { #expect(names[day.weekday.rawValue - 1] == row.weekday, "\(day)") }
            let works = row.map { !$0.isHoliday } ?? (day.weekday <= .friday)
            #expect(calendar.isWorking(day) == works, "\(day)")
            let midnight = CivilMinute(day: day, minuteOfDay: 0)
            #expect(calendar.work(from: minute("2018-01-01T00:00"), to: midnight).count == expected, "\(day)")
            expected += works ? 480 : 0
        }
    }
}
