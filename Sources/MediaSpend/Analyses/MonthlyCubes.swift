public import WorkTime

/// The cubes that the analysis of a month is made from, all of the same rows.
///
/// Each is no larger than its tables need: brands and media month by month are far fewer cells apart than together.
public struct MonthlyCubes: Sendable {
    public let month: CivilMonth
    /// The month that changes are explained against.
    public let base: CivilMonth
    /// By category, brand and month, in the ``ComparedMonths/window``.
    public let brands: Cube
    /// By category, medium and month, in the same months.
    public let media: Cube
    /// By brand and medium, in the month itself.
    public let mediaOfBrands: Cube
    /// By category and what a ``Decomposition`` looks at, in the month and in its base.
    public let purchases: Cube

    /// - Parameters:
    ///   - base: `nil`: the same month a year ago.
    ///   - ask: gives the spend of a competitive set in some months, by some dimensions.
    /// - Throws: what `ask` throws.
    public init(
        of month: CivilMonth, against base: CivilMonth? = nil,
        ask: (_ dimensions: [SpendDimension], _ months: Set<CivilMonth>) throws -> Cube
    ) rethrows {
        let months = ComparedMonths(month)
        let base = base ?? months.yearAgo
        let window = Set(months.window)
        self.month = month
        self.base = base
        brands = try ask([.category, .brand, .month], window)
        media = try ask([.category, .medium, .month], window)
        mediaOfBrands = try ask([.brand, .medium, .month], [month])
        purchases = try ask([.category] + Decomposition.cellDimensions + [.month], [base, month])
    }
}
