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
    }

    /// Whether the bytes begin as gzip does.
    public static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B, 0x08]) }
}
