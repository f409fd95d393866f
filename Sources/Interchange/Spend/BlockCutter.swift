import MediaSpend

/// Cuts the text of a month file into blocks of whole records, one after another.
struct BlockCutter: ~Copyable {
    private var text: TextPieces
    private let delimiter: UInt8
    /// How many bytes a block should have; one with a longer record grows.
    private let size: Int
    private let first: Int
    /// What was read behind the last whole record.
    private var rest: [UInt8] = []
    private var line = 1
    private var number = 0
    private var hasEnded = false
    /// How many bytes of text came before.
    private var offset = 0
    /// Where a record begins that is longer than ``MonthFileReader/recordLimit``; nothing follows it.
    private(set) var endless: (line: Int, offset: Int)?

    /// - Parameter first: how many bytes the first block should have.
    init(_ text: consuming TextPieces, delimiter: UInt8, size: Int, first: Int) {
        self.text = text
        self.delimiter = delimiter
        self.size = size
        self.first = first
    }

    /// The fingerprint of all that was read.
    var digest: ContentDigest { text.digest.finish() }

    /// Fills a block with the next records.
    ///
    /// - Returns: whether there are any.
    /// - Throws: what reading the file throws.
    mutating func next(into block: RecordBlock, atMost records: Int) throws -> Bool {
        guard endless == nil, !(hasEnded && rest.isEmpty) else { return false }
        // What a block holds must not depend on what its memory held before.
        var limit = max(number == 0 ? first : size, rest.count + 1)
        var filled = begin(block, limit)
        while true {
            try fill(block, &filled, upTo: limit)
            let extent = findRecords(in: block, filled, atMost: records)
            if extent > 0 || hasEnded { break }
            guard filled < MonthFileReader.recordLimit else {
                endless = (line, offset)
                return false
            }
            limit *= 2
            if block.capacity < limit { block.grow(to: limit, keeping: filled) }
        }
        keepRest(of: block, filled)
        block.number = number
        block.firstLine = line
        block.offset = text.isPlain ? offset + text.markLength : nil
        number += 1
        line += block.lines
        offset += block.count
        return block.count > 0
    }

    /// Puts what is left of the text before into a block.
    private func begin(_ block: RecordBlock, _ limit: Int) -> Int {
        if block.capacity < limit { block.grow(to: limit, keeping: 0) }
        rest.withUnsafeBufferPointer {
            if let start = $0.baseAddress { block.bytes.update(from: start, count: $0.count) }
        }
        return rest.count
    }

    private mutating func fill(_ block: RecordBlock, _ filled: inout Int, upTo limit: Int) throws {
        while !hasEnded, filled < limit {
            let room = UnsafeMutableRawBufferPointer(start: block.bytes + filled, count: limit - filled)
            let count = try text.fill(room)
            filled += count
            hasEnded = count == 0
        }
        // A last line without its end gets one; there is a margin behind every block.
        if hasEnded, filled > 0, block.bytes[filled - 1] != lineFeed {
            block.bytes[filled] = lineFeed
            filled += 1
        }
    }

    /// - Returns: where the last whole record ends.
    private func findRecords(in block: RecordBlock, _ filled: Int, atMost limit: Int) -> Int {
        // A carriage return at the end may be half of a pair.
        let isHalf = !hasEnded && filled > 0 && block.bytes[filled - 1] == carriageReturn
        if block.findRecords(
            in: isHalf ? filled - 1 : filled, delimiter: delimiter, atMost: limit, isLast: hasEnded)
        {
            return block.count
        }
        var scanner = RecordScanner(delimiter: delimiter, line: line)
        let all = UnsafeBufferPointer(start: block.bytes, count: filled).span
        var records = 0
        while records < limit, scanner.next(in: all, isLast: hasEnded) { records += 1 }
        block.setExtent(scanner.position, lines: scanner.nextLine - line)
        return block.count
    }

    private mutating func keepRest(of block: RecordBlock, _ filled: Int) {
        rest = Array(UnsafeBufferPointer(start: block.bytes + block.count, count: filled - block.count))
        // Nothing but blank lines is left.
        if hasEnded, block.count == 0 { rest = [] }
    }
}

private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
