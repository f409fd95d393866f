/// How the characters of a file are coded.
///
/// The raw value is the name that the system's converter knows.
public enum CharacterEncoding: String, Hashable, Sendable, CaseIterable {
    case utf8 = "utf-8"
    /// In the order that the byte order mark says; without one, the low byte first.
    case utf16 = "utf-16"
    case utf16LowByteFirst = "utf-16le"
    case utf16HighByteFirst = "utf-16be"
    /// Also reads Latin-1: what differs are 32 codes that are controls there, and in no text.
    case windows1252 = "windows-1252"
    /// Also reads GBK and GB 2312.
    case gb18030 = "gb18030"

    /// The encoding that a file or a person calls `name`, in upper or lower case; `nil` when it is none of these.
    ///
    /// - Source: Encoding Standard (WHATWG), 4.2, which reads Latin-1 as windows-1252 and GBK as its superset.
    public init?(named name: String) {
        switch name.lowercased() {
        case "utf-8", "utf8", "us-ascii", "ascii": self = .utf8
        case "utf-16", "utf16": self = .utf16
        case "utf-16le": self = .utf16LowByteFirst
        case "utf-16be": self = .utf16HighByteFirst
        case "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1":
            self = .windows1252
        case "gb18030", "gbk", "x-gbk", "gb2312", "gb_2312-80", "cp936", "ms936", "windows-936": self = .gb18030
        default: return nil
        }
    }

    /// The encoding that a byte order mark states; `nil` without one.
    public init?(markedIn bytes: [UInt8]) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            self = .utf8
        } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            self = .utf16
        } else {
            return nil
        }
    }
}
