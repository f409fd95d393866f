public import Monetary
public import WorkTime

/// What a vendor of audience measurement counted of advertising, by month, brand and medium: gross rating points (GRP,
/// 毛评点) and impressions, both of one target group.
///
/// Data on spend hold neither, so they come as a table of their own.
public struct AudienceRatings: Hashable, Sendable {
    /// Whose contacts were counted; `nil` where the table does not say.
    public let audience: String?
    private let contacts: [Key: Contacts]

    /// What a record is of.
    public struct Key: Hashable, Sendable {
        public let month: CivilMonth
        public let brand: String
        public let medium: String

        public init(_ month: CivilMonth, brand: String, medium: String) {
            self.month = month
            self.brand = brand
            self.medium = medium
        }
    }

    /// What was counted; `nil` is not known, and zero is known to be nothing.
    public struct Contacts: Hashable, Sendable {
        public let ratingPoints: Rate?
        public let impressions: Rate?

        /// - Precondition: neither is below zero.
        public init(ratingPoints: Rate?, impressions: Rate?) {
            precondition(ratingPoints?.isNegative != true && impressions?.isNegative != true, "contacts below zero")
            self.ratingPoints = ratingPoints
            self.impressions = impressions
        }

        static let unknown = Contacts(ratingPoints: nil, impressions: nil)
        var isUnknown: Bool { ratingPoints == nil && impressions == nil }
    }

    public init(audience: String?, _ contacts: [Key: Contacts]) {
        self.audience = audience
        self.contacts = contacts.filter { !$0.value.isUnknown }
    }

    /// Whether anything is known of a month.
    public func covers(_ month: CivilMonth) -> Bool { contacts.keys.contains { $0.month == month } }

    /// What is known of a month, by brand and medium.
    func contacts(in month: CivilMonth) -> [BrandInMedium: Contacts] {
        var found: [BrandInMedium: Contacts] = [:]
        for (key, contacts) in contacts where key.month == month {
            found[BrandInMedium(brand: key.brand, medium: key.medium)] = contacts
        }
        return found
    }
}

/// A brand in one medium.
struct BrandInMedium: Hashable, Sendable {
    let brand: String
    let medium: String
}
