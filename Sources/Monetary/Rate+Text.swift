extension Rate {
    /// Reads `0.06`, `-1.5`, `15%`, `15 %`, `17.65%`: a decimal number as exactly what it says.
    ///
    /// - Throws: an ``AmountFault`` for any other text, such as `12abc` or `1,5`.
    public init(_ text: some StringProtocol) throws(AmountFault) {
        var digits = Substring(text).utf8
        let isPercent = digits.last == UInt8(ascii: "%")
        if isPercent { digits.removeLast() }
        let number = try DecimalNumber(Array(digits).span, style: .plain)
        let places = number.decimals + (isPercent ? 2 : 0)
        guard let scale = Int128(1).timesPowerOfTen(places), let numerator = number.value,
            let rate = try? Rate(numerator, over: scale)
        else { throw .tooLarge }
        self = rate
    }
}

extension Rate: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let terms = try container.decode(String.self).split(separator: "/", omittingEmptySubsequences: false)
        let numbers = terms.compactMap { Int128($0) }
        guard numbers.count == terms.count, (1...2).contains(numbers.count),
            let rate = try? Rate(numbers[0], over: numbers.count == 2 ? numbers[1] : 1)
        else { throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a ratio of two numbers") }
        self = rate
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
