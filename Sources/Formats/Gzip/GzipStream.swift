import CZlib

/// Unpacks a gzip file of any size a piece at a time, in memory of fixed size.
///
/// ```swift
/// var stream = GzipStream()
/// while try stream.read(into: &piece, atMost: 1 << 20, refill: nextPackedBytes) > 0 { use(piece) }
/// ```
///
/// - Source: RFC 1952.
public struct GzipStream: ~Copyable {
    /// At one address for life: zlib refuses a stream that was moved.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private var packed: [UInt8] = []
    /// How much of `packed` is used up.
    private var used = 0
    /// How many packed bytes came before `packed`.
    private var passed = 0
    private var isInMember = false
    private var hasBegun = false
    private var inputEnded = false

    public init() {
        stream.initialize(to: z_stream())
        // 16 more than the window size asks zlib for the gzip header and its check sum.
        let status = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        precondition(status == Z_OK, "zlib cannot start: status \(status)")
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Appends the next contents to `contents`.
    ///
    /// - Parameters:
    ///   - limit: the most bytes to append; 1 or more.
    ///   - refill: gives the next packed bytes, and none at the end of the file.
    /// - Returns: how many bytes were appended; 0 at the end.
    /// - Throws: a ``Gzip/Fault``, or what `refill` throws.
    public mutating func read(into contents: inout [UInt8], atMost limit: Int, refill: () throws -> [UInt8]) throws
        -> Int
    {
        let before = contents.count
        while contents.count == before {
            try refillIfEmpty(refill)
            guard try hasMoreMembers() else { break }
            try step(into: &contents, atMost: limit)
        }
        return contents.count - before
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
        if isInMember {
            guard used < packed.count else { throw .truncated }
            return true
        }
        let rest = packed[used...]
        if rest.starts(with: [0x1F, 0x8B]) {
            inflateReset(stream)
            isInMember = true
            hasBegun = true
            return true
        }
        guard hasBegun else { throw .notGzip }
        guard rest.allSatisfy({ $0 == 0 }) else { throw .damaged(nearByte: passed + used) }
        used = packed.count
        return !inputEnded
    }

    /// Lets zlib work until it has used up its input, filled the output, or finished a member.
    private mutating func step(into contents: inout [UInt8], atMost limit: Int) throws(Gzip.Fault) {
        guard isInMember else { return }
        let shown = min(packed.count - used, 1 << 30)
        let start = used
        var status = Z_OK
        var consumed = 0
        let piece = [UInt8](unsafeUninitializedCapacity: limit) { output, count in
            packed.withUnsafeBufferPointer { input in
                stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress.map { $0 + start })
                stream.pointee.avail_in = UInt32(shown)
                stream.pointee.next_out = output.baseAddress
                stream.pointee.avail_out = UInt32(limit)
                status = inflate(stream, Z_NO_FLUSH)
                consumed = shown - Int(stream.pointee.avail_in)
                count = limit - Int(stream.pointee.avail_out)
            }
        }
        used += consumed
        contents.append(contentsOf: piece)
        switch status {
        case Z_OK, Z_BUF_ERROR: break
        case Z_STREAM_END: isInMember = false
        default: throw .damaged(nearByte: passed + used)
        }
    }
}
