/// Finds rows that repeat an earlier one in everything that is kept of a row, in bounded memory.
///
/// A row may well be bought twice. What no vendor means is a piece of the file that stands in it twice: many rows on
/// end, each a repetition, and not just of the row before it.
///
/// Each row leaves a fingerprint of 32 bits. Of a file with more different rows than are remembered, only every second,
/// fourth, eighth row is looked at, chosen by the fingerprint, so that a row is looked at each time or never; counts are
/// then estimates. A row in some thousands shares its fingerprint with another by accident, which makes no run and no
/// half of a file.
///
/// - Source: adaptive sampling, Flajolet 1990.
struct DuplicateSearch: Sendable {
    /// How many rows are remembered; 1 MB.
    static let memory = 1 << 17

    private(set) var rows = 0
    /// Those of them that stand in a run of at least ``run`` repetitions, and the sizes of their amounts.
    private(set) var rowsInRuns = 0
    private(set) var spendInRuns: UInt128 = 0
    /// The sizes of the amounts of all of them.
    private(set) var spend: UInt128 = 0
    private let run: Int
    /// The run that is going on: how many of the rows that are looked at, and what all of them stand for.
    private var length = 0
    private var pendingRows = 0
    private var pendingSpend: UInt128 = 0
    private var last: UInt32 = 0
    /// Open addressing; 0 is free. A power of two, at most half full.
    private var slots: [UInt32] = Array(repeating: 0, count: 1 << 12)
    private var remembered = 0
    /// One row of 2 to this power is looked at.
    private var level = 0
    private var prints: [UInt32] = []

    init(run: Int) { self.run = max(1, run) }

    mutating func update(with chunk: OccurrenceChunk) {
        takePrints(of: chunk)
        for row in prints.indices where isLookedAt(prints[row]) {
            let print = prints[row] | 1 << 31
            note(print, isKnown(print), chunk.spend[row].magnitude)
        }
    }

    private func isLookedAt(_ print: UInt32) -> Bool { print & ((1 << UInt32(level)) - 1) == 0 }

    /// Makes the fingerprint of each row.
    private mutating func takePrints(of chunk: OccurrenceChunk) {
        var words = [UInt64](repeating: ByteHash.seed, count: chunk.count)
        // A column that is not at hand says the same of every row.
        let columns = SpendDimension.allCases.map { chunk[$0] }.filter { $0.count == chunk.count }
        for pair in stride(from: 0, to: columns.count, by: 2) {
            Self.mix(&words, columns[pair], pair + 1 < columns.count ? columns[pair + 1] : columns[pair])
        }
        let (insertions, spend) = (chunk.insertions, chunk.spend)
        prints = words.indices.map { row in
            let amounts = UInt64(bitPattern: insertions[row] << 44 ^ spend[row])
            return UInt32(truncatingIfNeeded: Self.folded(words[row] ^ amounts) >> 16)
        }
    }

    private static func mix(_ words: inout [UInt64], _ left: [UInt32], _ right: [UInt32]) {
        // Three arrays of one length: the loop runs for every row of every file and checks no index.
        words.withUnsafeMutableBufferPointer { words in
            left.withUnsafeBufferPointer { left in
                right.withUnsafeBufferPointer { right in
                    for row in words.indices {
                        words[row] = folded(words[row] ^ (UInt64(left[row]) << 32 | UInt64(right[row])))
                    }
                }
            }
        }
    }

    @inline(__always)
    private static func folded(_ word: UInt64) -> UInt64 {
        let product = word.multipliedFullWidth(by: 0xC2B2_AE3D_27D4_EB4F)
        return product.high ^ product.low
    }

    private mutating func note(_ print: UInt32, _ isRepeated: Bool, _ amount: UInt64) {
        defer { last = print }
        guard isRepeated else {
            (length, pendingRows, pendingSpend) = (0, 0, 0)
            return
        }
        let (weight, worth) = (1 << level, UInt128(amount) << UInt128(level))
        rows += weight
        spend += worth
        // One row many times on end is one purchase of many, not a piece of the file.
        guard print != last else { return }
        length += 1
        pendingRows += weight
        pendingSpend += worth
        guard length >= run else { return }
        rowsInRuns += pendingRows
        spendInRuns += pendingSpend
        (pendingRows, pendingSpend) = (0, 0)
    }

    /// Adds what another search over other rows found; a row that both have seen once counts, without its amount.
    mutating func combine(with other: DuplicateSearch) {
        rows += other.rows
        spend += other.spend
        rowsInRuns += other.rowsInRuns
        spendInRuns += other.spendInRuns
        while level < other.level { lookAtFewer() }
        for print in other.slots where print != 0 && isLookedAt(print) && isKnown(print) { rows += 1 << level }
    }

    /// Whether a fingerprint was seen; from now on it is.
    private mutating func isKnown(_ print: UInt32) -> Bool {
        var slot = slot(of: print)
        while slots[slot] != 0 {
            if slots[slot] == print { return true }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = print
        remembered += 1
        if remembered > Self.memory {
            lookAtFewer()
        } else if remembered * 2 > slots.count {
            rebuild(count: slots.count * 2)
        }
        return false
    }

    /// The low bits choose which rows are looked at; those above them spread the rest.
    private func slot(of print: UInt32) -> Int {
        Int(truncatingIfNeeded: (print &* 0x9E37_79B1) >> 8) & (slots.count - 1)
    }

    private mutating func lookAtFewer() {
        level = min(level + 1, 24)
        rebuild(count: slots.count)
    }

    private mutating func rebuild(count: Int) {
        let old = slots
        slots = Array(repeating: 0, count: count)
        remembered = 0
        for print in old where print != 0 && isLookedAt(print) {
            var slot = slot(of: print)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = print
            remembered += 1
        }
    }
}
