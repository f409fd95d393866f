/// What an amount of spend stands for. Figures of two bases are never added or compared.
public enum SpendBasis: String, Hashable, Sendable, Codable, CaseIterable {
    /// List prices without discounts, as monitoring services value what they saw (刊例).
    case rateCard = "rate card"
    /// What was paid or invoiced, without tax (净价).
    case net
}
