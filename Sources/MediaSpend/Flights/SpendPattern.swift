public import Monetary

/// How the client and the largest brands divide a month's spend over dayparts, or over ad lengths, against the whole set.
///
/// A share is of the spend that states the daypart or length. An index is 100 × share ÷ the set's share.
public struct SpendPattern: Hashable, Sendable {
    public let dimension: SpendDimension
    /// Dayparts by the set's spend, the largest first; lengths by their seconds, and then what has none by spend.
    public let parts: [String]
    /// The whole set, without indices.
    public let set: Line
    /// In the order asked for.
    public let brands: [Line]

    public struct Line: Hashable, Sendable {
        /// Empty for the whole set.
        public let brand: String
        /// What was spent with a daypart or length stated.
        public let stated: Money
        /// The part of all spend that states it.
        public let statedShare: Derived<Double>
        /// One for each part.
        public let shares: [Derived<Double>]
        /// One for each part; absent where the set's share is below ``SpendPattern/leastBase``.
        public let indices: [Derived<Double>]
    }

    /// The length that a part stands for; `nil` for a size, and for all dayparts.
    public func seconds(of part: String) -> Int? { dimension == .adLength ? AdLengthSeconds.reading(part) : nil }

    /// Below this share of the set an index would say more of chance than of the brand.
    public static let leastBase = ShareIndex.leastBase

    /// - Parameters:
    ///   - set: of the whole set in the month, grouped at least by the dimension.
    ///   - brands: grouped at least by brand and the dimension.
    /// - Returns: `nil` when no spend of the set states it.
    init?(_ dimension: SpendDimension, of set: Cube, _ brands: Cube, named names: [String]) {
        let whole = Amounts(set.grouped(by: [dimension]), dimension)
        let parts = whole.parts(isLength: dimension == .adLength)
        guard !parts.isEmpty else { return nil }
        let byBrand = brands.parts(by: .brand)
        let money = set.market.money
        let setShares = whole.shares(parts)
        self.dimension = dimension
        self.parts = parts
        self.set = Line(
            brand: "", stated: money(whole.stated), statedShare: whole.statedShare, shares: setShares, indices: [])
        self.brands = names.map { name in
            let amounts = byBrand[name].map { Amounts($0.grouped(by: [dimension]), dimension) } ?? Amounts()
            let shares = amounts.shares(parts)
            return Line(
                brand: name, stated: money(amounts.stated), statedShare: amounts.statedShare, shares: shares,
                indices: zip(shares, setShares).map(ShareIndex.of))
        }
    }
}

/// Spend by the names of one dimension.
private struct Amounts {
    private var byName: [String: Int64] = [:]

    init() {}

    init(_ cells: Cube, _ dimension: SpendDimension) {
        for cell in 0..<cells.count { byName[cells.name(of: cell, in: dimension), default: 0] += cells.spend[cell] }
    }

    private var named: [String: Int64] { byName.filter { !$0.key.isEmpty } }

    var stated: Int64 { named.values.reduce(0, +) }

    var statedShare: Derived<Double> { share(of: stated, in: byName.values.reduce(0, +)) }

    func parts(isLength: Bool) -> [String] {
        named.filter { $0.value != 0 }.sorted { left, right in
            let (first, second) = (seconds(left.key, isLength), seconds(right.key, isLength))
            if first != second { return first < second }
            return (left.value, right.key) > (right.value, left.key)
        }.map(\.key)
    }

    private func seconds(_ name: String, _ isLength: Bool) -> Int {
        isLength ? AdLengthSeconds.reading(name) ?? .max : 0
    }

    func shares(_ parts: [String]) -> [Derived<Double>] {
        let isNegative = named.values.contains { $0 < 0 }
        let whole = stated
        return parts.map { part in
            if isNegative { return .absent(.negativePart) }
            return share(of: named[part] ?? 0, ofAtLeastOne: whole)
        }
    }
}
