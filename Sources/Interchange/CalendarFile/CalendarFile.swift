public import Diagnostics
import Formats
public import WorkTime

/// A working calendar as a YAML file:
/// ```yaml
/// calendar: china
/// name: Mainland China
/// name-zh: 中国大陆
/// hours: 09:00-12:00 13:00-18:00
/// week: mon-fri                        # or {mon-fri: 09:00-18:00, sat: 09:00-13:00}
/// based-on: …                          # another calendar, whose week and dates are taken over
/// known-through: 2026-12-31            # after it, holidays are not settled yet
/// holidays: [2026-02-15..2026-02-23 Spring Festival / 春节]
/// make-up-days: [2026-02-14, 2026-02-28 Spring Festival / 春节]
/// hours-on: [2026-12-24 09:00-13:00 Christmas Eve]
/// ```
public enum CalendarFile {
    /// What was read: a definition, unless the file is no calendar at all, and everything wrong with it.
    public struct Reading: Sendable {
        /// Sound only when `findings` has no errors.
        public let definition: CalendarDefinition?
        public let findings: FindingList
    }

    /// Reads a file that defines one calendar.
    public static func read(_ source: SourceText) -> Reading {
        let document = YAMLDocument(reading: source)
        var findings = document.findings
        guard let root = document.root else {
            if !findings.hasErrors {
                findings.report(
                    Finding(
                        "calendar.empty", .error, "the file is empty",
                        advice: "begin it with the calendar's id: calendar: china",
                        at: source.place(line: 1, column: 1)))
            }
            return Reading(definition: nil, findings: findings)
        }
        var reader = CalendarReader(root, keys: CalendarKey.allCases, owner: "a calendar")
        let id = reader.id()
        let definition = reader.definition(id: id ?? "")
        findings.report(contentsOf: reader.findings.map(source.showing))
        return Reading(definition: id == nil ? nil : definition, findings: findings)
    }
}
