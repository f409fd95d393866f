/// Finds rows that repeat an earlier one in everything that is kept of a row, in bounded memory.
///
/// A row may well be bought twice. What no vendor means is a piece of the file that stands in it twice: many rows on
/// end, each a repetition, and not just of the row before it.
///
/// Each row leaves a fingerprint of 64 bits; two different rows share one with a chance of 10⁻⁷ in two million rows.
/// Once so many are remembered the search begins anew, so a repetition further away than that is not seen: files are
/// doubled block by block or end to end within a month, and no month of one is longer than that by much.
struct DuplicateSearch: Sendable {
    /// How many rows are remembered at a time; 32 MB.
    static let memory = 1 << 21

    private(set) var rows = 0
    /// Those of them that stand in a run of at least ``run`` repetitions, and the sizes of their amounts.
    private(set) var rowsInRuns = 0
    private(set) var spendInRuns: UInt128 = 0
    /// The sizes of the amounts of all of them.
    private(set) var spend: UInt128 = 0
    private let run: Int
    /// The run that is going on.
    private var length = 0
    private var pending: UInt128 = 0
    private var last: UInt64 = 0
    /// Open addressing; 0 is free. A power of two, at most half full.
    private var slots: [UInt64] = Array(repeating: 0, count: 1 << 12)
    private var remembered = 0

    init(run: Int) { self.run = max(1, run) }

    mutating func update(with chunk: OccurrenceChunk) {
        var prints = [UInt64](repeating: ByteHash.seed, count: chunk.count)
        for dimension in SpendDimension.allCases {
            let column = chunk[dimension]
            // A column that is not at hand says the same of every row.
            guard column.count == chunk.count else { continue }
            for row in prints.indices { prints[row] = ByteHash.mixed(prints[row], column[row]) }
        }
        for row in prints.indices {
            mix(chunk.insertions[row], into: &prints[row])
            mix(chunk.spend[row], into: &prints[row])
            note(prints[row] | 1, isKnown(prints[row] | 1), UInt128(chunk.spend[row].magnitude))
        }
    }

    private mutating func note(_ print: UInt64, _ isRepeated: Bool, _ amount: UInt128) {
        defer { last = print }
        guard isRepeated else {
            length = 0
            pending = 0
            return
        }
        rows += 1
        spend += amount
        // One row many times on end is one purchase of many, not a piece of the file.
        guard print != last else { return }
        length += 1
        pending += amount
        if length == run {
            rowsInRuns += run
            spendInRuns += pending
        } else if length > run {
            rowsInRuns += 1
            spendInRuns += amount
        }
    }

    /// Adds what another search over other rows found; a row that both have seen once counts, without its amount.
    mutating func combine(with other: DuplicateSearch) {
        rows += other.rows
        spend += other.spend
        rowsInRuns += other.rowsInRuns
        spendInRuns += other.spendInRuns
        for print in other.slots where print != 0 && isKnown(print) { rows += 1 }
    }

    private func mix(_ value: Int64, into print: inout UInt64) {
        let bits = UInt64(bitPattern: value)
        print = ByteHash.mixed(print, UInt32(truncatingIfNeeded: bits))
        print = ByteHash.mixed(print, UInt32(truncatingIfNeeded: bits >> 32))
    }

    /// Whether a fingerprint was seen; from now on it is.
    private mutating func isKnown(_ print: UInt64) -> Bool {
        var slot = Int(truncatingIfNeeded: print >> 1) & (slots.count - 1)
        while slots[slot] != 0 {
            if slots[slot] == print { return true }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = print
        remembered += 1
        if remembered * 2 > slots.count { makeRoom() }
        return false
    }

    private mutating func makeRoom() {
        guard remembered < Self.memory else {
            slots = Array(repeating: 0, count: 1 << 12)
            remembered = 0
            return
        }
        let old = slots
        slots = Array(repeating: 0, count: old.count * 2)
        for print in old where print != 0 {
            var slot = Int(truncatingIfNeeded: print >> 1) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = print
        }
    }
}
