public import Monetary
public import WorkTime

/// How net spend follows from the rate card: factors by medium, vehicle, months and tier of advertiser. Checked.
///
/// Of the rules that fit a row the most specific counts: one that names the vehicle before one that names the tier,
/// before one that names the medium, before one that names months. Two rules that name the same are never in force in
/// the same month, so there is always one at most.
public struct FactorTable: Hashable, Sendable {
    /// The tier of each advertiser that has one.
    let tiers: [String: String]
    let rules: [Key: [Rule]]

    /// One measure for all factors: with at most nine decimals, each is a whole number of parts of it.
    static let measure: Int128 = 1_000_000_000

    /// What a rule names.
    struct Key: Hashable, Sendable {
        let medium: String?
        let vehicle: String?
        let tier: String?
    }

    struct Rule: Hashable, Sendable {
        let span: MonthSpan
        /// In parts of ``FactorTable/measure``.
        let parts: Int128
    }

    /// The tier of an advertiser; `nil` where it has none.
    public func tier(of advertiser: String) -> String? { tiers[advertiser] }

    /// Net in rate card, exact; `nil` when no rule fits.
    public func factor(medium: String, vehicle: String, advertiser: String, in month: CivilMonth) -> Rate? {
        parts(medium: medium, vehicle: vehicle, advertiser: advertiser, in: month).flatMap {
            try? Rate($0, over: Self.measure)
        }
    }

    /// The same in parts of ``measure``.
    func parts(medium: String, vehicle: String, advertiser: String, in month: CivilMonth) -> Int128? {
        let tier = tiers[advertiser]
        for key in Self.keys(medium: medium, vehicle: vehicle, tier: tier) {
            guard let rules = rules[key] else { continue }
            let fitting = rules.filter { $0.span.contains(month) }
            if let rule = fitting.first(where: { !$0.span.isAlways }) ?? fitting.first { return rule.parts }
        }
        return nil
    }

    /// What rules can name of a row, the most specific first.
    private static func keys(medium: String, vehicle: String, tier: String?) -> [Key] {
        let tiers: [String?] = tier.map { [$0, nil] } ?? [nil]
        return [vehicle, nil].flatMap { vehicle in
            tiers.flatMap { tier in
                [medium, nil].map { Key(medium: $0, vehicle: vehicle, tier: tier) }
            }
        }
    }
}
