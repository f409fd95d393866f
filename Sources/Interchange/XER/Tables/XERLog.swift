import Diagnostics
import Formats

/// What is wrong with a file, as it is found: of each kind the first places are kept, the rest are counted.
struct XERLog {
    private let text: XERText
    private var tally = FindingTally()

    init(_ bytes: [UInt8], file: String) { text = XERText(bytes: bytes, file: file) }

    var findings: [Finding] { tally.findings }

    /// Adds a finding; its words are only made when it is kept.
    mutating func report(
        _ id: FindingID, _ severity: Severity, _ message: @autoclosure () -> String,
        advice: @autoclosure () -> String, at spot: XERSpot?
    ) {
        let text = text
        tally.report(id) {
            Finding(
                id, severity, message(), advice: advice(), at: spot.map(text.place),
                excerpt: spot.flatMap(text.excerpt))
        }
    }

    func place(_ spot: XERSpot) -> SourcePlace { text.place(spot) }
}

/// The bytes of a file and its name, for pointing at places in it.
private struct XERText {
    let bytes: [UInt8]
    let file: String

    func place(_ spot: XERSpot) -> SourcePlace {
        let before = bytes[spot.line.start..<max(spot.line.start, min(spot.offset, bytes.count))]
        let column = before.count { $0 & 0b1100_0000 != 0b1000_0000 }
        return SourcePlace(file: file, line: spot.line.number, column: column + 1)
    }

    /// What stands around a place. Rows are long, so that their beginnings would seldom show what is meant.
    func excerpt(_ spot: XERSpot) -> String? {
        var start = max(spot.line.start, min(spot.offset, spot.line.end) - Self.shownBefore)
        while start < spot.line.end, bytes[start] & 0b1100_0000 == 0b1000_0000 { start += 1 }
        var end = min(start + Self.shown, spot.line.end)
        while end < spot.line.end, bytes[end] & 0b1100_0000 == 0b1000_0000 { end += 1 }
        guard start < end else { return nil }
        let text = String(
            decoding: bytes[start..<end].map { $0 == 0x7F || $0 < 0x20 && $0 != 9 ? 0x20 : $0 }, as: UTF8.self)
        return (start > spot.line.start ? "…" : "") + text + (end < spot.line.end ? "…" : "")
    }

    private static let shownBefore = 60
    private static let shown = 150
}
