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
    /// - Complexity: O(contents).
    public static func inflate(_ bytes: [UInt8], limit: Int = 4 << 30) throws -> [UInt8] {
        var stream = GzipStream()
        var rest = bytes
        var contents: [UInt8] = []
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 64)
        defer { piece.deallocate() }
        while true {
            let count = try stream.read(into: piece) {
                defer { rest = [] }
                return rest
            }
            guard count > 0 else { return contents }
            contents += piece[..<count]
            guard contents.count <= limit else { throw Fault.tooLarge(limit: limit) }
        }
    }
}
