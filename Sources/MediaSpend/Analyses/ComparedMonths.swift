public import WorkTime

/// A month and the months that it is compared with.
public struct ComparedMonths: Hashable, Sendable {
    public let month: CivilMonth

    public init(_ month: CivilMonth) { self.month = month }

    /// The month before (环比).
    public var previous: CivilMonth { month.advanced(by: -1) }
    /// The same month a year ago (同比).
    public var yearAgo: CivilMonth { month.advanced(by: -12) }

    /// January through this month.
    public var yearToDate: ClosedRange<CivilMonth> { month.advanced(by: 1 - month.month)...month }
    /// The same months of the year before.
    public var yearToDatePrevious: ClosedRange<CivilMonth> { yearToDate.aYearEarlier }

    /// The twelve months that end with this one.
    public var movingYear: ClosedRange<CivilMonth> { month.advanced(by: -11)...month }
    /// The twelve months before those.
    public var movingYearPrevious: ClosedRange<CivilMonth> { movingYear.aYearEarlier }

    /// The twelve months before this one, in which an entrant was silent.
    public var lookBack: ClosedRange<CivilMonth> { yearAgo...previous }

    /// All months that a monthly analysis asks for: 25 up to and with this one.
    public var window: ClosedRange<CivilMonth> { month.advanced(by: -24)...month }
}

extension ClosedRange<CivilMonth> {
    fileprivate var aYearEarlier: Self { lowerBound.advanced(by: -12)...upperBound.advanced(by: -12) }
}
