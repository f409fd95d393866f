import Monetary
import Seeds
import WorkTime

/// Everything on the embedded examples: their files are written out first, and then used as a user's own would be.
///
/// Pure but for its folder: the same papers each time.
public struct Demo: Sendable {
    /// Where the examples go and the workspace is kept.
    public let folder: String

    public init(folder: String) { self.folder = folder }

    /// The campaign's timetable, the cost forecast of a film, the money of a job in a month, the competitive month and its store checks.
    ///
    /// - Throws: ``Failure`` when the folder cannot be written.
    public func answers() throws -> [Answer] {
        for seed in Seed.examples { try OutputFile.write(seed.bytes, to: path(of: seed.file)) }
        return [try timetable(), try costForecast()] + (try moneyOfJob()) + [try competitiveMonth(), try storeChecks()]
    }

    func path(of file: String) -> String { "\(folder)/examples/\(file)" }

    private func timetable() throws -> Answer {
        let plan = path(of: "campaign.yaml")
        if let template = PlanTemplate(named: "campaign") { try template.write(to: plan, replacing: true) }
        return try .timetable(of: InputFile(reading: plan))
    }

    private func costForecast() throws -> Answer {
        let series = try InputFile(reading: path(of: "launch-film.csv"))
        return try .costForecast(of: CostForecastRequest(series: series, currency: .cny))
    }

    private func competitiveMonth() throws -> Answer {
        let workspace = "\(folder)/headroom.sqlite"
        _ = try Answer.spendImport([path(of: "snacks-and-dairy.csv.gz")], layout: "occurrences", into: workspace)
        let question = SpendQuestion(
            month: CivilMonth(year: 2025, month: 12)!, category: "Snacks", brand: "君明优品", source: "occurrences")
        return try .spendReport(on: question, in: workspace)
    }

    private func storeChecks() throws -> Answer {
        let visits = try InputFile(reading: path(of: "tea-stores.csv.gz"))
        return try .storeChecks(
            on: StoreCheckQuestion(visits, month: CivilMonth(year: 2025, month: 12)!, brand: "清泉"))
    }
}
