/// The activities of a plan by their ids: an open-addressed table of places, for a plan asks for every predecessor by name.
///
/// Ids are hashed by their bytes with one multiplication each, which is much of what reading a large plan costs. Those that
/// differ in their last letter only, as numbered ids do, come to stand side by side, so that a plan that names its
/// activities in order is looked up in order too. Someone who makes ids collide on purpose only slows down the reading of
/// their own plan.
struct ActivityIndex: Sendable {
    private var slots: [Slot]
    private var ids: [ActivityID] = []
    /// The place of each of ``ids`` among the activities.
    private var places: [Int32] = []
    private var mask: Int

    /// A number of ``ids`` and, as ids lie far away in memory, what tells it from nearly all others.
    private struct Slot {
        var number: Int32
        var tag: UInt32

        static let empty = Slot(number: -1, tag: 0)
    }

    init(capacity: Int = 0) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        slots = Array(repeating: .empty, count: size)
        mask = size - 1
        ids.reserveCapacity(capacity)
        places.reserveCapacity(capacity)
    }

    /// The place of an id; `nil` when it is not there.
    subscript(id: ActivityID) -> Int? {
        let number = slots[slot(of: id, Self.hash(id))].number
        return number < 0 ? nil : Int(places[Int(number)])
    }

    /// Adds an id at a place, unless it is there: then its first place is given back.
    mutating func insert(_ id: ActivityID, at place: Int) -> Int? {
        let hash = Self.hash(id)
        let slot = slot(of: id, hash)
        guard slots[slot].number < 0 else { return Int(places[Int(slots[slot].number)]) }
        slots[slot] = Slot(number: Int32(ids.count), tag: Self.tag(hash))
        ids.append(id)
        places.append(Int32(place))
        if ids.count * 2 > slots.count { grow() }
        return nil
    }

    /// Where an id stands, or would.
    private func slot(of id: ActivityID, _ hash: UInt64) -> Int {
        let tag = Self.tag(hash)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot].number >= 0, slots[slot].tag != tag || ids[Int(slots[slot].number)] != id {
            slot = (slot + 1) & mask
        }
        return slot
    }

    private mutating func grow() {
        slots = Array(repeating: .empty, count: slots.count * 2)
        mask = slots.count - 1
        for (number, id) in ids.enumerated() {
            let hash = Self.hash(id)
            slots[slot(of: id, hash)] = Slot(number: Int32(number), tag: Self.tag(hash))
        }
    }

    /// - Source: Fowler, Noll and Vo, FNV-1, which adds the last byte after the last multiplication.
    private static func hash(_ id: ActivityID) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in id.rawValue.utf8 { hash = (hash &* 0x100_0000_01B3) ^ UInt64(byte) }
        return hash
    }

    /// Of all bits: those that choose the slot of a small table say little in a large one.
    private static func tag(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash ^ (hash >> 29)) }
}
