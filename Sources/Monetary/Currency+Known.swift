extension Currency {
    /// Every currency there is here, by code.
    public static let known: [Currency] = packedByLetters.values.map(Currency.init(packed:)).sorted()

    /// The codes of ISO 4217 that are money, by the decimals of their minor unit; bonds, metals, testing codes and units
    /// of account of banks are left out.
    ///
    /// - Source: ISO 4217, list one, as amended through 2025.
    private static let codesByExponent: KeyValuePairs<UInt32, String> = [
        0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
        2: """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP \
        CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS \
        KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD \
        PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP \
        TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG
        """,
        3: "BHD IQD JOD KWD LYD OMR TND",
        4: "CLF UYW",
    ]

    /// Codes withdrawn since 2016, which older books still state.
    ///
    /// - Source: ISO 4217, list three.
    private static let withdrawnCodesByExponent: KeyValuePairs<UInt32, String> = [
        0: "BYR",
        2: "ANG CUC HRK MRO SLL STD VEF ZWL",
    ]

    static let packedByLetters: [UInt32: UInt32] = {
        var table: [UInt32: UInt32] = [:]
        for (exponent, codes) in Array(codesByExponent) + Array(withdrawnCodesByExponent) {
            for code in codes.split(whereSeparator: \.isWhitespace) {
                let letters = packedLetters(of: code)
                table[letters] = letters | exponent
            }
        }
        return table
    }()
}

extension Currency {
    /// A currency of the table, for code.
    private static func known(_ code: String) -> Currency {
        guard let packed = packedByLetters[packedLetters(of: code)] else {
            preconditionFailure("“\(code)” is not in the table of currencies")
        }
        return Currency(packed: packed)
    }

    public static let cny = known("CNY")
    public static let eur = known("EUR")
    public static let gbp = known("GBP")
    public static let hkd = known("HKD")
    public static let jpy = known("JPY")
    public static let kwd = known("KWD")
    public static let mxn = known("MXN")
    public static let sgd = known("SGD")
    public static let usd = known("USD")
}
