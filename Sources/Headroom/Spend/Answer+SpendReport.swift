import Diagnostics
import Formats
import Interchange
import MediaSpend
public import Parallel
import Reports
import Statistics
import Store
import WorkTime

extension Answer {
    /// The monthly paper on competitive spend, and its figures as JSON.
    ///
    /// - Parameters:
    ///   - store: the workspace that the month files were imported into.
    ///   - workers: the threads that add up and forecast; the paper is the same on any number.
    /// - Throws: a `Rejection` when the month was not delivered, or a name is not among the data; ``Failure``.
    public static func spendReport(
        on question: SpendQuestion, in store: String, on workers: Workers = .all
    ) throws -> Answer {
        try translatingSpendFaults {
            let workspace = try Workspace.existing(at: store)
            let market = try workspace.market(asked: question)
            let scope = try SpendScope(question, market, in: workspace)
            let analysis = try workspace.analysis(of: scope, on: question, market, workers)
            let origins = try SpendOrigins(of: analysis, question.choice, in: workspace)
            let paper = SpendReportPaper(analysis: analysis, origins: origins.months)
            return Answer(
                name: question.paperName,
                findings: scope.findings + analysis.findings + origins.months.partialFindings, isNegative: false,
                body: analysis.json(from: origins, paper.commentaryJSON), paper: paper)
        }
    }
}

extension Workspace {
    /// The data that are asked about.
    ///
    /// - Throws: a `Rejection` when there are none, when it is not plain which, or when they lack the month.
    fileprivate func market(asked question: SpendQuestion) throws -> MarketData {
        let market = try market(of: question.source, asOf: question.asOf)
        guard market.covers(question.month) else {
            throw Rejection(findings: [
                Finding(
                    "spend.month-not-delivered", .error, "\(question.month) was not delivered",
                    advice: "import its file, or ask for one of the months there are: \(spans(of: market.months))")
            ])
        }
        return market
    }

    /// The data that are meant, as they were after a delivery.
    ///
    /// - Throws: a `Rejection` when there are none, or when it is not plain which are meant.
    func market(of source: String?, asOf delivery: DeliveryID?) throws -> MarketData {
        let source = try self.source(asked: source)
        guard let market = try market(of: source, try choice(asOf: delivery)) else {
            throw Rejection(findings: [unknownDelivery(delivery?.rawValue ?? 0, among: try deliveries())])
        }
        return market
    }

    /// The layout whose data are meant.
    ///
    /// - Parameter name: what the user said; `nil` will do where there is only one.
    /// - Throws: a `Rejection` when there are no such data, or when it is not plain which are meant.
    func source(asked name: String?) throws -> String {
        let sources = try spendSources()
        guard let source = name ?? sources.first, sources.contains(source) else {
            throw Rejection(findings: [unknownSource(name, among: sources)])
        }
        guard name != nil || sources.count == 1 else {
            throw Rejection(findings: [
                Finding(
                    "spend.several-sources", .error, "“\(self.name)” holds data of \(sources.joined(separator: ", "))",
                    advice: "say which with --source; figures of two vendors are never added up")
            ])
        }
        return source
    }

    private func unknownSource(_ source: String?, among sources: [String]) -> Finding {
        guard let source, !sources.isEmpty else {
            return Finding(
                "spend.no-data", .error, "“\(name)” holds no spend",
                advice: "import month files with headroom spend import")
        }
        return Finding(
            "spend.unknown-source", .error, "“\(name)” holds no data of “\(source)”",
            advice: "use one of: \(sources.joined(separator: ", "))")
    }

