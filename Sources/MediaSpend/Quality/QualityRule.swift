/// What a delivery is looked at for before it is stored.
///
/// The raw value is the rule's name in a rules file, after `--accept`, and in JSON; the finding is called `spend.` and the
/// name.
public enum QualityRule: String, Hashable, Sendable, Codable, CaseIterable {
    /// Columns that no earlier delivery of the layout had, or that all had.
    case columnsChanged = "columns-changed"
    /// The other kind of row adds up to another total than the spend.
    case controlTotal = "control-total"
    /// Parts that do not add up to the total that stands beside them.
    case partsDiffer = "parts-differ"
    /// Two rows with the key by which the layout tells rows apart.
    case duplicateKey = "duplicate-key"
    /// Rows that repeat an earlier one in every column.
    case duplicateRows = "duplicate-rows"
    /// Present in each of the months before, absent now.
    case missingVehicle = "missing-vehicle"
    case missingRegion = "missing-region"
    case missingCategory = "missing-category"
    case missingAdvertiser = "missing-advertiser"
    /// Days, or weeks, in the middle of a month without a row.
    case missingDays = "missing-days"
    /// A month whose last row stands far from its end.
    case partialMonth = "partial-month"
    /// Spend per insertion far from what the same purchase cost before.
    case unitPrice = "unit-price"
    /// A known brand in a category, or under an owner, where it never was.
    case newCategory = "new-category"
    case newOwner = "new-owner"
    /// Amounts below zero.
    case negativeAmounts = "negative-amounts"
    /// A total far from that of the same month a year ago, as the market moves.
    case monthTotal = "month-total"
    /// Amounts of two currencies in one file: always refused, because they cannot be added.
    case mixedCurrencies = "mixed-currencies"

    /// Whether the reader of the file finds it; all others compare what was read with earlier months.
    public var isFoundByReader: Bool {
        switch self {
        case .controlTotal, .partsDiffer, .duplicateKey, .mixedCurrencies: true
        default: false
        }
    }

    /// Whether no setting and no acceptance lets it pass.
    public var isAlwaysRefused: Bool { self == .mixedCurrencies }

    /// The dimension whose names a rule of coverage looks for.
    var coverage: SpendDimension? {
        switch self {
        case .missingVehicle: .vehicle
        case .missingRegion: .region
        case .missingCategory: .category
        case .missingAdvertiser: .advertiser
        default: nil
        }
    }
}

extension QualityRule: Comparable {
    /// In the order of ``allCases``.
    public static func < (left: QualityRule, right: QualityRule) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}

/// What becomes of a delivery that a rule speaks against.
public enum QualitySeverity: String, Hashable, Sendable, Codable, CaseIterable {
    /// The rule is not asked.
    case off
    /// Worth knowing.
    case note
    /// Stored, and said.
    case warning
    /// Not stored, unless somebody accepts it.
    case blocked
}
