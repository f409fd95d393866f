/// Sorted runs while they are merged: their cells in the order of their keys, those of one key added up.
///
/// Of each run only a few cells are in memory. A heap holds the runs by their next cells, the least in front.
///
/// - Complexity: O(log runs) a cell.
final class RunMerge {
    private let layout: CellLayout
    private let storage: any CellStorage
    /// What is in memory of each run, end to end, and how much of each at most.
    private let words: UnsafeMutablePointer<UInt64>
    private let room: Int
    private let heads: UnsafeMutablePointer<Head>
    /// Which of ``heads`` have cells left, and how many have.
    private let heap: UnsafeMutablePointer<Int>
    private var count: Int

    /// A run and how far it has come.
    private struct Head {
        /// What has not been read yet.
        var rest: CellRun
        /// The next cell, and where those end that are in memory.
        var next: UnsafeMutablePointer<UInt64>
        var end: UnsafeMutablePointer<UInt64>
    }

    /// - Parameter bytes: how much of the runs may be in memory; a few cells of each are there in any case.
    init(_ runs: [CellRun], _ layout: CellLayout, from storage: any CellStorage, bytes: Int) throws {
        self.layout = layout
        self.storage = storage
        let runs = runs.filter { $0.count > 0 }
        count = runs.count
        let share = bytes / max(1, count) / (layout.size * MemoryLayout<UInt64>.size)
        room = min(max(64, share), runs.map(\.count).max() ?? 0) * layout.size
        words = .allocate(capacity: count * room)
        heads = .allocate(capacity: count)
        heap = .allocate(capacity: count)
        for (number, run) in runs.enumerated() {
            let start = words + number * room
            (heads + number).initialize(to: Head(rest: run, next: start, end: start))
            (heap + number).initialize(to: number)
            try fill(number)
        }
        for place in (0..<count).reversed() { sink(place) }
    }

    deinit {
        words.deallocate()
        heads.deallocate()
        heap.deallocate()
    }

    /// The next cells, at most so many; none at the end.
    func next(_ most: Int) throws -> MergedPart {
        var merged = MergedPart(layout)
        while count > 0 {
            let cell = heads[heap[0]].next
            if !merged.isOfLastKey(cell) {
                if merged.count == most { break }
                merged.append(cell)
            } else {
                merged.add(cell)
            }
            try advance()
        }
        #if HEADROOM_CHECKS
            merged.checkInvariants()
        #endif
        return merged
    }

    // MARK: The heap

    /// Passes the next cell of the run in front.
    private func advance() throws {
        let run = heap[0]
        heads[run].next += layout.size
        if heads[run].next == heads[run].end {
            if heads[run].rest.count > 0 {
                try fill(run)
            } else {
                count -= 1
                heap[0] = heap[count]
            }
        }
        sink(0)
    }

    /// Reads the next cells of a run.
    private func fill(_ run: Int) throws {
        let start = words + run * room
        let count = min(heads[run].rest.count, room / layout.size)
        let size = count * layout.size
        try storage.read(
            into: UnsafeMutableBufferPointer(start: start, count: size), at: heads[run].rest.position)
        heads[run].rest.position += size
        heads[run].rest.count -= count
        heads[run].next = start
        heads[run].end = start + size
    }

    /// Moves the run at a place behind those with lesser cells.
    private func sink(_ start: Int) {
        var place = start
        while true {
            var least = place
            let child = 2 * place + 1
            if child < count, isLess(heap[child], heap[least]) { least = child }
            if child + 1 < count, isLess(heap[child + 1], heap[least]) { least = child + 1 }
            guard least != place else { return }
            (heap[place], heap[least]) = (heap[least], heap[place])
            place = least
        }
    }

    private func isLess(_ left: Int, _ right: Int) -> Bool {
        let (left, right) = (heads[left].next, heads[right].next)
        for word in 0..<layout.keySize where left[word] != right[word] { return left[word] < right[word] }
        return false
    }
}

/// Cells of a merge, in order.
struct MergedPart {
    private let layout: CellLayout
    private var keys: [UInt64] = []
    private(set) var rows: [Int64] = []
    private(set) var insertions: [Int64] = []
    private(set) var spend: [Int64] = []

    fileprivate init(_ layout: CellLayout) { self.layout = layout }

    var count: Int { rows.count }

    /// For each cell the place of its member in a dimension.
    func ranks(_ dimension: Int) -> [UInt32] { layout.column(dimension, of: keys, stride: layout.keySize) }

    fileprivate func isOfLastKey(_ cell: UnsafeMutablePointer<UInt64>) -> Bool {
        guard count > 0 else { return false }
        let last = keys.count - layout.keySize
        for word in 0..<layout.keySize where keys[last + word] != cell[word] { return false }
        return true
    }

    fileprivate mutating func append(_ cell: UnsafeMutablePointer<UInt64>) {
        for word in 0..<layout.keySize { keys.append(cell[word]) }
        rows.append(Int64(bitPattern: cell[layout.keySize]))
        insertions.append(Int64(bitPattern: cell[layout.keySize + 1]))
        spend.append(Int64(bitPattern: cell[layout.keySize + 2]))
    }

    /// Adds a cell to the last one. Sums wrap; all sizes together stay below 2⁶³, which was made sure of before.
    fileprivate mutating func add(_ cell: UnsafeMutablePointer<UInt64>) {
        let last = count - 1
        rows[last] &+= Int64(bitPattern: cell[layout.keySize])
        insertions[last] &+= Int64(bitPattern: cell[layout.keySize + 1])
        spend[last] &+= Int64(bitPattern: cell[layout.keySize + 2])
    }

    #if HEADROOM_CHECKS
        /// Each cell's key is greater than the one before.
        fileprivate func checkInvariants() {
            for cell in 1..<max(1, count) {
                let (last, next) = (key(cell - 1), key(cell))
                precondition(last.lexicographicallyPrecedes(next), "a merge brings \(Array(next)) after \(Array(last))")
            }
        }

        private func key(_ cell: Int) -> ArraySlice<UInt64> {
            keys[cell * layout.keySize..<(cell + 1) * layout.keySize]
        }
    #endif
}
