public import WorkTime

/// A photo that was taken on a visit.
public struct ShelfPhoto: Hashable, Sendable {
    public let day: CivilDay
    public let store: CheckedStore
    /// What it was taken of: one photo may stand beside every product of a visit.
    public let products: [ShelfProduct]
    /// An address on the web, or the path of a file beside the paper.
    public let link: String
}

extension StoreChecks {
    /// The photos of a month, by day, store and address; each once.
    func photos(in month: CivilMonth, where isMeant: (ShelfProduct) -> Bool) -> [ShelfPhoto] {
        struct Key: Hashable { let day: CivilDay, store: Int, link: String }
        var photos: [Key: [ShelfProduct]] = [:]
        for observation in observations where CivilMonth(of: observation.day) == month {
            let product = products[observation.product]
            guard isMeant(product) else { continue }
            for link in Set(observation.photos) {
                photos[Key(day: observation.day, store: observation.store, link: link), default: []].append(product)
            }
        }
        return photos.sorted { ($0.key.day, $0.key.store, $0.key.link) < ($1.key.day, $1.key.store, $1.key.link) }
            .map { ShelfPhoto(day: $0.key.day, store: stores[$0.key.store], products: $0.value, link: $0.key.link) }
    }
}
