import Monetary

extension Money {
    /// An amount that was computed in units of the currency, rounded once.
    ///
    /// - Throws: `overflow`, also for what is not a number.
    init(rounding units: Double, _ currency: Currency) throws(MonetaryFault) {
        let scaled = (units * Double(currency.minorUnitsPerUnit)).rounded(.toNearestOrEven)
        guard let minor = Int128(exactly: scaled) else { throw .overflow }
        try self.init(exactly: minor, currency)
    }
}
