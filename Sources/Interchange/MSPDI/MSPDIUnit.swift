import Scheduling

/// The unit in which Microsoft Project shows a duration or a lag; how long it is, is stated in minutes all the same.
///
/// - Source: Microsoft, *Project XML Data Interchange Schema*, elements `DurationFormat` and `LagFormat`.
struct MSPDIUnit {
    let isElapsed: Bool
    let isPercent: Bool

    static let work = MSPDIUnit(isElapsed: false, isPercent: false)
    static let elapsed = MSPDIUnit(isElapsed: true, isPercent: false)

    private init(isElapsed: Bool, isPercent: Bool) {
        self.isElapsed = isElapsed
        self.isPercent = isPercent
    }

    /// - Parameter code: 3…12 minutes to months, the even ones elapsed; 19 and 20 per cent; 21 the project's own; all with 32
    ///   more when the duration is an estimate. `nil` for any other.
    init?(code: Int) {
        let plain = code >= 35 ? code - 32 : code
        switch plain {
        case 3...12: self.init(isElapsed: plain.isMultiple(of: 2), isPercent: false)
        case 19, 20: self.init(isElapsed: plain == 20, isPercent: true)
        case 21: self = .work
        default: return nil
        }
    }
}

extension PlannedDuration {
    /// A number of thousandths of a minute; in hours, exact to the minute, when there are more than a million of them.
    /// `nil` beyond a million hours.
    init?(thousandthsOfMinute count: Int, isElapsed: Bool) {
        if count.magnitude <= Self.limit {
            self.init(thousandths: count, unit: .minutes, isElapsed: isElapsed)
        } else {
            let hours = (count + (count < 0 ? -30 : 30)) / 60
            guard hours.magnitude <= Self.limit else { return nil }
            self.init(thousandths: hours, unit: .hours, isElapsed: isElapsed)
        }
    }
}