    fileprivate func analysis(
        of scope: SpendScope, on question: SpendQuestion, _ market: MarketData, _ workers: Workers
    ) throws -> MonthlyAnalysis {
        let base = question.base == .month ? ComparedMonths(question.month).previous : nil
        let cubes = try cubes(of: market.source, question.choice, on: workers) { cube in
            try MonthlyCubes(of: question.month, against: base, scope.set, client: question.brand) {
                dimensions, months, set in
                try cube(dimensions, set.filter(months: months))
            }
        }
        guard var cubes else { throw Failure(.ours, name, cause: "the data went away while being read") }
        cubes.coursesBefore = try coursesBefore(question, cubes, market.source, workers)
        return MonthlyAnalysis(
            cubes,
            .init(
                client: question.brand, marketShares: scope.marketShares, ratings: scope.ratings,
                decomposition: question.decomposition, horizon: question.horizon)
        ) { draft, horizon in
            draft.forecasts(horizon: horizon, on: workers)
        }
    }

    /// What was known before the month came: what the outlook of the month before was made from.
    ///
    /// - Returns: `nil` when the first delivery brought the month, or when the deliveries before lacked the month before.
    private func coursesBefore(
        _ question: SpendQuestion, _ cubes: MonthlyCubes, _ source: String, _ workers: Workers
    ) throws -> SpendCourses? {
        let last = ComparedMonths(question.month).previous
        let known = try deliveries(of: source).filter { question.choice.counts($0.id) }
        let bringing = known.firstIndex { $0.delivery.months.contains { $0.month == question.month } }
        guard let bringing, bringing > 0 else { return nil }
        let choice = DeliveryChoice.asOf(known[bringing - 1].id)
        let before = try origins(of: source, choice).filter { $0.month <= last }
        guard before.contains(where: { $0.month == last }) else { return nil }
        // Where no month was restated since, figures are what they were.
        let now = try origins(of: source, question.choice).filter { $0.month <= last }
        if before.map(\.delivery) == now.map(\.delivery), before.map(\.month) == now.map(\.month) {
            return cubes.courses?.ending(with: last)
        }
        let history = cubes.set.filter(months: Set(SpendCourses.span(through: last)))
        return try self.cubes(of: source, choice, on: workers) { cube in
            SpendCourses(
                through: last, brands: try cube([.brand, .month], history),
                media: try cube([.category, .medium, .month], history))
        } ?? nil
    }
}

extension OutlookDraft {
    /// All forecasts, each on any of the threads.
    fileprivate func forecasts(horizon: Int, on workers: Workers) -> [SeriesForecast] {
        var forecasts: [SeriesForecast] = []
        workers.inOrder(count) {
            forecast($0, horizon: horizon)
        } handOn: {
            forecasts.append($0)
        }
        return forecasts
    }
}

extension CompetitiveSet {
    /// Its rows in some months.
    func filter(months: Set<CivilMonth>) -> CubeFilter {
        var filter = CubeFilter(months: months)
        if !categories.isEmpty { filter.names[.category] = Set(categories) }
        if !brands.isEmpty { filter.names[.brand] = Set(brands) }
        return filter
    }
}

extension MonthlyAnalysis {
    /// What the reader should know of the data.
    fileprivate var findings: [Finding] {
        guard !missingMonths.isEmpty else { return [] }
        return [
            Finding(
                "spend.months-missing", .warning,
                "not delivered: \(spans(of: missingMonths)); figures that take these months are n/a",
                advice: "import their files")
        ]
    }
}

extension SpendQuestion {
    /// The stem of the paper's files: papers on several categories of a month lie beside one another in one folder.
    /// An agency has one client in a category, so the brand tells no two apart.
    fileprivate var paperName: String {
        let parts = [category, set?.stem].compactMap { $0.map(fileNamePart) }
        return (["\(month).spend"] + parts.filter { !$0.isEmpty }).joined(separator: ".")
    }

    /// A name as part of a file's: letters and digits of any script, with hyphens for all that stands between them.
    private func fileNamePart(_ name: String) -> String {
        name.split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    }
}

/// Months in a sentence, those in a row as “2024-01 to 2024-11”.
func spans(of months: [CivilMonth]) -> String {
    months.runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound) to \($0.upperBound)" }
        .joined(separator: ", ")
}
