import FoundationEssentials
import GRDB
import MediaSpend

/// The names of a source in the table `spend_names`, which only grows.
///
/// A row holds up to 65,536 names of one dimension: for each its code and the length of its text, four bytes each,
/// little endian, then the text in UTF-8. A row of keys goes on where the one before ended; a row of labels replaces what
/// earlier ones said.
struct NameRecords {
    let database: Database
    let source: String

    /// A code and its key, or its label.
    typealias Entry = (code: UInt32, text: String)

    enum Kind: String {
        case key
        case label
    }

    private static let entriesPerRow = 65_536

    // MARK: Writing

    func insert(_ entries: [Entry], _ kind: Kind, in dimension: SpendDimension) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO spend_names (source, dimension, kind, entries, checksum, data) VALUES (?, ?, ?, ?, ?, ?)
                """)
        for start in stride(from: 0, to: entries.count, by: Self.entriesPerRow) {
            let part = entries[start..<min(start + Self.entriesPerRow, entries.count)]
            let bytes = Self.bytes(of: part)
            try statement.execute(arguments: [
                source, dimension.rawValue, kind.rawValue, part.count, Self.checksum(of: bytes), Data(bytes),
            ])
        }
    }

    // MARK: Reading

    /// The names of some dimensions, as all deliveries together left them; the tables of the others are empty.
    func vocabulary(_ dimensions: some Sequence<SpendDimension>) throws -> Vocabulary {
        var vocabulary = Vocabulary()
        for dimension in dimensions where dimension.isNamed {
            try fill(&vocabulary[dimension], of: dimension)
        }
        return vocabulary
    }

    private func fill(_ table: inout NameTable, of dimension: SpendDimension) throws {
        let statement = try database.cachedStatement(
            sql: """
                SELECT kind, entries, checksum, data FROM spend_names WHERE source = ? AND dimension = ? ORDER BY id
                """)
        let rows = try Row.fetchCursor(statement, arguments: [source, dimension.rawValue])
        while let row = try rows.next() {
            let bytes = try row.bytes(3)
            guard try Self.checksum(of: bytes) == row.value(2), let entries = Self.entries(of: bytes),
                try entries.count == row.value(1),
                try Kind(rawValue: row.value(0)).map({ Self.add(entries, $0, to: &table) }) == true
            else { throw Damage("the names of the dimension \(dimension.rawValue) of “\(source)” are damaged") }
        }
    }

    /// - Returns: whether the entries fit to what the table has.
    private static func add(_ entries: [Entry], _ kind: Kind, to table: inout NameTable) -> Bool {
        for entry in entries {
            switch kind {
            case .key:
                guard entry.code == UInt32(table.count), table.code(for: entry.text) == entry.code else { return false }
            case .label:
                guard entry.code != NameTable.notStated, entry.code < UInt32(table.count) else { return false }
                table.relabel(entry.code, entry.text)
            }
        }
        return true
    }

    // MARK: Bytes

    static func bytes(of entries: some Sequence<Entry>) -> [UInt8] {
        var bytes: [UInt8] = []
        for entry in entries {
            append(entry.code, to: &bytes)
            append(UInt32(entry.text.utf8.count), to: &bytes)
            bytes.append(contentsOf: entry.text.utf8)
        }
        return bytes
    }

    /// `nil` when the bytes are not what ``bytes(of:)`` writes.
    static func entries(of bytes: [UInt8]) -> [Entry]? {
        var entries: [Entry] = []
        var position = 0
        while position < bytes.count {
            guard let code = word(bytes, at: position), let length = word(bytes, at: position + 4),
                let text = text(bytes, from: position + 8, count: Int(length))
            else { return nil }
            entries.append((code, text))
            position += 8 + Int(length)
        }
        return entries
    }

    private static func append(_ word: UInt32, to bytes: inout [UInt8]) {
        for shift in stride(from: UInt32(0), to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
    }

    private static func word(_ bytes: [UInt8], at position: Int) -> UInt32? {
        guard position + 4 <= bytes.count else { return nil }
        return (0..<4).reduce(0) { $0 | UInt32(bytes[position + $1]) << UInt32(8 * $1) }
    }

    private static func text(_ bytes: [UInt8], from start: Int, count: Int) -> String? {
        guard count <= bytes.count - start else { return nil }
        return String(validating: bytes[start..<start + count], as: UTF8.self)
    }

    private static func checksum(of bytes: [UInt8]) -> Int64 {
        Int64(bitPattern: ContentDigest(of: bytes.span).low)
    }
}
