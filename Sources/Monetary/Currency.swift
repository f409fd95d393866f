/// A currency by its ISO 4217 code, with the number of decimals of its minor unit.
///
/// Only known codes make a currency: an unknown one is a fault, because its decimals cannot be guessed. Four bytes,
/// copied like a number. Codable as its code.
public struct Currency: Hashable, Sendable {
    /// The three letters of the code from high to low, then the exponent.
    private let packed: UInt32

    /// - Throws: ``MonetaryFault/unknownCurrency(_:)`` for a code that is not in ``known``, and for lower case.
    public init(_ code: some StringProtocol) throws(MonetaryFault) {
        guard let packed = Self.packedByLetters[Self.packedLetters(of: code)] else {
            throw .unknownCurrency(String(code))
        }
        self.packed = packed
    }

    init(packed: UInt32) { self.packed = packed }

    /// `CNY`: three letters.
    public var code: String {
        String(unsafeUninitializedCapacity: 3) { letters in
            for position in 0..<3 {
                letters.initializeElement(at: position, to: UInt8(truncatingIfNeeded: packed >> (24 - 8 * position)))
            }
            return 3
        }
    }

    /// How many decimals an amount has: 0 for the yen, 2 for the yuan, 3 for the Kuwaiti dinar. 0…4.
    public var exponent: Int { Int(packed & 0xFF) }

    /// How many minor units make one unit: 1, 100, 1,000.
    public var minorUnitsPerUnit: Int64 { powerOfTen(exponent) }

    /// The letters as the three high bytes; 0, which no code has, for a text of another length.
    static func packedLetters(of code: some StringProtocol) -> UInt32 {
        guard code.utf8.count == 3 else { return 0 }
        return code.utf8.reduce(0) { $0 << 8 | UInt32($1) } << 8
    }
}

extension Currency: Comparable {
    /// By code.
    public static func < (left: Self, right: Self) -> Bool { left.packed < right.packed }
}

extension Currency: CustomStringConvertible, Codable {
    /// The code.
    public var description: String { code }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let code = try container.decode(String.self)
        do {
            try self.init(code)
        } catch {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: error.description)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }
}
