/// What the fields of one column say, by their bytes as they stand: each spelling is made sense of once, and found
/// again at the cost of a hash and a comparison.
///
/// A spelling of up to 24 bytes is held in three words, so that it is compared without being read again. Lengths vary
/// from row to row in no order that a processor could guess: what is done for each field has no branches but those that
/// nearly always go the same way.
struct FieldMemo: ~Copyable {
    /// 32 bytes, half a line of the cache.
    private struct Entry {
        var words = Words()
        /// One more than the length; 0 is a free entry.
        var mark: UInt32 = 0
        var value: UInt32 = 0
    }

    private var entries: UnsafeMutablePointer<Entry>
    /// For each entry where its field stands in `text`, if it has more than 24 bytes.
    private var starts: UnsafeMutablePointer<Int>
    /// One less than the number of entries, which is a power of two, at most a quarter of them in use, so that most
    /// spellings stand where they are looked for first.
    private var mask: Int
    /// How many spellings there are.
    private(set) var count = 0
    private var text: [UInt8] = []

    init() {
        mask = (1 << 8) - 1
        (entries, starts) = (.repeating(Entry(), mask + 1), .repeating(0, mask + 1))
    }

    deinit {
        entries.deallocate()
        starts.deallocate()
    }

    /// The value of a field.
    ///
    /// - Parameters:
    ///   - field: where it begins; eight bytes from there, and eight from each of its bytes, can be read.
    ///   - makeSense: gives the value of a spelling that was not met before.
    @inline(__always)
    mutating func value(
        of field: UnsafePointer<UInt8>, count length: Int, makeSense: () -> UInt32
    ) -> UInt32 {
        let words = Words(field, length)
        let slot = slot(of: words, field, length)
        if entries[slot].mark != 0 { return entries[slot].value }
        let value = makeSense()
        insert(words, field, length, value, at: slot)
        return value
    }

    /// Gives a known spelling another value.
    mutating func setValue(_ value: UInt32, of field: UnsafePointer<UInt8>, count length: Int) {
        let slot = slot(of: Words(field, length), field, length)
        if entries[slot].mark != 0 { entries[slot].value = value }
    }

    // MARK: Entries

    /// The entry of a field, or the free one where it belongs.
    @inline(__always)
    private func slot(of words: Words, _ field: UnsafePointer<UInt8>, _ length: Int) -> Int {
        let mark = Self.mark(length)
        var slot = Int(truncatingIfNeeded: words.hash(mark)) & mask
        while true {
            let isSame = words.difference(entries[slot].words) | UInt64(mark ^ entries[slot].mark) == 0
            if isSame, length <= Words.bytes || hasSameMiddle(field, length, starts[slot]) { return slot }
            if entries[slot].mark == 0 { return slot }
            slot = (slot &+ 1) & mask
        }
    }

    private static func mark(_ length: Int) -> UInt32 { UInt32(truncatingIfNeeded: length) &+ 1 }

    /// Compares what a long field has between its words, eight bytes a step; the last may reach into the last word.
    private func hasSameMiddle(_ field: UnsafePointer<UInt8>, _ length: Int, _ start: Int) -> Bool {
        let raw = UnsafeRawPointer(field)
        return text.withUnsafeBytes { text in
            stride(from: 16, to: length - 8, by: 8).allSatisfy { position in
                text.loadUnaligned(fromByteOffset: start + position, as: UInt64.self)
                    == raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            }
        }
    }

    private mutating func insert(
        _ words: Words, _ field: UnsafePointer<UInt8>, _ length: Int, _ value: UInt32, at slot: Int
    ) {
        entries[slot] = Entry(words: words, mark: Self.mark(length), value: value)
        if length > Words.bytes {
            starts[slot] = text.count
            text.append(contentsOf: UnsafeBufferPointer(start: field, count: length))
        }
        count += 1
        if count * 4 > mask { grow() }
    }

    private mutating func grow() {
        let (oldEntries, oldStarts, oldCount) = (entries, starts, mask + 1)
        mask = oldCount * 2 - 1
        (entries, starts) = (.repeating(Entry(), mask + 1), .repeating(0, mask + 1))
        for position in 0..<oldCount where oldEntries[position].mark != 0 {
            var slot = Int(truncatingIfNeeded: oldEntries[position].words.hash(oldEntries[position].mark)) & mask
            while entries[slot].mark != 0 { slot = (slot + 1) & mask }
            entries[slot] = oldEntries[position]
            starts[slot] = oldStarts[position]
        }
        oldEntries.deallocate()
        oldStarts.deallocate()
    }
}

extension UnsafeMutablePointer where Pointee: BitwiseCopyable {
    /// Memory for so many values, all the same.
    fileprivate static func repeating(_ value: Pointee, _ count: Int) -> Self {
        let memory = allocate(capacity: count)
        memory.initialize(repeating: value, count: count)
        return memory
    }
}

/// A field of up to 24 bytes; of a longer one the first 16 and the last 8.
private struct Words {
    var head: UInt64 = 0
    /// The same as the tail of a field of up to 16 bytes.
    var middle: UInt64 = 0
    /// The same as the head of a field of up to 8 bytes.
    var tail: UInt64 = 0

    static let bytes = 24

    init() {}

    /// - Parameter field: as of ``FieldMemo/value(of:count:makeSense:)``.
    @inline(__always)
    init(_ field: UnsafePointer<UInt8>, _ length: Int) {
        let raw = UnsafeRawPointer(field)
        let last = positivePart(length &- 8)
        // All bits of so many bytes, of up to eight: what stands behind a short field is not of it.
        let short = UInt64(truncatingIfNeeded: length &- last)
        let ofField = ((1 &<< (8 &* short)) &- 1) | (0 &- short &>> 3)
        head = raw.loadUnaligned(as: UInt64.self) & ofField
        middle = raw.loadUnaligned(fromByteOffset: 8 &- positivePart(8 &- last), as: UInt64.self) & ofField
        tail = raw.loadUnaligned(fromByteOffset: last, as: UInt64.self) & ofField
    }

    /// Two full-width multiplications, folded. Not for keeping enemies out.
    @inline(__always)
    func hash(_ mark: UInt32) -> UInt64 {
        let first = (head ^ 0x9E37_79B9_7F4A_7C15 ^ UInt64(mark)).multipliedFullWidth(by: 0xC2B2_AE3D_27D4_EB4F)
        let second = (tail ^ middle &<< 23 ^ middle &>> 41).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        return first.high ^ first.low ^ second.high ^ second.low
    }

    /// 0 for the same words.
    @inline(__always)
    func difference(_ other: Words) -> UInt64 { (head ^ other.head) | (middle ^ other.middle) | (tail ^ other.tail) }
}

/// A number, or 0 if it is below.
@inline(__always)
private func positivePart(_ number: Int) -> Int { number & ~(number &>> 63) }
