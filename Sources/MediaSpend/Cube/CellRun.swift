/// Cells that wait outside of memory, one behind another.
struct CellRun: Sendable {
    /// The first word.
    var position: Int
    /// How many cells.
    var count: Int
    var layout: CellLayout

    /// How many cells go to and from storage at once where there are many.
    static let pieceSize = 1 << 13

    /// Makes room for cells that are written piece by piece.
    init(of count: Int, _ layout: CellLayout, in storage: any CellStorage) throws {
        position = try storage.reserve(count * layout.size)
        self.count = count
        self.layout = layout
    }

    /// Writes some of the cells.
    ///
    /// - Parameter first: how many of the run's cells come before them.
    func write(_ words: [UInt64], from first: Int, to storage: any CellStorage) throws {
        try words.withUnsafeBufferPointer { try storage.write($0, at: position + first * layout.size) }
    }

    /// All cells, one behind another.
    func words(from storage: any CellStorage) throws -> [UInt64] {
        let size = count * layout.size
        var words = [UInt64](repeating: 0, count: size)
        try words.withUnsafeMutableBufferPointer { try storage.read(into: $0, at: position) }
        return words
    }
}

/// How a cell lies in words: a number for each dimension, two in a word, and then rows, insertions and spend.
///
/// Cells compare as the words of their dimensions do, from the first on.
struct CellLayout: Hashable, Sendable {
    /// How many dimensions.
    let dimensions: Int

    /// The words of the dimensions, which come first.
    var keySize: Int { (dimensions + 1) / 2 }
    /// All words of a cell.
    var size: Int { keySize + 3 }

    /// Puts together the words of a cell's dimensions.
    ///
    /// - Parameters:
    ///   - columns: one a dimension.
    ///   - row: which row of the columns.
    func appendKey(of columns: [[UInt32]], _ row: Int, to words: inout [UInt64]) {
        for first in stride(from: 0, to: dimensions, by: 2) {
            let low = first + 1 < dimensions ? columns[first + 1][row] : 0
            words.append(UInt64(columns[first][row]) << 32 | UInt64(low))
        }
    }

    /// The numbers of a dimension.
    ///
    /// - Parameter stride: how many words each cell has; its dimensions come first.
    func column(_ dimension: Int, of words: [UInt64], stride: Int) -> [UInt32] {
        let shift: UInt64 = dimension.isMultiple(of: 2) ? 32 : 0
        return Swift.stride(from: dimension / 2, to: words.count, by: stride).map {
            UInt32(truncatingIfNeeded: words[$0] >> shift)
        }
    }
}
