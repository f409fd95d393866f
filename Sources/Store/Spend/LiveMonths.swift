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

    /// Whether a chunk whose months lie in `range` holds rows that count, and whether others too.
    func part(of range: ClosedRange<UInt32>) -> Part {
        guard codes.contains(where: range.contains) else { return .nothing }
        let others = stored.delivery.months.lazy.map { CalendarCode.of($0.month) }.filter { !codes.contains($0) }
        return others.contains(where: range.contains) ? .some : .everything
    }

    enum Part { case nothing, some, everything }
}
