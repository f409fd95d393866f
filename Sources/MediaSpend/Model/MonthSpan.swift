public import WorkTime

/// The months in which something holds; without an end, or without a beginning, it holds on that side for ever.
public struct MonthSpan: Hashable, Sendable {
    public let from: CivilMonth?
    public let through: CivilMonth?

    /// `nil` when the last month lies before the first.
    public init?(from: CivilMonth? = nil, through: CivilMonth? = nil) {
        if let from, let through, through < from { return nil }
        self.from = from
        self.through = through
    }

    private init() {
        from = nil
        through = nil
    }

    /// Every month.
    public static let always = MonthSpan()

    /// Whether nothing is said of when it holds.
    public var isAlways: Bool { from == nil && through == nil }

    /// Whether it holds in a month.
    public func contains(_ month: CivilMonth) -> Bool {
        (from.map { $0 <= month } ?? true) && (through.map { month <= $0 } ?? true)
    }

    /// Whether both hold in some month.
    public func overlaps(_ other: MonthSpan) -> Bool {
        let startsInTime = from.flatMap { from in other.through.map { from <= $0 } } ?? true
        let endsInTime = through.flatMap { through in other.from.map { $0 <= through } } ?? true
        return startsInTime && endsInTime
    }
}

extension MonthSpan: CustomStringConvertible {
    /// `2025-01 to 2025-06`, `from 2025-01`, `through 2025-06`, `always`.
    public var description: String {
        switch (from, through) {
        case (let from?, let through?): "\(from) to \(through)"
        case (let from?, nil): "from \(from)"
        case (nil, let through?): "through \(through)"
        case (nil, nil): "always"
        }
    }
}

extension Sequence<CivilMonth> {
    /// Months that follow one another, together; in the order in which they come.
    public var runs: [ClosedRange<CivilMonth>] {
        reduce(into: []) { runs, month in
            if let last = runs.last, last.upperBound.advanced(by: 1) == month {
                runs[runs.count - 1] = last.lowerBound...month
            } else {
                runs.append(month...month)
            }
        }
    }
}
