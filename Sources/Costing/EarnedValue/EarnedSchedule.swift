public import Monetary

/// Where a job stands against its planned dates, measured in time instead of money. All times are calendar days from
/// the planned start.
///
/// - Source: Lipke, “Schedule is different”, 2003.
public struct EarnedSchedule: Hashable, Sendable {
    /// The day on which the plan reaches the value that is earned now (ES).
    public let earned: Rate
    /// The day of the status (AT).
    public let elapsed: Rate
    /// The planned duration (PD); `nil` when the planned finish is not known.
    public let planned: Rate?

    public init(earned: Rate, elapsed: Rate, planned: Rate?) {
        self.earned = earned
        self.elapsed = elapsed
        self.planned = planned
    }

    /// Earned schedule less time elapsed, in days (SV(t)); below zero is late.
    public var variance: Rate {
        get throws(Undefined) { try counted { () throws(MonetaryFault) in try earned - elapsed } }
    }

    /// Earned schedule per time elapsed (SPI(t)); below 1 is late, and stays so to the end.
    public var performanceIndex: Rate {
        get throws(Undefined) {
            guard elapsed > 0 else { throw .noTimeElapsed }
            return try counted { () throws(MonetaryFault) in try earned / elapsed }
        }
    }

    /// The planned duration that is not earned yet, in days.
    ///
    /// - Throws: `planIncomplete` when the planned finish is not known.
    public var remaining: Rate {
        get throws(Undefined) {
            guard let planned else { throw .planIncomplete }
            return try counted { () throws(MonetaryFault) in try planned - earned }
        }
    }
}
