/// Groups by a few codes at once and adds up what falls into each group: the hash table under every cube.
///
/// Sums are kept in 128 bits, so that neither the order of the rows nor a passing peak can overflow them.
struct CellTable: Sendable {
    /// How many codes make a key.
    let width: Int
    /// The keys end to end, in order of first appearance.
    private(set) var keys: [UInt32] = []
    private(set) var rows: [Int64] = []
    private(set) var insertions: [Int128] = []
    private(set) var spend: [Int128] = []
    /// One more than the cell's index; 0 is free. A power of two, at most half full.
    private var slots: [UInt32] = Array(repeating: 0, count: 1 << 10)

    init(width: Int) { self.width = width }

    /// How many groups there are.
    var count: Int { rows.count }

    /// Adds to the group of a key, which is made when it is new.
    ///
    /// - Precondition: `key` has ``width`` codes.
    @inline(__always)
    mutating func add(_ key: Span<UInt32>, rows count: Int64, insertions volume: Int128, spend amount: Int128) {
        let cell = index(of: key)
        rows[cell] += count
        insertions[cell] += volume
        spend[cell] += amount
    }

    /// The key of a group.
    func code(_ column: Int, of cell: Int) -> UInt32 { keys[cell * width + column] }

    private mutating func index(of key: Span<UInt32>) -> Int {
        var slot = Int(truncatingIfNeeded: hash(key)) & (slots.count - 1)
        while slots[slot] != 0 {
            let cell = Int(slots[slot]) - 1
            if isKey(key, of: cell) { return cell }
            slot = (slot + 1) & (slots.count - 1)
        }
        return insert(key, at: slot)
    }

    private func hash(_ key: Span<UInt32>) -> UInt64 {
        var state = ByteHash.seed
        for column in 0..<width { state = ByteHash.mixed(state, key[column]) }
        return state
    }

    private func isKey(_ key: Span<UInt32>, of cell: Int) -> Bool {
        for column in 0..<width where keys[cell * width + column] != key[column] { return false }
        return true
    }

    private mutating func insert(_ key: Span<UInt32>, at slot: Int) -> Int {
        let cell = count
        precondition(cell < Int(UInt32.max), "a cube of \(cell) cells is full")
        for column in 0..<width { keys.append(key[column]) }
        rows.append(0)
        insertions.append(0)
        spend.append(0)
        slots[slot] = UInt32(cell + 1)
        if count * 2 > slots.count { grow() }
        return cell
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for cell in 0..<count {
            var slot = Int(truncatingIfNeeded: hash(keys.span.extracting(cell * width..<(cell + 1) * width)))
            slot &= slots.count - 1
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(cell + 1)
        }
    }
}
