public import Diagnostics
public import Scheduling

/// A schedule as the bytes of an export, and what an export cannot hold of it.
public struct XERWriting: Sendable {
    /// Windows-1252 where that has all of its characters, UTF-8 with a byte order mark elsewhere.
    public var bytes: [UInt8]
    /// `xer.not-kept`: warnings where dates would be others, notes where they stay.
    public var findings: FindingList
}

extension XERFile {
    /// Writes a schedule as a Primavera export, with its calendars, structure, activities, links, resources, and the early and
    /// late dates and floats that it has.
    ///
    /// Read again, an export of a plan that came from one gives the same schedule. Of others, what Primavera does otherwise is
    /// approximated or left out, and said: ``XERLoss``. The same schedule makes the same bytes.
    public static func write(_ schedule: Schedule) -> XERWriting {
        var writer = XERWriter(schedule)
        let text = writer.text()
        return XERWriting(bytes: XERCharacters.bytes(of: text), findings: FindingList(writer.losses.findings))
    }
}
