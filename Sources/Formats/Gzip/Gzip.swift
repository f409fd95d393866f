import CZlib

/// Files compressed with gzip.
public enum Gzip {
    /// Why a file cannot be unpacked.
    public enum Fault: Error, Hashable, Sendable {
        /// The bytes do not begin as gzip does.
        case notGzip
        /// The file ends before its contents do.
        case truncated
        /// The contents, or their check sum, are wrong. Counted from 0 in the packed bytes.
        case damaged(nearByte: Int)
        /// The contents are larger than the caller allows.
        case tooLarge(limit: Int)
    }

    /// Whether the bytes begin as gzip does.
    public static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B, 0x08]) }

    /// The contents of a gzip file, all its members one after another.
    ///
    /// - Parameter limit: the most bytes that may come out; guards against files made to fill the memory.
    /// - Complexity: O(contents); memory stays within twice the contents, never beyond twice the limit.
    /// - Source: RFC 1952.
    public static func inflate(_ bytes: [UInt8], limit: Int = 4 << 30) throws(Fault) -> [UInt8] {
        guard isGzip(bytes) else { throw .notGzip }
        var contents: [UInt8] = []
        var position = 0
        while position < bytes.count {
            // Tape tools fill the last block with zeroes after the last member.
            if position > 0, !bytes[position...].starts(with: [0x1F, 0x8B]) {
                guard bytes[position...].allSatisfy({ $0 == 0 }) else { throw .damaged(nearByte: position) }
                break
            }
            let member = Member()
            try member.inflate(bytes, from: &position, into: &contents, limit: limit)
        }
        return contents
    }

    /// One member of a file on its way through zlib.
    private struct Member: ~Copyable {
        /// At one address for life: zlib refuses a stream that was moved.
        private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)

        init() {
            stream.initialize(to: z_stream())
            // 16 more than the window size asks zlib for the gzip header and its check sum.
            let status = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
            precondition(status == Z_OK, "zlib cannot start: status \(status)")
        }

        deinit {
            inflateEnd(stream)
            stream.deallocate()
        }

        func inflate(
            _ bytes: [UInt8], from position: inout Int, into contents: inout [UInt8], limit: Int
        ) throws(Fault) {
            var status = Z_OK
            while status != Z_STREAM_END {
                let room = min(max(contents.count, 64 << 10), 64 << 20)
                let step = self.step(bytes, from: position, into: &contents, room: room)
                position += step.consumed
                status = step.status
                guard contents.count <= limit else { throw .tooLarge(limit: limit) }
                switch status {
                case Z_OK, Z_STREAM_END: break
                case Z_BUF_ERROR where position == bytes.count: throw .truncated
                case Z_BUF_ERROR: break
                default: throw .damaged(nearByte: position)
                }
                if status != Z_STREAM_END, position == bytes.count, step.produced == 0 { throw .truncated }
            }
        }

        /// Lets zlib work until it has used the input that it was shown or filled `room` bytes of output.
        private func step(
            _ bytes: [UInt8], from position: Int, into contents: inout [UInt8], room: Int
        ) -> (status: Int32, consumed: Int, produced: Int) {
            let shown = min(bytes.count - position, 1 << 30)
            var status = Z_OK
            var consumed = 0
            var produced = 0
            let chunk = [UInt8](unsafeUninitializedCapacity: room) { output, count in
                bytes.withUnsafeBufferPointer { input in
                    stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress.map { $0 + position })
                    stream.pointee.avail_in = UInt32(shown)
                    stream.pointee.next_out = output.baseAddress
                    stream.pointee.avail_out = UInt32(room)
                    status = CZlib.inflate(stream, Z_NO_FLUSH)
                    consumed = shown - Int(stream.pointee.avail_in)
                    produced = room - Int(stream.pointee.avail_out)
                }
                count = produced
            }
            contents.append(contentsOf: chunk)
            return (status, consumed, produced)
        }
    }
}
