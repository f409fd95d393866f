import GRDB
public import MediaSpend
public import WorkTime

/// What a workspace holds of a source before a delivery is stored, within the transaction that stores it.
///
/// Of use only inside ``Workspace/storing(_:)``.
public struct SpendHistory {
    public let source: String
    private let database: Database
    /// Not the workspace's: what a transaction reads may never have been there, if it is undone.
    private let memory = SpendMemory()

    init(of source: String, in database: Database) {
        self.source = source
        self.database = database
    }

    /// The months that were delivered, in order, each as the delivery stored last states it.
    ///
    /// - Throws: ``StoreFailure``, as all of these; pass it on.
    public func months() throws -> [Delivery.MonthTotal] {
        let deliveries = try DeliveryRecords(database: database).all(of: source)
        return LiveMonths.chosen(.latest, among: deliveries).flatMap { live in
            live.stored.delivery.months.filter { live.months.contains($0.month) }
        }.sorted { $0.month < $1.month }
    }

    /// The spend of some of these months; `nil` when nothing was delivered.
    public func cube(by dimensions: [SpendDimension], in months: Set<CivilMonth>) throws -> Cube? {
        try SpendReading(of: source, .latest, in: database, memory)?
            .parts(by: dimensions, where: CubeFilter(months: months), within: nil).whole()
    }

    /// What the quality gate asks of some of these months, each month in one of the figures; none of what was not
    /// delivered.
    public func figures(of months: Set<CivilMonth>) throws -> [QualityFigures] {
        let deliveries = try DeliveryRecords(database: database).all(of: source)
        var figures: [QualityFigures] = []
        var others: Set<CivilMonth> = []
        for live in LiveMonths.chosen(.latest, among: deliveries) {
            for month in live.months.intersection(months).sorted() {
                if let found = try FigureRecords(database: database).find(month, of: live.stored.id) {
                    figures.append(found)
                } else {
                    others.insert(month)
                }
            }
        }
        if !others.isEmpty, let counted = try countedFigures(of: others) { figures.append(counted) }
        return figures
    }

    /// The same from the columns.
    func countedFigures(of months: Set<CivilMonth>) throws -> QualityFigures? {
        guard let reading = try SpendReading(of: source, .latest, in: database, memory) else { return nil }
        var rules = QualityRules.standard
        rules[.duplicateRows].severity = .off
        var builder = QualityFiguresBuilder(for: rules)
        let names = try reading.vocabulary(QualityFigures.dimensions)
        try reading.forEachChunk(QualityFigures.dimensions, where: CubeFilter(months: months), names) {
            builder.update(with: $0)
        }
        return builder.finish(names).figures
    }

    /// The columns of each earlier delivery, as far as they were kept.
    public func columns() throws -> [[String]] {
        try QualityRecords(database: database).all(of: source).map(\.quality.columns).filter { !$0.isEmpty }
    }
}
