import Diagnostics
import Formats

/// How far a packed file may grow: one that is made of nothing would be read for days.
struct GrowthLimit {
    /// How many packed bytes were read.
    var packed = 0
    private var unpacked = 0

    /// As many times as workbooks may; smaller contents may grow as they like.
    private static let times = 250
    private static let free = 64 << 20

    /// Counts unpacked bytes, and says whether there may be so many.
    mutating func allows(_ count: Int) -> Bool {
        unpacked += count
        return unpacked <= max(Self.free, packed.multipliedReportingOverflow(by: Self.times).partialValue)
    }

    func finding(in file: String) -> Finding {
        Finding(
            "gzip.too-large", .error,
            "“\(file)” grows to more than \(Self.times) times its size; \(packed) packed bytes gave \(unpacked)",
            advice: "do not trust the file; if it is meant, unpack it and import the result",
            at: SourcePlace(file: file, line: 1, column: 1))
    }
}

extension Gzip.Fault {
    /// The same as a finding about a file.
    ///
    /// - Parameter read: how many packed bytes were read.
    func finding(in file: String, read: Int) -> Finding {
        switch self {
        case .notGzip:
            Finding(
                "gzip.damaged", .error, "“\(file)” is not a gzip file", advice: "fetch the file again",
                at: SourcePlace(file: file, line: 1, column: 1))
        case .truncated:
            Finding(
                "gzip.truncated", .error, "“\(file)” ends after \(read) packed bytes, before its contents do",
                advice: "the download or copy was cut short; fetch the file again")
        case .damaged(let byte):
            Finding(
                "gzip.damaged", .error, "“\(file)” is damaged near packed byte \(byte)",
                advice: "fetch the file again")
        }
    }
}
