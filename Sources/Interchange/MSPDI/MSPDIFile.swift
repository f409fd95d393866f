import Diagnostics
import Formats
import Scheduling

/// The XML in which Microsoft Project exchanges plans (MSPDI), and which most other planning tools read and write.
///
/// Read are calendars with their exceptions and work weeks, tasks with their outline, links, constraints, deadlines, progress,
/// splits, levelling delays and first baseline, resources and assignments. The plan is scheduled in Project's own manner
/// (``Conventions/microsoft``) by what the file was given, not by the dates that Project computed. What Project calls a task
/// by number is the ``ActivityDetails/externalID``, and the id as well, unless one of our own exports states another.
///
/// Findings of reading: those of ``XMLReader``, and `mspdi.no-project`, `.no-tasks`, `.no-start`, `.no-finish`, `.bad-value`,
/// `.too-long`, `.duplicate-uid`, `.no-uid`, `.no-duration`, `.unknown-predecessor`, `.unknown-calendar`,
/// `.unknown-resource`, `.unknown-code`, `.circular-calendar`, `.bad-hours`, `.no-hours`, `.recurring-exception`,
/// `.long-span`, `.too-many-dates`, `.constraint-without-date`, `.as-soon-as-possible`, `.manual-without-dates`,
/// `.manual-summary`, `.external-task`, `.cross-project-link`, `.subproject`, `.recurring-task`, `.calendars-meet`,
/// `.unexplained-gap` and `.other-baselines`.
///
/// - Complexity: O(bytes), and the days that calendars do differently, which are bounded.
/// - Source: Microsoft, *Project XML Data Interchange Schema Reference*; codes held against files of the tool.
public enum MSPDIFile {
    /// Reads a file in any encoding that XML may have.
    public static func read(_ bytes: [UInt8], file: String) -> PlanReading {
        var reader = MSPDIReader(bytes, file: file)
        guard let project = reader.project() else {
            return PlanReading(draft: PlanDraft(), findings: FindingList(reader.findings))
        }
        // Of a file that is cut short, what was read is not the plan.
        guard !FindingList(reader.xml.findings).hasErrors else {
            return PlanReading(draft: PlanDraft(), findings: FindingList(reader.findings))
        }
        var assembly = PlanAssembly(project, reader: reader)
        let draft = assembly.draft()
        return PlanReading(draft: draft, findings: FindingList(assembly.findings))
    }

    /// Whether the first bytes are those of a file in XML, in UTF-8, UTF-16 or an encoding like them.
    ///
    /// What kind of XML it is, reading tells.
    public static func isXML(_ bytes: [UInt8]) -> Bool {
        var head = bytes.prefix(512).filter { $0 != 0 }[...]
        for mark: [UInt8] in [[0xEF, 0xBB, 0xBF], [0xFE, 0xFF], [0xFF, 0xFE]] where head.starts(with: mark) {
            head = head.dropFirst(mark.count)
        }
        while let first = head.first, first <= 0x20 { head = head.dropFirst() }
        guard head.starts(with: "<".utf8) else { return false }
        // Of the few other texts that may begin with this sign, none goes on so.
        guard let second = head.dropFirst().first else { return false }
        return "!?_".utf8.contains(second) || second >= UInt8(ascii: "A")
    }
}
