/// The names of elements and attributes that a reader of XML cares for; each is known by its index.
///
/// - Complexity: O(length of the name) to look one up, whatever their number.
public struct XMLNames: Sendable {
    /// What stands for a name that is not among them.
    public static let unknown = -1

    /// In the order given; a name's index is its code.
    public let names: [String]
    /// For each slot the code of a name, or ``unknown``; at most half of the slots are taken. A power of two long.
    private let slots: [Int]
    private let spellings: [[UInt8]]
    private let hashes: [UInt64]

    /// - Parameter names: local names, without a prefix; each once.
    public init(_ names: [String]) {
        self.names = names
        spellings = names.map { Array($0.utf8) }
        hashes = spellings.map { $0.reduce(into: NameHash()) { $0.add($1) }.value }
        var slots = [Int](repeating: Self.unknown, count: Self.size(for: names.count))
        for (code, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] != Self.unknown {
                precondition(names[slots[slot]] != names[code], "the name “\(names[code])” is given twice")
                slot = (slot + 1) & (slots.count - 1)
            }
            slots[slot] = code
        }
        self.slots = slots
    }

    /// The smallest power of two that leaves half of the slots free.
    private static func size(for count: Int) -> Int {
        var size = 4
        while size < count * 2 { size *= 2 }
        return size
    }

    /// The code of a name whose hash is known, or ``unknown``.
    func code(of name: Span<UInt8>, hash: NameHash) -> Int {
        var slot = Int(truncatingIfNeeded: hash.value) & (slots.count - 1)
        while slots[slot] != Self.unknown {
            let code = slots[slot]
            if hashes[code] == hash.value, isSame(spellings[code], name) { return code }
            slot = (slot + 1) & (slots.count - 1)
        }
        return Self.unknown
    }

    private func isSame(_ spelling: [UInt8], _ name: Span<UInt8>) -> Bool {
        guard spelling.count == name.count else { return false }
        for index in name.indices where spelling[index] != name[index] { return false }
        return true
    }
}

/// The hash of a name, made while its end is looked for.
///
/// Which names are in the table is up to the program and not to the file, so nothing can be made to collide in it.
///
/// - Source: Fowler, Noll and Vo, 1991 (FNV-1a); the upper half is folded in at the end.
struct NameHash {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }

    var value: UInt64 { state ^ (state >> 32) }
}
