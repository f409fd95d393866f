extension AmountStyle {
    /// Reads an amount from the bytes of its UTF-8 text, as a count of minor units.
    ///
    /// Blanks at either end are passed over, `+` is accepted, and `.50` is read as 0.50. A number is taken as a whole or
    /// not at all.
    ///
    /// - Complexity: O(bytes), without allocation; this is what a reader of millions of rows calls.
    public func minorUnits(of text: Span<UInt8>, in currency: Currency) throws(AmountFault) -> Int64 {
        let places = currency.exponent + scale
        if let minorUnits = usualMinorUnits(of: text, places: places) { return minorUnits }
        let number = try DecimalNumber(text, style: self)
        let magnitude =
            number.decimals <= places
            ? number.magnitude.timesPowerOfTen(places - number.decimals) : try withoutSurplus(number, places: places)
        guard let magnitude, let signed = Int128(magnitude: magnitude, isNegative: number.isNegative),
            let minorUnits = Int64(exactly: signed)
        else { throw .tooLarge }
        return minorUnits
    }

    /// The usual case; `nil` leaves anything else, faults too, to the strict reader.
    private func usualMinorUnits(of text: Span<UInt8>, places: Int) -> Int64? {
        let usual = text.withUnsafeBufferPointer { AmountReader.usualNumber(in: $0, decimalMark.byte) }
        guard let usual, usual.decimals <= places else { return nil }
        let (minorUnits, overflow) = usual.digits.multipliedReportingOverflow(
            by: powerOfTen(places - usual.decimals))
        return overflow ? nil : minorUnits
    }

    /// The same for bytes that are not in a span.
    @inlinable
    public func minorUnits(of text: some Collection<UInt8>, in currency: Currency) throws(AmountFault) -> Int64 {
        let result = text.withContiguousStorageIfAvailable { bytes in
            Result { () throws(AmountFault) -> Int64 in try minorUnits(of: bytes.span, in: currency) }
        }
        if let result { return try result.get() }
        return try minorUnits(of: Array(text).span, in: currency)
    }

    /// The magnitude with so many decimals of those it has, as the style wants it.
    private func withoutSurplus(_ number: DecimalNumber, places: Int) throws(AmountFault) -> UInt128 {
        let fault = AmountFault.tooManyDecimals(number.decimals, limit: places)
        guard surplusDecimals != .refused else { throw fault }
        guard let divisor = UInt128(1).timesPowerOfTen(number.decimals - places) else { throw .tooLarge }
        let (quotient, remainder) = number.magnitude.quotientAndRemainder(dividingBy: divisor)
        guard case .rounded(let rounding) = surplusDecimals else {
            guard remainder == 0 else { throw fault }
            return quotient
        }
        guard let signed = number.value, let denominator = Int128(exactly: divisor),
            let rounded = try? rounding.quotient(of: signed, over: denominator)
        else { throw .tooLarge }
        return rounded.magnitude
    }
}

extension Money {
    /// Reads an amount strictly: `1234.50` in the plain style, `1,234.50` where the style groups by commas.
    ///
    /// - Throws: an ``AmountFault`` that names what is wrong.
    public init(
        _ text: some StringProtocol, _ currency: Currency, style: AmountStyle = .plain
    ) throws(AmountFault) {
        self.init(minorUnits: try style.minorUnits(of: text.utf8, in: currency), currency)
    }
}
