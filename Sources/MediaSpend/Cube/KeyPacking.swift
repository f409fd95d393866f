/// How the codes of a cell's dimensions make one word, and the word the codes again.
///
/// Each dimension has as many bits as its largest code takes. Where all of them take more than 64, those in front are
/// numbered in the order of appearance, and the number of 32 bits stands for them.
struct KeyPacking: Sendable {
    /// Bits for each dimension.
    let widths: [Int]
    /// The dimensions that make up one word; before all but the first group comes the number of the groups before.
    private let groups: [Range<Int>]
    /// For each group but the last: words and their numbers.
    private var numbers: [WordNumbers]

    init(widths: [Int]) {
        self.widths = widths
        var groups: [Range<Int>] = []
        var start = 0
        var bits = 0
        for (dimension, width) in widths.enumerated() {
            if bits + width > 64 {
                groups.append(start..<dimension)
                start = dimension
                bits = WordNumbers.width
            }
            bits += width
        }
        self.groups = groups + [start..<widths.count]
        numbers = Array(repeating: WordNumbers(), count: groups.count)
    }

    /// Whether words mean the same to another packing.
    func isSame(as other: KeyPacking) -> Bool { numbers.isEmpty && other.numbers.isEmpty && widths == other.widths }

    /// The bits that a code takes.
    static func width(of code: UInt32) -> Int { UInt32.bitWidth - code.leadingZeroBitCount }

    /// The words of many rows.
    ///
    /// - Precondition: each code fits into the bits of its dimension.
    mutating func words(of columns: [[UInt32]], count: Int) -> [UInt64] {
        var words = [UInt64](repeating: 0, count: count)
        for (position, group) in groups.enumerated() {
            for dimension in group {
                let width = UInt64(widths[dimension])
                columns[dimension].withUnsafeBufferPointer { codes in
                    words.withUnsafeMutableBufferPointer { words in
                        for row in 0..<count { words[row] = words[row] &<< width | UInt64(codes[row]) }
                    }
                }
            }
            if position < numbers.count { numbers[position].number(&words) }
        }
        return words
    }

    /// The codes behind words, one column a dimension.
    func columns(of words: [UInt64]) -> [[UInt32]] {
        var columns = Array(repeating: [UInt32](), count: widths.count)
        var rest = words
        for position in groups.indices.reversed() {
            for dimension in groups[position].reversed() {
                let width = UInt64(widths[dimension])
                let mask: UInt64 = width == 0 ? 0 : .max >> (64 - width)
                columns[dimension] = rest.map { UInt32(truncatingIfNeeded: $0 & mask) }
                for row in rest.indices { rest[row] = rest[row] >> width }
            }
            if position > 0 { for row in rest.indices { rest[row] = numbers[position - 1].word(Int(rest[row])) } }
        }
        return columns
    }
}

/// Words numbered in the order of appearance.
private struct WordNumbers: Sendable {
    static let width = 32

    private var words: [UInt64] = []
    private var numbers: [UInt64: UInt32] = [:]

    func word(_ number: Int) -> UInt64 { words[number] }

    /// Puts the number of each word in its place.
    mutating func number(_ column: inout [UInt64]) {
        for row in column.indices {
            if let known = numbers[column[row]] {
                column[row] = UInt64(known)
                continue
            }
            let number = UInt32(words.count)
            numbers[column[row]] = number
            words.append(column[row])
            column[row] = UInt64(number)
        }
    }
}
