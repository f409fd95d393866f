import Monetary

extension DeliveryComparison {
    /// How much more the periods that the old delivery covers cost now, as a fraction: 0.25 is a quarter more. Absent
    /// where nothing was spent before.
    public var growth: Derived<Double> { MediaSpend.growth(of: after.minorUnits, over: before.minorUnits) }
}

extension DeliveryComparison.MonthLine {
    /// The same of one month. Absent also where the old delivery does not cover it.
    public var growth: Derived<Double> { MediaSpend.growth(of: after.minorUnits, over: before?.minorUnits) }
}
