/// The estimates of a job's duration of the literature: three measures of what is earned, each with three assumptions
/// about the rest: as planned (1), at the rate so far (2), at the rate so far while costs are paid for too (3).
///
/// - Source: Vandevoorde and Vanhoucke, “A comparison of different project duration forecasting methods using earned
///   value metrics”, 2006.
public enum TimeEstimateMethod: String, Hashable, Sendable, Codable, CaseIterable {
    /// Planned value: the schedule variance in money, turned into days at the average rate of the plan.
    case pv1
    case pv2
    case pv3
    /// Earned duration: time elapsed times SPI.
    case ed1
    case ed2
    case ed3
    /// Earned schedule.
    case es1
    case es2
    case es3
}
