public import WorkTime

/// The small sums of some months by which the quality gate judges them: the same for a file that is being read and for
/// months that are stored.
public struct QualityFigures: Sendable {
    /// By ``priceDimensions``.
    public let prices: Cube
    /// By ``placeDimensions``.
    public let places: Cube
    /// By ``ownerDimensions``.
    public let owners: Cube

    public static let priceDimensions: [SpendDimension] = [.month, .medium, .vehicle, .daypart, .adLength]
    public static let placeDimensions: [SpendDimension] = [.month, .day, .region]
    public static let ownerDimensions: [SpendDimension] = [.month, .category, .advertiser, .brand]

    public init(prices: Cube, places: Cube, owners: Cube) {
        self.prices = prices
        self.places = places
        self.owners = owners
    }
}

/// What is only known of a file that is being read, row by row.
public struct FileFigures: Sendable {
    /// Rows that repeat an earlier one, and the sizes of their amounts in minor units.
    public var duplicateRows = 0
    public var duplicateSpend: Int64 = 0
    /// Those of them that stand in long runs of repetitions.
    public var rowsInRuns = 0
    public var spendInRuns: Int64 = 0
    /// Rows below zero, month by month.
    public var credits: [CivilMonth: Credits] = [:]

    public struct Credits: Hashable, Sendable {
        public var rows = 0
        /// Minor units, zero or less.
        public var spend: Int64 = 0
    }

    public init() {}
}

/// The figures of a file while it is read: update with chunks, combine with those of other workers, finish.
public struct QualityFiguresBuilder: Sendable {
    private var prices = CubeBuilder(by: QualityFigures.priceDimensions)
    private var places = CubeBuilder(by: QualityFigures.placeDimensions)
    private var owners = CubeBuilder(by: QualityFigures.ownerDimensions)
    private var duplicates: DuplicateSearch?
    private var credits: [UInt32: (rows: Int, spend: Int128)] = [:]

    /// - Parameter rules: what is looked for: rows that repeat others are not when their rule is off.
    public init(for rules: QualityRules = .standard) {
        let rule = QualityRule.duplicateRows
        duplicates =
            rules[rule].severity == .off ? nil : DuplicateSearch(run: Int(rules.limit(.rows, of: rule)))
    }

    /// - Precondition: the chunk has all columns.
    public mutating func update(with chunk: OccurrenceChunk) {
        prices.update(with: chunk)
        places.update(with: chunk)
        owners.update(with: chunk)
        duplicates?.update(with: chunk)
        for row in 0..<chunk.count where chunk.spend[row] < 0 {
            let month = chunk[.month][row]
            credits[month, default: (0, 0)].rows += 1
            credits[month]?.spend += Int128(chunk.spend[row])
        }
    }

    /// - Precondition: codes of the same vocabulary.
    public mutating func combine(with other: QualityFiguresBuilder) {
        prices.combine(with: other.prices)
        places.combine(with: other.places)
        owners.combine(with: other.owners)
        if let others = other.duplicates { duplicates?.combine(with: others) }
        for (month, sum) in other.credits {
            credits[month, default: (0, 0)].rows += sum.rows
            credits[month]?.spend += sum.spend
        }
    }

    /// - Throws: ``CubeOverflow``.
    public func finish(
        _ names: Vocabulary, of market: MarketData
    ) throws(CubeOverflow) -> (figures: QualityFigures, file: FileFigures) {
        var file = FileFigures()
        file.duplicateRows = duplicates?.rows ?? 0
        file.duplicateSpend = Int64(clamping: duplicates?.spend ?? 0)
        file.rowsInRuns = duplicates?.rowsInRuns ?? 0
        file.spendInRuns = Int64(clamping: duplicates?.spendInRuns ?? 0)
        for (month, sum) in credits {
            file.credits[CalendarCode.month(of: month)] = FileFigures.Credits(
                rows: sum.rows, spend: Int64(clamping: sum.spend))
        }
        let figures = QualityFigures(
            prices: try prices.finish(names, of: market), places: try places.finish(names, of: market),
            owners: try owners.finish(names, of: market))
        return (figures, file)
    }
}
