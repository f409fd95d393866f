import Costing
import Diagnostics
import Foundation
import Interchange
import Monetary
import Testing
import WorkTime

@Suite("Reading a status series")
struct StatusSeriesTests {
    static func read(_ text: String) -> StatusSeriesReading {
        StatusSeriesReading(series: Array(text.utf8), file: "series.csv", currency: .eur)
    }

    static let header = "period,status_date,pv,ev,ac\n"

    @Test("columns are read by name, in any order, with any delimiter", arguments: [",", ";", "\t"])
    func columns(delimiter: String) throws {
        let text = "AC,note,Period,ev,PV,status_date\n95.50,late,1,90,100,2026-01-09T17:00:00\n"
        let reading = Self.read(text.replacing(",", with: delimiter))
        let row = try #require(reading.draft.rows.first)
        #expect(reading.findings.inReadingOrder == [])
        #expect(row.period.value == 1)
        #expect(row.date.value == .minute(CivilMinute("2026-01-09T17:00")!))
        #expect(row.plannedValue.value == Money(minorUnits: 10_000, .eur))
        #expect(row.earnedValue?.value == Money(minorUnits: 9_000, .eur))
        #expect(row.actualCost?.value == Money(minorUnits: 9_550, .eur))
        #expect(row.actualCost?.place?.description == "series.csv:2:1")
    }

    @Test("a date alone is the end of its day")
    func days() throws {
        let row = try #require(Self.read(Self.header + "1,2026-01-09,1,1,1\n").draft.rows.first)
        #expect(row.date.value.instant == CivilMinute("2026-01-10T00:00"))
        #expect(row.date.value.day == CivilDay("2026-01-09"))
    }

    @Test("a row without earned value and cost is the plan ahead")
    func ahead() throws {
        let series = try Self.read(Self.header + "1,2026-01-09,10,9,8\n2,2026-01-16,20,,\n").checked()
        #expect(series.statuses.count == 1)
        #expect(series.budgetAtCompletion == Money(minorUnits: 2_000, .eur))
    }

    @Test("a file may write its decimals after a comma, if it always does")
    func commas() throws {
        let reading = Self.read("period;status_date;pv;ev;ac\n1;2026-01-09;100,50;90;95,25\n")
        #expect(reading.draft.rows.first?.plannedValue.value == Money(minorUnits: 10_050, .eur))
        let mixed = Self.read("period;status_date;pv;ev;ac\n1;2026-01-09;100,50;90.00;95,25\n")
        #expect(mixed.findings.inReadingOrder.map(\.id) == ["cost.mixed-decimals", "cost.mixed-decimals"])
    }

    static let faults: [(line: String, id: FindingID, place: String)] = [
        ("x,2026-01-09,1,1,1", "cost.bad-period", "2:1"), (",2026-01-09,1,1,1", "cost.bad-period", "2:1"),
        ("1.5,2026-01-09,1,1,1", "cost.bad-period", "2:1"), ("-1,2026-01-09,1,1,1", "cost.bad-period", "2:1"),
        ("1,09/01/2026,1,1,1", "cost.bad-date", "2:3"), ("1,2026-02-30,1,1,1", "cost.bad-date", "2:3"),
        ("1,,1,1,1", "cost.bad-date", "2:3"), ("1,2026-01-09T25:00,1,1,1", "cost.bad-date", "2:3"),
        ("1,2026-01-09T10:00:61,1,1,1", "cost.bad-date", "2:3"),
        ("1,2026-01-09,12abc,1,1", "cost.bad-amount", "2:14"), ("1,2026-01-09,,1,1", "cost.bad-amount", "2:14"),
        ("1,2026-01-09,1,1,\"1,234.5\"", "cost.bad-amount", "2:18"),
        ("1,2026-01-09,1,1.005,1", "cost.bad-amount", "2:16"),
        ("1,2026-01-09,1,99999999999999999999,1", "cost.bad-amount", "2:16"),
        ("1,2026-01-09,1,1", "csv.ragged-record", "2:17"), ("1,2026-01-09,1,,1", "cost.half-status", "2:1"),
        ("1,2026-01-09,-1,1,1", "cost.negative-amount", "2:14"), ("1,2026-01-09,0,0,0", "cost.no-budget", "2:14"),
    ]

    @Test("a fault is reported where it stands, with its line and what to do", arguments: faults)
    func fault(line: String, id: FindingID, place: String) throws {
        let rejection = #expect(throws: Rejection.self) { try Self.read(Self.header + line + "\n").checked() }
        let finding = try #require(rejection?.findings.first { $0.id == id })
        #expect(finding.place.map { "\($0.line):\($0.column)" } == place)
        #expect(finding.excerpt == line)
    }

    @Test("a missing column is named with the one that was probably meant")
    func missingColumn() throws {
        let rejection = #expect(throws: Rejection.self) {
            try Self.read("period,statusdate,pv,ev,ac\n1,2026-01-09,1,1,1\n").checked()
        }
        #expect(rejection?.findings.map(\.id) == ["csv.missing-column"])
        #expect(rejection?.findings.first?.advice.contains("“statusdate”") == true)
    }

    @Test("a baseline by day and the activities are read from their own files")
    func otherFiles() throws {
        var reading = Self.read(Self.header + "1,2026-01-09,10,9,4\n")
        reading.addBaseline(Array("day_end,pv\n2026-01-05,10\n2026-01-06,20\n".utf8), file: "baseline.csv")
        reading.addTracking(Array("period,activity_id,pv,ev,ac\n1,film,5,5,4\n1,print,5,4,0\n".utf8), file: "t.csv")
        let series = try reading.checked()
        #expect(series.findings == [])
        #expect(series.plan?.points.count == 3)
        #expect(series.statuses.first?.accruedCost == Money(minorUnits: 800, .eur))
    }

    @Test("faults of all files come in one run")
    func allFiles() {
        var reading = Self.read(Self.header + "1,soon,10,9,4\n2,2026-01-09,10,9,4\n")
        reading.addBaseline(Array("day_end,pv\n2026-01-05T08:00,10\n2026-01-06,20\n2026-01-05,5\n".utf8), file: "b.csv")
        reading.addTracking(Array("period,activity_id,ev,ac\n2,,5,4\n".utf8), file: "t.csv")
        let rejection = #expect(throws: Rejection.self) { try reading.checked() }
        #expect(
            rejection?.findings.map { "\($0.place.map(\.description) ?? "-") \($0.id)" } == [
                "b.csv:2:1 cost.bad-date", "b.csv:4:1 cost.dates-not-ascending", "b.csv:4:12 cost.baseline-falls",
                "series.csv:2:3 cost.bad-date", "t.csv:2:3 cost.no-activity",
            ])
        #expect(rejection?.findings.allSatisfy { $0.excerpt != nil } == true)
    }
}
