import MediaSpend
import WorkTime

/// The months that a delivery speaks for, under a choice.
struct LiveMonths {
    let stored: StoredDelivery
    let months: Set<CivilMonth>
    /// The same as codes of the month column.
    let codes: Set<UInt32>

    private init(_ stored: StoredDelivery, _ months: Set<CivilMonth>) {
        self.stored = stored
        self.months = months
        codes = Set(months.map { CalendarCode.of($0) })
    }

    /// Which delivery speaks for which months. Deliveries that a later one replaced altogether are left out.
    ///
    /// - Parameter deliveries: of one source, in the order of storing.
    static func chosen(_ choice: DeliveryChoice, among deliveries: [StoredDelivery]) -> [LiveMonths] {
        let eligible =
            switch choice {
            case .latest: deliveries
            case .asOf(let last): deliveries.filter { $0.id <= last }
            case .only(let one): deliveries.filter { $0.id == one }
            }
        var taken: Set<CivilMonth> = []
        var chosen: [LiveMonths] = []
        for stored in eligible.reversed() {
            let months = Set(stored.delivery.months.map(\.month)).subtracting(taken)
            taken.formUnion(months)
            if !months.isEmpty { chosen.append(LiveMonths(stored, months)) }
        }
        return chosen.reversed()
    }
}
