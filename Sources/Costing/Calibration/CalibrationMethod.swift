/// A way of forecasting that a calibration compares: the forecast learned from other jobs, and the plain rules.
public enum CalibrationMethod: Hashable, Sendable, CaseIterable {
    /// The one that knows a distribution; see ``FittedClass``.
    case referenceClass
    case progressWeighted
    case progressWeightedAccrued
    case estimate(CostEstimateMethod)

    public static let allCases: [CalibrationMethod] =
        [.referenceClass, .progressWeightedAccrued, .progressWeighted]
        + CostEstimateMethod.allCases.map(CalibrationMethod.estimate)

    /// As files name it: `reference-class`, `cpi`.
    public var name: String {
        switch self {
        case .referenceClass: CostForecast.Method.referenceClass.rawValue
        case .progressWeighted: CostForecast.Method.progressWeighted.rawValue
        case .progressWeightedAccrued: CostForecast.Method.progressWeightedAccrued.rawValue
        case .estimate(let method): method.rawValue
        }
    }
}
