/// The activities of a plan by their ids: an open-addressed table of places, for a plan asks for every predecessor by name.
///
/// Ids are hashed by their bytes with one multiplication each, which is much of what reading a large plan costs. Someone
/// who makes ids collide on purpose only slows down the reading of their own plan.
struct ActivityIndex: Sendable {
    private var slots: [Int32]
    private var ids: [ActivityID] = []
    /// The place of each of ``ids`` among the activities.
    private var places: [Int32] = []
    private var mask: Int

    init(capacity: Int = 0) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        slots = Array(repeating: -1, count: size)
        mask = size - 1
        ids.reserveCapacity(capacity)
        places.reserveCapacity(capacity)
    }

    /// The place of an id; `nil` when it is not there.
    subscript(id: ActivityID) -> Int? {
        let slot = slots[slot(of: id)]
        return slot < 0 ? nil : Int(places[Int(slot)])
    }

    /// Adds an id at a place, unless it is there: then its first place is given back.
    mutating func insert(_ id: ActivityID, at place: Int) -> Int? {
        let slot = slot(of: id)
        guard slots[slot] < 0 else { return Int(places[Int(slots[slot])]) }
        slots[slot] = Int32(ids.count)
        ids.append(id)
        places.append(Int32(place))
        if ids.count * 2 > slots.count { grow() }
        return nil
    }

    /// Where an id stands, or would.
    private func slot(of id: ActivityID) -> Int {
        var slot = Self.hash(id) & mask
        while slots[slot] >= 0, ids[Int(slots[slot])] != id { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        mask = slots.count - 1
        for (index, id) in ids.enumerated() { slots[slot(of: id)] = Int32(index) }
    }

    /// - Source: Fowler, Noll and Vo, FNV-1a, with a final mix of the high bits.
    private static func hash(_ id: ActivityID) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in id.rawValue.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ (hash >> 32))
    }
}
