public import WorkTime

/// The name of a tax, such as `vat`, the same from one rule of it to the next.
public struct TaxID: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral, CustomStringConvertible
{
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }
    public var description: String { rawValue }
}

/// A tax or a fee as law states it for a span of days: a rate, what it is of, how it is rounded, what relief there is.
///
/// Rates, bases and reliefs change by decree, so they are data with dates and a source, and nothing in the program knows
/// any of them.
public struct TaxRule: Hashable, Sendable, Codable {
    public let id: TaxID
    /// In English.
    public let name: String
    public let chineseName: String
    public let rate: Rate
    public let base: TaxBase
    public let rounding: Rounding
    /// What is rounded: the tax of each line, or that of the document as a whole.
    public let roundedPer: TaxRounding
    /// The first day on which the rule holds.
    public let from: CivilDay
    /// The last one; `nil` while nobody has said when it ends.
    public let through: CivilDay?
    /// In the order in which they are stated. Where several hold on a day, the largest does.
    public let reliefs: [TaxRelief]
    /// The law or notice.
    public let source: String?
    /// Whether the dates and the rate were looked up in the source, and not only told.
    public let isVerified: Bool

    /// - Throws: `negativeRate`, `endsBeforeItBegins`, `impossibleRelief`.
    public init(
        _ id: TaxID, name: String, chineseName: String? = nil, rate: Rate, base: TaxBase,
        rounding: Rounding = .halfUp, roundedPer: TaxRounding = .document, from: CivilDay, through: CivilDay? = nil,
        reliefs: [TaxRelief] = [], source: String? = nil, isVerified: Bool = true
    ) throws(TaxFault) {
        guard rate >= 0 else { throw .negativeRate(id, rate) }
        if let through, through < from { throw .endsBeforeItBegins(id, from: from, through: through) }
        for relief in reliefs { try relief.check(of: id) }
        self.id = id
        self.name = name
        self.chineseName = chineseName ?? name
        self.rate = rate
        self.base = base
        self.rounding = rounding
        self.roundedPer = roundedPer
        self.from = from
        self.through = through
        self.reliefs = reliefs
        self.source = source
        self.isVerified = isVerified
    }

    public func holds(on day: CivilDay) -> Bool { from <= day && day <= through ?? .latest }

    /// The relief that holds on a day: of several the largest, of equals the one stated first.
    public func relief(on day: CivilDay) -> TaxRelief? {
        reliefs.filter { $0.holds(on: day) }.reduce(nil) { best, relief in
            best.map { $0.share >= relief.share ? $0 : relief } ?? relief
        }
    }
}

/// What a tax is a share of.
public enum TaxBase: String, Hashable, Sendable, Codable, CaseIterable {
    /// The price before tax: the tax comes on top of it, and that paid to suppliers is taken off.
    case price
    /// What was received less what was paid on for media, both with their tax in them; nothing is added to any price.
    case receiptsLessMedia = "receipts less media"
}

/// What a tax is rounded for.
public enum TaxRounding: String, Hashable, Sendable, Codable, CaseIterable {
    /// The tax of each line is rounded, and the document shows their sum.
    case line
    /// The tax of the sum is rounded, and what the lines' own would come to differs by a few minor units.
    case document
}

/// A share of a tax that is not levied for a span of days.
public struct TaxRelief: Hashable, Sendable, Codable {
    /// Of the tax that would be due. Above 0, at most 1.
    public let share: Rate
    public let from: CivilDay
    public let through: CivilDay?
    public let source: String?
    /// Whether the dates and the share were looked up in the source, and not only told.
    public let isVerified: Bool

    public init(
        share: Rate, from: CivilDay, through: CivilDay? = nil, source: String? = nil, isVerified: Bool = true
    ) {
        self.share = share
        self.from = from
        self.through = through
        self.source = source
        self.isVerified = isVerified
    }

    public func holds(on day: CivilDay) -> Bool { from <= day && day <= through ?? .latest }

    fileprivate func check(of tax: TaxID) throws(TaxFault) {
        guard share > 0, share <= 1 else { throw .impossibleRelief(tax, share) }
        if let through, through < from { throw .endsBeforeItBegins(tax, from: from, through: through) }
    }
}
