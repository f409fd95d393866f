import CKernels

/// Bytes of a delimited text from the beginning of one record to the end of another, and where the fields end in between.
///
/// One thread works on a block at a time; its memory is used again for the next one.
package final class RecordBlock: @unchecked Sendable {
    /// The text. Behind ``count`` are at least ``margin`` bytes more, so that words may be read whole.
    package private(set) var bytes: UnsafeMutablePointer<UInt8>
    /// How many bytes may be written.
    package private(set) var capacity: Int
    /// How many bytes belong to whole records.
    package var count = 0
    /// Counted from 0 in the file.
    package var number = 0
    /// Where the block begins in its file; `nil` when its bytes are not those of the file.
    package var offset: Int?
    /// The line on which the block begins, counted from 1.
    package var firstLine = 1
    /// Whether quotes or line ends stand where only a ``RecordScanner`` can tell what they mean; fields are not known.
    package private(set) var isDoubtful = false
    /// Whether a byte is 0.
    package private(set) var hasNul = false
    /// How many records there are, blank lines among them.
    package private(set) var records = 0
    /// How many line feeds there are.
    package private(set) var lines = 0
    /// Where the delimiters and line feeds stand that end fields, in order. One before the first lies 2³² − 1, so that a
    /// field always begins one byte (modulo 2³²) behind the separator before it.
    package private(set) var separators: UnsafeMutablePointer<UInt32>
    /// For each record the index in ``separators`` of the line feed that ends it. One before the first lies 2³² − 1, so
    /// that the first separator of a record is always one (modulo 2³²) behind the end of the record before it.
    package private(set) var recordEnds: UnsafeMutablePointer<UInt32>

    package static let margin = 128

    package init(capacity: Int) {
        self.capacity = capacity
        bytes = Self.textMemory(capacity)
        separators = Self.positionMemory(capacity)
        recordEnds = Self.positionMemory(capacity)
    }

    deinit {
        bytes.deallocate()
        (separators - 1).deallocate()
        (recordEnds - 1).deallocate()
    }

    private static func textMemory(_ capacity: Int) -> UnsafeMutablePointer<UInt8> {
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + margin)
        memory.initialize(repeating: 0, count: capacity + margin)
        return memory
    }

    private static func positionMemory(_ capacity: Int) -> UnsafeMutablePointer<UInt32> {
        let memory = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity + margin)
        memory.initialize(to: .max)
        return memory + 1
    }

    /// The whole records.
    package var text: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: bytes, count: count) }

    /// Where a record lies in ``text``, with the line feed that ends it.
    package func range(of record: Int) -> Range<Int> {
        let first = recordEnds[record - 1] &+ 1
        return Int(separators[Int(first) - 1] &+ 1)..<Int(separators[Int(recordEnds[record])]) + 1
    }

    /// Whether the whole records are UTF-8 without a NUL.
    package var isText: Bool { !hasNul && is_utf8(bytes, count) != 0 }

    /// Makes room for more bytes, keeping those of `used`.
    package func grow(to capacity: Int, keeping used: Int) {
        let larger = Self.textMemory(capacity)
        larger.update(from: bytes, count: used)
        bytes.deallocate()
        (separators - 1).deallocate()
        (recordEnds - 1).deallocate()
        bytes = larger
        separators = Self.positionMemory(capacity)
        recordEnds = Self.positionMemory(capacity)
        self.capacity = capacity
    }

    /// Finds the whole records among the first `filled` bytes, the first of which begins one.
    ///
    /// - Parameters:
    ///   - limit: the most records to find.
    ///   - isLast: whether nothing comes behind these bytes.
    /// - Returns: whether quotes and line ends stand as they should; ``count`` is where the last whole record ends.
    ///   When they do not, nothing is known but that.
    package func findRecords(in filled: Int, delimiter: UInt8, atMost limit: Int, isLast: Bool) -> Bool {
        var scan = separator_scan()
        scan.was_separator = 1
        find_separators(bytes, filled, delimiter, separators, recordEnds, &scan)
        isDoubtful = scan.is_doubtful != 0 || isLast && scan.is_inside != 0
        hasNul = scan.has_nul != 0
        guard !isDoubtful else { return false }
        records = min(scan.records, limit)
        count = records == 0 ? 0 : Int(separators[Int(recordEnds[records - 1])]) + 1
        lines = scan.lines - lineFeeds(from: count, to: filled)
        return true
    }

    /// Says where the whole records end, as a careful reader found.
    package func setExtent(_ count: Int, lines: Int) {
        self.count = count
        self.lines = lines
        isDoubtful = true
        records = 0
    }

    /// How many line feeds stand between two places.
    ///
    /// - Complexity: O(bytes between them).
    package func lineFeeds(from start: Int, to end: Int) -> Int {
        var count = 0
        for position in start..<max(start, end) where bytes[position] == Ascii.lineFeed { count += 1 }
        return count
    }
}
