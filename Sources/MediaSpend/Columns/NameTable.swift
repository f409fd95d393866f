/// The names of one dimension, each with a code that counts from 1; 0 says that no name is stated.
///
/// A name is known by its key: the vendor's own code where a layout names such a column, otherwise the name itself.
/// Keys never leave and codes never change, so that columns coded earlier stay readable.
public struct NameTable: Sendable {
    /// The code of a name that is not stated.
    public static let notStated: UInt32 = 0

    /// All keys end to end.
    private var keyBytes: [UInt8] = []
    /// Where the key of each code ends; `ends[0]` belongs to the empty key.
    private var ends: [Int] = [0]
    private var hashes: [UInt64] = [0]
    /// Codes by hash, open addressing; 0 is free. A power of two, at most half full.
    private var slots: [UInt32] = Array(repeating: 0, count: 64)
    /// Names that differ from their keys.
    private var labels: [UInt32: String] = [:]

    public init() {}

    /// How many codes there are, with ``notStated``.
    public var count: Int { ends.count }

    /// The code of a key, given now if it has none yet.
    ///
    /// - Complexity: O(length); no allocation unless the key is new.
    /// - Precondition: fewer than 2³¹ keys.
    public mutating func code(for key: Span<UInt8>) -> UInt32 {
        guard !key.isEmpty else { return Self.notStated }
        let hash = ByteHash.of(key)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let code = Int(slots[slot])
            if hashes[code] == hash, isKey(key, of: code) { return UInt32(code) }
            slot = (slot + 1) & (slots.count - 1)
        }
        return add(key, hash: hash, slot: slot)
    }

    /// The code of a key, given now if it has none yet.
    public mutating func code(for key: String) -> UInt32 {
        let bytes = Array(key.utf8)
        return code(for: bytes.span)
    }

    /// The key of a code; empty for ``notStated``.
    public func key(of code: UInt32) -> String {
        String(decoding: keyBytes[keyRange(of: Int(code))], as: UTF8.self)
    }

    /// The name that a code is shown by: its label, or its key when it has none.
    public func name(of code: UInt32) -> String { labels[code] ?? key(of: code) }

    /// The label of a code, where it differs from the key.
    public func label(of code: UInt32) -> String? { labels[code] }

    /// Shows a code by another name from now on.
    public mutating func relabel(_ code: UInt32, _ label: String) { labels[code] = label }

    // MARK: Bytes

    private func keyRange(of code: Int) -> Range<Int> { code == 0 ? 0..<0 : ends[code - 1]..<ends[code] }

    private func isKey(_ key: Span<UInt8>, of code: Int) -> Bool {
        let range = keyRange(of: code)
        guard range.count == key.count else { return false }
        return ByteHash.areEqual(key, keyBytes.span.extracting(range))
    }

    private mutating func add(_ key: Span<UInt8>, hash: UInt64, slot: Int) -> UInt32 {
        precondition(ends.count < 1 << 31, "a dictionary of \(ends.count) names is full")
        let code = UInt32(ends.count)
        for index in 0..<key.count { keyBytes.append(key[index]) }
        ends.append(keyBytes.count)
        hashes.append(hash)
        slots[slot] = code
        if ends.count * 2 > slots.count { grow() }
        return code
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for code in 1..<ends.count {
            var slot = Int(truncatingIfNeeded: hashes[code]) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(code)
        }
    }
}

/// Tables with the same keys in the same order and the same labels.
extension NameTable: Equatable {
    public static func == (left: NameTable, right: NameTable) -> Bool {
        left.ends == right.ends && left.keyBytes == right.keyBytes && left.labels == right.labels
    }
}
