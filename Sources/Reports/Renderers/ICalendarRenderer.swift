import Formats
import WorkTime

/// A paper's dates as an iCalendar file; a paper without dates makes none.
///
/// Times are floating: what is planned for nine in the morning is at nine wherever the calendar is read. No clock is
/// looked at, so the same paper gives the same bytes.
///
/// - Source: RFC 5545.
public struct ICalendarRenderer: Renderer {
    public init() {}

    public func render(_ report: Report) -> Rendering {
        guard let agenda = report.agenda, !agenda.entries.isEmpty else { return Rendering([]) }
        var text = ICalendarText()
        text.add("BEGIN", "VCALENDAR")
        text.add("VERSION", "2.0")
        text.add("PRODID", "-//Headroom//Headroom//\(report.language == .english ? "EN" : "ZH")")
        text.add("CALSCALE", "GREGORIAN")
        text.add("METHOD", "PUBLISH")
        text.add(text: agenda.name, as: "X-WR-CALNAME")
        for entry in agenda.entries { add(entry, of: agenda, to: &text) }
        text.add("END", "VCALENDAR")
        return Rendering([Rendering.File(part: nil, fileExtension: "ics", bytes: text.bytes)])
    }

    private func add(_ entry: Agenda.Entry, of agenda: Agenda, to text: inout ICalendarText) {
        text.add("BEGIN", "VEVENT")
        text.add("UID", "\(Self.digest(of: "\(agenda.name)\n\(entry.id)"))@headroom")
        text.add("DTSTAMP", "\(Self.written(agenda.asOf))Z")
        switch entry.span {
        case .days(let first, let last):
            text.add("DTSTART;VALUE=DATE", Self.written(first))
            text.add("DTEND;VALUE=DATE", Self.written(max(first, last).advanced(by: 1)))
        case .minutes(let start, let end):
            text.add("DTSTART", Self.written(start))
            if end > start { text.add("DTEND", Self.written(end)) }
        }
        text.add(text: entry.title, as: "SUMMARY")
        if let note = entry.note { text.add(text: note, as: "DESCRIPTION") }
        if let category = entry.category { text.add(text: category, as: "CATEGORIES") }
        text.add("TRANSP", entry.isBusy ? "OPAQUE" : "TRANSPARENT")
        text.add("END", "VEVENT")
    }

    /// `20260114`.
    private static func written(_ day: CivilDay) -> String { day.description.filter { $0 != "-" } }

    /// `20260114T093000`.
    private static func written(_ instant: CivilMinute) -> String {
        instant.description.filter { $0 != "-" && $0 != ":" } + "00"
    }

    /// Sixteen hexadecimal digits that follow from a text alone.
    ///
    /// - Source: Fowler, Noll and Vo, FNV-1a, 64 bits.
    private static func digest(of text: String) -> String {
        let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension Renderer where Self == ICalendarRenderer {
    public static var ics: Self { ICalendarRenderer() }
}
