import Costing
import Diagnostics
import Monetary
import Reports
import WorkTime

/// Status series put together in code: weekly, in euros, from Friday 4 September 2026 on.
struct SampleSeries {
    var draft: StatusSeriesDraft
    var approved: Money?

    /// - Parameter rows: planned value, earned value and actual cost in whole euros; a plan ahead has the first alone.
    init(_ rows: [[Int64]], start: String? = "2026-08-31", budget: Int64? = nil, approved: Int64? = nil) {
        let first = CivilDay("2026-09-04")!
        let statuses = rows.enumerated().map { index, amounts in
            StatusSeriesDraft.Row(
                period: Located(index + 1), date: Located(.endOfDay(first.advanced(by: 7 * index))),
                plannedValue: Located(Self.euro(amounts[0])),
                earnedValue: amounts.count > 1 ? Located(Self.euro(amounts[1])) : nil,
                actualCost: amounts.count > 2 ? Located(Self.euro(amounts[2])) : nil)
        }
        draft = StatusSeriesDraft(
            currency: .eur, rows: statuses, budgetAtCompletion: budget.map(Self.euro),
            plannedStart: start.map { CivilMinute(day: CivilDay($0)!, minuteOfDay: 0) })
        self.approved = approved.map(Self.euro)
    }

    static func euro(_ units: Int64) -> Money { Money(minorUnits: units * 100, .eur) }

    func paper() throws -> CostForecastPaper {
        let series = try StatusSeries(checking: draft)
        return CostForecastPaper(
            outlook: CostOutlook(series, approved: approved), source: "film.csv", findings: series.findings)
    }

    func report(_ language: Language) throws -> Report { try paper().report(in: language) }

    /// Eight weeks of thirteen of a launch film that runs over in cost and time.
    static let launchFilm = SampleSeries([
        [3_200, 2_900, 3_150], [8_600, 7_400, 8_240], [16_900, 14_300, 16_480], [27_400, 23_600, 27_315],
        [39_200, 33_100, 39_480], [47_800, 42_700, 51_226], [58_500, 50_900, 61_890], [70_300, 61_400, 74_035],
        [80_900], [88_700], [94_600], [98_400], [100_000],
    ])
}
