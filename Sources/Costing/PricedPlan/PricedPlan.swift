public import Monetary
public import WorkTime

/// The schedule times the estimate: when the money of each line is planned to be earned, and how much of it is, over all
/// versions of the estimate.
public struct PricedPlan: Sendable {
    public let books: JobBooks
    /// `nil` where the job has no plan: then lines follow their own dates.
    public let work: PlannedWork?

    public init(_ books: JobBooks, on work: PlannedWork? = nil) {
        self.books = books
        self.work = work
    }

    /// Activities that lines name and the plan does not have, by line and in its order.
    public var unknownActivities: [(line: LineID, activity: String)] {
        guard let work else { return [] }
        return books.estimate.lines.flatMap { line in
            line.activities.filter { work.activities[$0] == nil }.map { (line.id, $0) }
        }
    }

    /// When the work of a line is planned, as the version that holds has it.
    public func plannedDays(of line: LineID) -> ClosedRange<CivilDay>? {
        guard let found = books.estimate.line(line) else { return nil }
        let plan = LinePlan(found, of: books.estimate, on: work)
        return plan.start...max(plan.start, plan.finish)
    }

    // MARK: Values

    /// Where each line stands at the end of a day.
    ///
    /// - Throws: `overflow`.
    func value(at standing: LedgerStanding) throws(MonetaryFault) -> JobEarnedValue {
        let version = version(on: standing.day)
        let unlinked = standing.lines.map(\.line).filter { version.line($0) == nil }.sorted()
        var lines: [JobEarnedValue.Line] = []
        for id in version.lines.map(\.id) + unlinked {
            let trails = try trails(of: id, until: standing.day)
            let line = version.line(id)
            lines.append(
                JobEarnedValue.Line(
                    id: id, budget: line?.cost ?? .zero(books.estimate.currency),
                    plannedValue: try trails.planned.value(at: standing.day),
                    earnedValue: try trails.earned.value(at: standing.day),
                    actualCost: standing.line(id)?.accrued ?? .zero(books.estimate.currency),
                    isReported: line.map { progress(of: $0).isReported(by: standing.day) } ?? false))
        }
        return try JobEarnedValue(
            day: standing.day, version: version.version, lines: lines, currency: books.estimate.currency)
    }

    func progress(of line: EstimateLine) -> LineProgress {
        LineProgress(of: line, in: books.history.progress, on: work)
    }

    /// The version that held at the end of a day; before the first took effect, the first.
    func version(on day: CivilDay) -> CostEstimate { versions(until: day).last?.estimate ?? books.estimate }

    private func versions(until day: CivilDay) -> [EstimateVersion] {
        let held = books.versions.filter { $0.holds(on: day) }
        return held.isEmpty ? Array(books.versions.prefix(1)) : held
    }

    /// How planned and earned value of a line move over the versions that took effect by a day.
    private func trails(
        of id: LineID, until day: CivilDay
    ) throws(MonetaryFault) -> (planned: BudgetTrail, earned: BudgetTrail) {
        var (planned, earned) = (BudgetTrail(), BudgetTrail())
        for version in versions(until: day) {
            let (estimate, first) = (version.estimate, version.holdsFrom ?? version.estimate.effective)
            guard let line = estimate.line(id) else {
                let nothing = Money.zero(estimate.currency)
                try planned.add(nothing, from: first) { _ in 1 }
                try earned.add(nothing, from: first) { _ in 1 }
                continue
            }
            let plan = LinePlan(line, of: estimate, on: work)
            let progress = progress(of: line)
            try planned.add(line.cost, from: first) { plan.share(at: $0) }
            try earned.add(line.cost, from: first) { progress.share(at: $0) }
        }
        return (planned, earned)
    }

    // MARK: The curve

    /// The planned value of the job, or of one of its lines, by day, as the versions had it that took effect by a day.
    ///
    /// Where a change order cuts work that was planned before it, earlier values are lowered to what is left, so that the
    /// curve never falls and still reaches every value when the plan last does.
    ///
    /// - Returns: `nil` where nothing is budgeted.
    /// - Throws: `overflow`.
    public func curve(of line: LineID? = nil, until day: CivilDay) throws(MonetaryFault) -> PlannedValueCurve? {
        let estimate = version(on: day)
        let ids = line.map { [$0] } ?? estimate.lines.map(\.id)
        guard let days = plannedDays(ids, in: estimate) else { return nil }
        var trails: [BudgetTrail] = []
        for id in ids { trails.append(try self.trails(of: id, until: day).planned) }
        var values: [Money] = []
        for day in days {
            var total = MoneyTotal(in: estimate.currency)
            for trail in trails { try total.add(try trail.value(at: day)) }
            values.append(try total.money())
        }
        return Self.curve(values, from: days.lowerBound)
    }

    private static func curve(_ values: [Money], from first: CivilDay) -> PlannedValueCurve? {
        var least = values[values.count - 1]
        guard least.minorUnits > 0 else { return nil }
        var points: [PlannedValueCurve.Point] = []
        for (offset, value) in values.enumerated().reversed() {
            if value.minorUnits < least.minorUnits { least = value }
            points.append(.init(first.advanced(by: offset).end, least))
        }
        points.append(.init(first.beginning, .zero(least.currency)))
        points.reverse()
        let whole = points[points.count - 1].plannedValue
        return PlannedValueCurve(points, plannedFinish: points.first { $0.plannedValue == whole }?.instant)
    }

    /// From the first to the last day on which any of these lines is planned, no more than ten years.
    private func plannedDays(_ ids: [LineID], in estimate: CostEstimate) -> ClosedRange<CivilDay>? {
        let plans = ids.compactMap { estimate.line($0).map { LinePlan($0, of: estimate, on: work) } }
        guard let start = plans.map(\.start).min(), let finish = plans.map(\.finish).max() else { return nil }
        return start...min(max(start, finish), start.advanced(by: Self.longestPlan))
    }

    private static let longestPlan = 3_653
}
