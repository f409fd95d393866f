public import WorkTime

/// The small sums of some months by which the quality gate judges them: the same for a file that is being read and for
/// months that are stored.
public struct QualityFigures: Sendable {
    /// By ``priceDimensions``.
    public let prices: FigureCells
    /// By ``dayDimensions``.
    public let days: FigureCells
    /// By ``regionDimensions``.
    public let regions: FigureCells
    /// By ``ownerDimensions``.
    public let owners: FigureCells

    public static let priceDimensions: [SpendDimension] = [.month, .medium, .vehicle, .daypart, .adLength]
    public static let dayDimensions: [SpendDimension] = [.month, .day]
    public static let regionDimensions: [SpendDimension] = [.month, .region]
    public static let ownerDimensions: [SpendDimension] = [.month, .category, .advertiser, .brand]

    public init(prices: FigureCells, days: FigureCells, regions: FigureCells, owners: FigureCells) {
        self.prices = prices
        self.days = days
        self.regions = regions
        self.owners = owners
    }

    /// The figures of some months of them.
    public func restricted(to months: Set<CivilMonth>) -> QualityFigures {
        QualityFigures(
            prices: prices.restricted(to: months), days: days.restricted(to: months),
            regions: regions.restricted(to: months), owners: owners.restricted(to: months))
    }

    /// Everything that figures are grouped by.
    public static let dimensions = Set(priceDimensions + dayDimensions + regionDimensions + ownerDimensions)
}

/// What is only known of a file that is being read, row by row.
public struct FileFigures: Hashable, Sendable {
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
    private var prices = PackedSums([.medium: 10, .vehicle: 24, .daypart: 12, .adLength: 18])
    private var days = PackedSums([.day: 23])
    private var regions = PackedSums([.region: 30])
    private var owners = PackedSums([.category: 14, .advertiser: 25, .brand: 25])
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
        days.update(with: chunk)
        regions.update(with: chunk)
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
        days.combine(with: other.days)
        regions.combine(with: other.regions)
        owners.combine(with: other.owners)
        if let others = other.duplicates { duplicates?.combine(with: others) }
        for (month, sum) in other.credits {
            credits[month, default: (0, 0)].rows += sum.rows
            credits[month]?.spend += sum.spend
        }
    }

    /// - Parameter names: what the codes of the chunks stand for.
    public func finish(_ names: Vocabulary) -> (figures: QualityFigures, file: FileFigures) {
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
            prices: FigureCells(prices, names), days: FigureCells(days, names), regions: FigureCells(regions, names),
            owners: FigureCells(owners, names))
        return (figures, file)
    }
}
