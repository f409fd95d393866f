import Diagnostics
import Formats
public import Interchange
import Scheduling
import WorkTime

/// A plan turned into a file of another format.
public struct PlanConversion: Sendable {
    public let bytes: [UInt8]
    /// What was found on reading and checking, and what the new format has no place for.
    public let findings: [Finding]

    /// Reads, checks and schedules a plan, and writes it anew.
    ///
    /// - Parameters:
    ///   - input: as the format `from`; `nil` to tell it from the content.
    ///   - format: one of ``PlanFormat/written``.
    /// - Throws: a rejection with every fault of the plan.
    public init(of input: InputFile, as from: PlanFormat? = nil, to format: PlanFormat) throws(Rejection) {
        let schedule = try Schedule(reading: input, as: from)
        let known = Set(CalendarLibrary.seeds.ids)
        guard let writing = PlanWriter.write(schedule, as: format, knowing: known) else {
            preconditionFailure("plans are not written as \(format.rawValue)")
        }
        bytes = writing.bytes
        findings = schedule.project.findings + schedule.findings + writing.findings
    }

    /// The JSON answer: what was written where, and the findings.
    public func json(writtenTo path: String) -> JSONValue {
        [
            "headroom": ["version": .string(headroomVersion)], "written": .string(path),
            "findings": .array(findings.map(\.json)),
        ]
    }
}
