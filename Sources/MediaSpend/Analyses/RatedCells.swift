import WorkTime

/// Spend of a month by brand and medium, each with what was counted of its contacts.
struct RatedCells {
    /// Whether the month's spend was delivered; nothing is known of it otherwise.
    let isDelivered: Bool
    /// Every brand and medium that spent something, or has ratings.
    let all: [Cell]
    /// Those with ratings.
    let rated: [BrandInMedium]
    private let cells: [BrandInMedium: Cell]
    private let byMedium: [String: [Cell]]
    private let byBrand: [String: [Cell]]

    /// One brand in one medium.
    struct Cell: Hashable, Sendable {
        /// Minor units.
        let spend: Int64
        let contacts: AudienceRatings.Contacts
    }

    /// - Parameter spend: one line for each brand and medium, in this order.
    init(_ spend: MonthlySpend, in month: CivilMonth, _ ratings: AudienceRatings) {
        let contacts = ratings.contacts(in: month)
        isDelivered = spend.market.covers(month)
        var all = contacts.mapValues { Cell(spend: 0, contacts: $0) }
        for line in 0..<spend.count {
            let key = BrandInMedium(brand: spend.keys[line][0], medium: spend.keys[line][1])
            guard let amount = spend.spend(line, in: month), amount != 0 else { continue }
            all[key] = Cell(spend: amount, contacts: contacts[key] ?? .unknown)
        }
        // In order, so that equal tables make equal results.
        let inOrder = all.sorted { ($0.key.medium, $0.key.brand) < ($1.key.medium, $1.key.brand) }
        cells = all
        self.all = inOrder.map(\.value)
        rated = inOrder.map(\.key).filter { contacts[$0] != nil }
        byMedium = Dictionary(grouping: inOrder, by: \.key.medium).mapValues { $0.map(\.value) }
        byBrand = Dictionary(grouping: inOrder, by: \.key.brand).mapValues { $0.map(\.value) }
    }

    func of(medium: String) -> [Cell] { byMedium[medium] ?? [] }
    func of(brand: String) -> [Cell] { byBrand[brand] ?? [] }
    func of(_ key: BrandInMedium) -> [Cell] { cells[key].map { [$0] } ?? [] }
}
