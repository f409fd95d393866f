/// The keys of a table of taxes.
enum TaxTableKey: String, CaseIterable {
    case taxes, rules
}

/// The keys of one rule.
enum TaxRuleKey: String, CaseIterable {
    case id, name, rate, base, rounding
    case roundedPer = "rounded per"
    case from, through, source, unverified, reliefs
}

/// The keys of a relief.
enum TaxReliefKey: String, CaseIterable {
    case share, from, through, source, unverified
}
