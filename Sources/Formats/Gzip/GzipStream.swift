import CIsal

/// Unpacks a gzip file of any size a piece at a time, in memory of fixed size.
///
/// ```swift
/// var stream = GzipStream()
/// while case let count = try stream.read(into: piece, refill: nextPackedBytes), count > 0 { use(piece[..<count]) }
/// ```
///
/// - Source: RFC 1952.
public struct GzipStream: ~Copyable {
    /// At one address for life, and too large to be moved about: it holds the last 32 KiB of the contents.
    private let state = UnsafeMutablePointer<inflate_state>.allocate(capacity: 1)
    private var packed: [UInt8] = []
    /// How much of `packed` is used up.
    private var used = 0
    /// How many packed bytes came before `packed`.
    private var passed = 0
    private var isInMember = false
    private var hasBegun = false
    private var inputEnded = false

    public init() { isal_inflate_init(state) }

    deinit { state.deallocate() }

    /// Unpacks the next contents into the beginning of `contents`.
    ///
    /// - Parameters:
    ///   - contents: room for a byte or more, less than 4 GiB.
    ///   - refill: gives the next packed bytes, and none at the end of the file.
    /// - Returns: how many bytes were unpacked; 0 at the end.
    /// - Throws: a ``Gzip/Fault``, or what `refill` throws.
    public mutating func read(
        into contents: UnsafeMutableRawBufferPointer, refill: () throws -> [UInt8]
    ) throws -> Int {
        var count = 0
        while count == 0 {
            try refillIfEmpty(refill)
            guard try hasMoreMembers() else { break }
            count = try step(into: contents)
        }
        return count
    }

    private mutating func refillIfEmpty(_ refill: () throws -> [UInt8]) throws {
        // Two bytes tell whether another member begins.
        while packed.count - used < 2, !inputEnded {
            let next = try refill()
            inputEnded = next.isEmpty
            passed += used
            packed = Array(packed[used...]) + next
            used = 0
        }
    }

    /// Whether there is something to unpack; tape tools fill the last block with zeroes after the last member.
    private mutating func hasMoreMembers() throws(Gzip.Fault) -> Bool {
        if isInMember { return true }
        let rest = packed[used...]
        if rest.starts(with: [0x1F, 0x8B]) {
            isal_inflate_reset(state)
            state.pointee.crc_flag = UInt32(ISAL_GZIP)
            isInMember = true
            hasBegun = true
            return true
        }
        guard hasBegun else { throw .notGzip }
        guard rest.allSatisfy({ $0 == 0 }) else { throw .damaged(nearByte: passed + used) }
        used = packed.count
        return !inputEnded
    }

    /// Unpacks until the input is used up, the room is filled, or a member ends.
    ///
    /// - Returns: how many bytes were unpacked.
    private mutating func step(into contents: UnsafeMutableRawBufferPointer) throws(Gzip.Fault) -> Int {
        guard isInMember else { return 0 }
        let shown = min(packed.count - used, 1 << 30)
        let room = min(contents.count, 1 << 30)
        let start = used
        let state = state
        let status = packed.withUnsafeBufferPointer { input in
            state.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress.map { $0 + start })
            state.pointee.avail_in = UInt32(shown)
            state.pointee.next_out = contents.baseAddress?.assumingMemoryBound(to: UInt8.self)
            state.pointee.avail_out = UInt32(room)
            return isal_inflate(state)
        }
        let consumed = shown - Int(state.pointee.avail_in)
        let made = room - Int(state.pointee.avail_out)
        used += consumed
        guard status == ISAL_DECOMP_OK || status == ISAL_END_INPUT || status == ISAL_OUT_OVERFLOW else {
            throw .damaged(nearByte: passed + used)
        }
        if state.pointee.block_state == ISAL_BLOCK_FINISH {
            isInMember = false
        } else if inputEnded, consumed == 0, made == 0 {
            throw .truncated
        }
        return made
    }
}
