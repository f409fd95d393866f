extension Money {
    /// What a quantity costs at a price for one unit, rounded once: 2.5 days at 1,234.565 yuan are 3,086.41 yuan.
    ///
    /// Quantity and price are exact and may have more decimals than the currency; either may be below zero, as in a credit.
    ///
    /// - Throws: `overflow`.
    public init(
        pricing quantity: Rate, at unitPrice: Rate, in currency: Currency, rounding: Rounding
    ) throws(MonetaryFault) {
        let scale = Int128(currency.minorUnitsPerUnit)
        let upper = quantity.numerator.multipliedReportingOverflow(by: unitPrice.numerator)
        let lower = quantity.denominator.multipliedReportingOverflow(by: unitPrice.denominator)
        if !upper.overflow, !lower.overflow {
            let minorUnits = try rounding.product(of: upper.partialValue, scale, over: lower.partialValue)
            try self.init(exactly: minorUnits, currency)
        } else {
            // In lowest terms, which takes longer, the product may still fit.
            let product = try quantity * unitPrice
            try self.init(exactly: product.times(scale, rounding: rounding), currency)
        }
    }
}
