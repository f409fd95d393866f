public import Monetary

/// An amount of spend with what it stands for. Amounts of two bases are never added, and have no share in each other.
public struct SpendAmount: Hashable, Sendable {
    public let money: Money
    public let basis: SpendBasis

    public init(_ money: Money, _ basis: SpendBasis) {
        self.money = money
        self.basis = basis
    }

    /// Why two amounts have no sum and no share.
    public enum Fault: Error, Hashable, Sendable {
        case mixedBases(SpendBasis, SpendBasis)
        case monetary(MonetaryFault)
    }

    /// The sum of amounts on one basis; `nil` of none, since a sum of nothing has no basis.
    ///
    /// - Throws: `mixedBases`; `monetary` for two currencies, and for a sum that does not fit.
    public static func sum(of amounts: some Sequence<SpendAmount>) throws(Fault) -> SpendAmount? {
        var sum: SpendAmount?
        for amount in amounts { sum = try sum.map { sum throws(Fault) in try sum.adding(amount) } ?? amount }
        return sum
    }

    private func adding(_ other: SpendAmount) throws(Fault) -> SpendAmount {
        try requireSameBasis(as: other)
        do throws(MonetaryFault) {
            return SpendAmount(try money + other.money, basis)
        } catch {
            throw .monetary(error)
        }
    }

    /// The part that this is of a whole, as a fraction; absent when the whole is zero or below.
    ///
    /// - Throws: `mixedBases`; `monetary` for two currencies.
    public func share(of whole: SpendAmount) throws(Fault) -> Derived<Double> {
        try requireSameBasis(as: whole)
        guard money.currency == whole.money.currency else {
            throw .monetary(.mixedCurrencies(money.currency, whole.money.currency))
        }
        return MediaSpend.share(of: money.minorUnits, in: whole.money.minorUnits)
    }

    private func requireSameBasis(as other: SpendAmount) throws(Fault) {
        guard basis == other.basis else { throw .mixedBases(basis, other.basis) }
    }
}
