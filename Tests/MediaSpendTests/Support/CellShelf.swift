import MediaSpend
import Synchronization

/// Where cells wait in tests: words in memory, with room for so many.
final class CellShelf: CellStorage {
    struct IsFull: Error {}

    private let words = Mutex<[UInt64]>([])
    private let room: Int

    init(room: Int = .max) { self.room = room }

    /// How many words were put here.
    var count: Int { words.withLock { $0.count } }

    func reserve(_ count: Int) throws -> Int {
        words.withLock { words in
            defer { words.append(contentsOf: repeatElement(.max, count: count)) }
            return words.count
        }
    }

    func write(_ piece: UnsafeBufferPointer<UInt64>, at position: Int) throws {
        guard position + piece.count <= room else { throw IsFull() }
        words.withLock { words in
            for (offset, word) in piece.enumerated() { words[position + offset] = word }
        }
    }

    func read(into piece: UnsafeMutableBufferPointer<UInt64>, at position: Int) throws {
        words.withLock { words in
            for offset in piece.indices { piece[offset] = words[position + offset] }
        }
    }
}
