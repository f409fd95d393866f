/// The estimates at completion of the literature. Each divides the remaining budget by a performance factor:
/// EAC = AC + (BAC − EV) / PF.
///
/// - Source: Christensen, “The estimate at completion problem”, 1993; Vanhoucke, *Project Management with Dynamic
///   Scheduling*, 2012, chapter 12.
public enum CostEstimateMethod: String, Hashable, Sendable, Codable, CaseIterable {
    /// The rest goes as budgeted: PF = 1.
    case pf1
    /// The rest goes as all of it went so far.
    case cpi
    /// The rest goes as the last three periods went.
    case cpi3
    /// The rest is as dear as the job is late.
    case spi
    /// The rest is as dear as it was so far, and lateness is paid for too: CPI × SPI.
    case sci
    /// As `spi`, by the earned schedule, which does not forget lateness at the end.
    case spit
    /// Four parts cost to one part schedule: 0.8 CPI + 0.2 SPI.
    case cpi80spi20
}
