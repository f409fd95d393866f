/// What the fields of one column say, by their bytes as they stand: each spelling is made sense of once, and found
/// again at the cost of a hash and a comparison.
///
/// A spelling of up to 16 bytes is held in two words, so that it is compared without being read again.
package struct FieldMemo: ~Copyable {
    private struct Entry {
        /// The first eight bytes, or all of a shorter field above zeros.
        var head: UInt64 = 0
        /// The last eight bytes of a field that has more than eight.
        var tail: UInt64 = 0
        /// 0 is a free entry; an empty field is not held here.
        var length: UInt32 = 0
        var value: UInt32 = 0
        /// Where the whole field stands in `text`, if it has more than 16 bytes.
        var start = 0
    }

    private var entries: UnsafeMutablePointer<Entry>
    /// One less than the number of entries, which is a power of two, at most half of them in use.
    private var mask: Int
    /// How many spellings there are.
    package private(set) var count = 0
    private var text: [UInt8] = []
    /// What an empty field says, once that is known.
    private var emptyValue: UInt32?

    package init() {
        mask = (1 << 8) - 1
        entries = .allocate(capacity: mask + 1)
        entries.initialize(repeating: Entry(), count: mask + 1)
    }

    deinit { entries.deallocate() }

    /// The value of a field.
    ///
    /// - Parameters:
    ///   - field: where it begins; eight bytes from there, and eight from each of its bytes, can be read.
    ///   - makeSense: gives the value of a spelling that was not met before.
    @inline(__always)
    package mutating func value(
        of field: UnsafePointer<UInt8>, count length: Int, makeSense: () -> UInt32
    ) -> UInt32 {
        guard length > 0 else { return valueOfEmpty(makeSense) }
        let key = Key(field, length)
        var slot = Int(truncatingIfNeeded: key.hash) & mask
        while entries[slot].length != 0 {
            if entries[slot].head == key.head, entries[slot].tail == key.tail, entries[slot].length == key.length,
                length <= 16 || isSame(field, length, entries[slot].start)
            {
                return entries[slot].value
            }
            slot = (slot + 1) & mask
        }
        let value = makeSense()
        insert(key, field, length, value, at: slot)
        return value
    }

    /// Gives a known spelling another value.
    package mutating func setValue(_ value: UInt32, of field: UnsafePointer<UInt8>, count length: Int) {
        guard length > 0 else {
            emptyValue = value
            return
        }
        let key = Key(field, length)
        var slot = Int(truncatingIfNeeded: key.hash) & mask
        while entries[slot].length != 0 {
            if entries[slot].head == key.head, entries[slot].tail == key.tail, entries[slot].length == key.length,
                length <= 16 || isSame(field, length, entries[slot].start)
            {
                entries[slot].value = value
                return
            }
            slot = (slot + 1) & mask
        }
    }

    private struct Key {
        let head: UInt64
        let tail: UInt64
        let length: UInt32
        let hash: UInt64

        @inline(__always)
        init(_ field: UnsafePointer<UInt8>, _ length: Int) {
            let raw = UnsafeRawPointer(field)
            let first = raw.loadUnaligned(as: UInt64.self)
            if length <= 8 {
                head = first & (UInt64.max >> UInt64(64 - 8 * length))
                tail = 0
            } else {
                head = first
                tail = raw.loadUnaligned(fromByteOffset: length - 8, as: UInt64.self)
            }
            self.length = UInt32(truncatingIfNeeded: length)
            // What lies between the ends of a long field tells vehicles of one network apart.
            let middle = length > 16 ? raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self) : 0
            hash = ByteHash.ofWords(head, tail, middle &+ UInt64(length))
        }
    }

    private mutating func valueOfEmpty(_ makeSense: () -> UInt32) -> UInt32 {
        if let emptyValue { return emptyValue }
        let value = makeSense()
        emptyValue = value
        return value
    }

    private func isSame(_ field: UnsafePointer<UInt8>, _ length: Int, _ start: Int) -> Bool {
        // The ends are the same already.
        for position in 8..<length - 8 where text[start + position] != field[position] { return false }
        return true
    }

    private mutating func insert(
        _ key: Key, _ field: UnsafePointer<UInt8>, _ length: Int, _ value: UInt32, at slot: Int
    ) {
        entries[slot] = Entry(
            head: key.head, tail: key.tail, length: key.length, value: value, start: text.count)
        if length > 16 { text.append(contentsOf: UnsafeBufferPointer(start: field, count: length)) }
        count += 1
        if count * 2 > mask { grow() }
    }

    private mutating func grow() {
        let (old, oldMask) = (entries, mask)
        mask = (oldMask + 1) * 4 - 1
        entries = .allocate(capacity: mask + 1)
        entries.initialize(repeating: Entry(), count: mask + 1)
        for position in 0...oldMask where old[position].length != 0 {
            let entry = old[position]
            let middle =
                entry.length > 16
                ? text.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: entry.start + 8, as: UInt64.self) } : 0
            let hash = ByteHash.ofWords(entry.head, entry.tail, middle &+ UInt64(entry.length))
            var slot = Int(truncatingIfNeeded: hash) & mask
            while entries[slot].length != 0 { slot = (slot + 1) & mask }
            entries[slot] = entry
        }
        old.deallocate()
    }
}
