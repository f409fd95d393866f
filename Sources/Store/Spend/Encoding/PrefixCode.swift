/// A canonical Huffman code of at most 12 bits: known by the length of each symbol's code, written from the lowest bit on.
///
/// - Source: Huffman, 1952; canonical form: Schwartz and Kallick, 1964.
struct PrefixCode {
    static let longest = 12
    /// More would leave codes of 12 bits little to choose from.
    static let mostSymbols = 2_048

    /// For each symbol the bits of its code, 0 where it does not occur.
    let lengths: [UInt8]

    /// The code for symbols that occur so often.
    ///
    /// - Precondition: between 1 and ``mostSymbols`` of them occur.
    init(counts: [UInt32]) {
        // The symbol in the low half makes the order of equal counts the same on every run.
        var ascending: [UInt64] = []
        for (symbol, count) in counts.enumerated() where count > 0 {
            ascending.append(UInt64(count) << 32 | UInt64(symbol))
        }
        ascending.sort()
        precondition((1...Self.mostSymbols).contains(ascending.count), "a code of \(ascending.count) symbols")
        var lengths = [UInt8](repeating: 0, count: counts.count)
        let depths = Self.limited(Self.depths(ascending.map { $0 >> 32 }))
        for (symbol, depth) in zip(ascending, depths) { lengths[Int(UInt32(truncatingIfNeeded: symbol))] = depth }
        self.lengths = lengths
    }

    /// - Returns: `nil` when no code has these lengths.
    init?(lengths: [UInt8]) {
        var room = 1 << Self.longest
        for length in lengths where length > 0 {
            guard length <= Self.longest else { return nil }
            room -= 1 << (Self.longest - Int(length))
        }
        guard room >= 0, room < 1 << Self.longest else { return nil }
        self.lengths = lengths
    }

    /// The depth of each leaf of Huffman's tree, by two queues.
    ///
    /// - Parameter weights: in ascending order.
    private static func depths(_ weights: [UInt64]) -> [Int] {
        let leaves = weights.count
        guard leaves > 1 else { return [1] }
        var weight = weights
        weight.reserveCapacity(2 * leaves - 1)
        var parent = [Int](repeating: 0, count: 2 * leaves - 1)
        var (leaf, inner) = (0, leaves)
        for node in leaves..<2 * leaves - 1 {
            var sum: UInt64 = 0
            for _ in 0..<2 {
                let takesLeaf = leaf < leaves && (inner >= node || weight[leaf] <= weight[inner])
                let child = takesLeaf ? leaf : inner
                if takesLeaf { leaf += 1 } else { inner += 1 }
                sum += weight[child]
                parent[child] = node
            }
            weight.append(sum)
        }
        var depth = [Int](repeating: 0, count: 2 * leaves - 1)
        for node in (0..<2 * leaves - 2).reversed() { depth[node] = depth[parent[node]] + 1 }
        return Array(depth[..<leaves])
    }

    /// No code longer than ``longest``: the rarest symbols pay for it, and what is left over goes to the commonest.
    ///
    /// - Parameter depths: of the rarest symbol first.
    private static func limited(_ depths: [Int]) -> [UInt8] {
        var lengths = depths.map { min($0, longest) }
        var room = 1 << longest
        for length in lengths { room -= 1 << (longest - length) }
        for index in lengths.indices {
            while room < 0, lengths[index] < longest {
                lengths[index] += 1
                room += 1 << (longest - lengths[index])
            }
        }
        for index in lengths.indices.reversed() {
            while lengths[index] > 1, room >= 1 << (longest - lengths[index]) {
                room -= 1 << (longest - lengths[index])
                lengths[index] -= 1
            }
        }
        return lengths.map { UInt8($0) }
    }

    /// Hands on each symbol with its code, whose first bit is the lowest.
    func forEachCode(_ body: (_ symbol: Int, _ code: UInt32, _ length: Int) -> Void) {
        var ofLength = [Int](repeating: 0, count: Self.longest + 1)
        for length in lengths where length > 0 { ofLength[Int(length)] += 1 }
        var next = [UInt32](repeating: 0, count: Self.longest + 1)
        for length in 1...Self.longest {
            next[length] = (next[length - 1] + UInt32(length > 1 ? ofLength[length - 1] : 0)) << 1
        }
        for (symbol, length) in lengths.enumerated() where length > 0 {
            let code = next[Int(length)]
            next[Int(length)] += 1
            body(symbol, code.bitsReversed >> UInt32(32 - Int(length)), Int(length))
        }
    }
}

extension UInt32 {
    fileprivate var bitsReversed: UInt32 {
        var word = byteSwapped
        word = (word >> 4) & 0x0F0F_0F0F | (word & 0x0F0F_0F0F) << 4
        word = (word >> 2) & 0x3333_3333 | (word & 0x3333_3333) << 2
        return (word >> 1) & 0x5555_5555 | (word & 0x5555_5555) << 1
    }
}
