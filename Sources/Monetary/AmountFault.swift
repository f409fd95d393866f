/// Why a text is not an amount. Says what was wrong in words that need only the text beside them.
public enum AmountFault: Error, Hashable, Sendable {
    /// Nothing but blanks.
    case empty
    /// A character that no amount has, such as the `a` of `12abc`.
    case unexpected(Unicode.Scalar)
    /// A mark that may separate digits elsewhere, but is not declared for this file: the comma of `1,234.5`.
    case undeclaredMark(Unicode.Scalar)
    /// Groups that are not of three digits: `1,23,4`.
    case misplacedGrouping
    /// `1.2.3`.
    case secondDecimalMark
    /// A sign or a mark without a digit.
    case noDigits
    /// `5.`: the decimals were cut off, or never meant.
    case noDecimals
    /// More decimals than the currency has.
    case tooManyDecimals(Int, limit: Int)
    /// `(5` or `5)`.
    case unpairedBracket
    /// More than can be counted exactly.
    case tooLarge
}

extension AmountFault: CustomStringConvertible {
    /// What is wrong, as the end of a sentence that begins with the text: “12abc” *has “a”, which is no part of an amount*.
    public var description: String {
        switch self {
        case .empty: "is empty where an amount is needed"
        case .unexpected(let character): "has \(Self.quoted(character)), which is no part of an amount"
        case .undeclaredMark(let mark):
            "has \(Self.quoted(mark)) between digits, which is not declared for these amounts"
        case .misplacedGrouping: "has digits that are not in groups of three"
        case .secondDecimalMark: "has a second decimal mark"
        case .noDigits: "has no digits"
        case .noDecimals: "ends in its decimal mark"
        case .tooManyDecimals(let count, let limit): "has \(count) decimals where \(limit) are possible"
        case .unpairedBracket: "has one bracket without the other"
        case .tooLarge: "is too large to be counted exactly"
        }
    }

    /// What would be right. One sentence without a full stop.
    public var advice: String {
        switch self {
        case .empty: "write the amount, 0 if that is what it is"
        case .unexpected: "write digits and a decimal mark only; the currency is named elsewhere"
        case .undeclaredMark: "write the amount without it, or declare how amounts are written"
        case .misplacedGrouping: "group digits in threes from the decimal mark, or write them without marks"
        case .secondDecimalMark: "keep one decimal mark, or declare the mark that groups digits"
        case .noDigits: "write at least one digit"
        case .noDecimals: "write the decimals, or leave the mark out"
        case .tooManyDecimals(_, let limit): limit == 0 ? "write a whole amount" : "write at most \(limit) decimals"
        case .unpairedBracket: "put the whole amount in brackets, or write a minus sign"
        case .tooLarge: "check the amount for digits that do not belong to it"
        }
    }

    /// Characters without a picture are named by their number.
    private static func quoted(_ character: Unicode.Scalar) -> String {
        switch character {
        case " ": "a space"
        case _ where character.properties.isWhitespace || character.value < 32 || character.value == 127:
            "U+" + String(character.value, radix: 16, uppercase: true)
        default: "“\(character)”"
        }
    }
}
