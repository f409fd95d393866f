public import Monetary

extension CostOutlook {
    /// The cost that is not passed with this confidence, as the last status has it.
    ///
    /// - Parameter confidence: above 0 and below 1.
    public func cost(atConfidence confidence: Double) -> Result<Money, Undefined> {
        forecast.flatMap { forecast in
            Result { () throws(Undefined) in
                guard let distribution = forecast.distribution else { throw forecast.noIntervalReason }
                return try distribution.cost(atConfidence: confidence)
            }
        }
    }

    /// What was approved less the cost at a confidence: below zero when more must be asked for to be that sure.
    public func costHeadroom(atConfidence confidence: Double) -> Result<Money, Undefined> {
        let approved = approved
        return forecast.flatMap { forecast in
            Result { () throws(Undefined) in
                try forecast.costHeadroom(approved: approved, atConfidence: confidence)
            }
        }
    }

    /// How likely it is that the approved amount is passed by more than a share of it; `nil` where the method knows one figure
    /// only.
    public func probabilityOver(by share: Double = 0) -> Double? {
        (try? forecast.get())?.distribution?.probability(over: approved, by: share)
    }

    /// The class that the forecast was learned from; `nil` without one.
    public var reference: CostForecast.Reference? { (try? forecast.get())?.reference }
}
