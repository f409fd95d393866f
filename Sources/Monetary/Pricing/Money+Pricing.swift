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
        if let (upper, lower) = Self.narrowProduct(quantity, unitPrice) {
            try self.init(exactly: rounding.product(of: upper, scale, over: lower), currency)
        } else {
            // In lowest terms, which takes longer, the product may still fit 128 bits.
            let product = try quantity * unitPrice
            try self.init(exactly: product.times(scale, rounding: rounding), currency)
        }
    }

    /// The terms of a product whose factors have terms of 64 bits, as nearly all do: it always fits.
    private static func narrowProduct(_ left: Rate, _ right: Rate) -> (upper: Int128, lower: Int128)? {
        guard let first = Int64(exactly: left.numerator), let second = Int64(exactly: right.numerator),
            let below = Int64(exactly: left.denominator), let other = Int64(exactly: right.denominator)
        else { return nil }
        return (Int128(first) &* Int128(second), Int128(below) &* Int128(other))
    }
}
