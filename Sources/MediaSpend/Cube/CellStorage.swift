/// Where cells wait that memory has no room for: numbered words, a file in the end, which an engine does not know.
///
/// Several threads may use it at once, each in a range of its own.
package protocol CellStorage: Sendable {
    /// Makes room for so many words behind all others.
    ///
    /// - Returns: the number of the first.
    func reserve(_ count: Int) throws -> Int

    func write(_ words: UnsafeBufferPointer<UInt64>, at position: Int) throws

    /// - Precondition: the words were written.
    func read(into words: UnsafeMutableBufferPointer<UInt64>, at position: Int) throws
}

/// How much memory cells may take while they are added up, and where they wait beyond that.
package struct CellBound: Sendable {
    /// Of all threads together.
    let bytes: Int
    let storage: any CellStorage

    package init(bytes: Int, storage: any CellStorage) {
        self.bytes = bytes
        self.storage = storage
    }

    /// What a cell of so many dimensions counts for: a table that is just growing holds its cells of 32 bytes three
    /// times with six slots each, and sorting a run takes less.
    static func cost(of layout: CellLayout) -> Int { max(128, 3 * layout.size * MemoryLayout<UInt64>.size) }
}
