public import WorkTime

/// Why a table of taxes cannot be, or has no answer.
public enum TaxFault: Error, Hashable, Sendable {
    /// A rate below zero.
    case negativeRate(TaxID, Rate)
    /// A relief of nothing, or of more than all.
    case impossibleRelief(TaxID, Rate)
    /// A rule or a relief ends before it begins.
    case endsBeforeItBegins(TaxID, from: CivilDay, through: CivilDay)
    /// Two rules of one tax hold on one day.
    case overlap(TaxID, on: CivilDay)
    /// The table has no such tax.
    case unknown(TaxID)
    /// The table has the tax, and not for this day.
    case notInForce(TaxID, on: CivilDay)
}

extension TaxFault: CustomStringConvertible {
    /// What is the case, without a full stop.
    public var description: String {
        switch self {
        case .negativeRate(let tax, let rate): "the tax “\(tax)” has a rate of \(rate), below zero"
        case .impossibleRelief(let tax, let share): "a relief of the tax “\(tax)” takes \(share) of it away"
        case .endsBeforeItBegins(let tax, let from, let through):
            "the tax “\(tax)” begins to hold on \(from) and ends on \(through), before that"
        case .overlap(let tax, let day): "two rules of the tax “\(tax)” hold on \(day)"
        case .unknown(let tax): "no tax is called “\(tax)”"
        case .notInForce(let tax, let day): "no rule of the tax “\(tax)” holds on \(day)"
        }
    }
}
