public import Diagnostics
public import Scheduling

/// A plan as a file of some format holds it, and what of it that format has no place for.
public struct PlanWriting: Sendable {
    public var bytes: [UInt8]
    /// What could not be kept, or is kept in another form; no errors.
    public var findings: [Finding]

    public init(bytes: [UInt8], findings: [Finding] = []) {
        self.bytes = bytes
        self.findings = findings
    }
}

/// Writes plans in the formats that can be written.
public enum PlanWriter {
    /// - Parameter known: the ids of the calendars that need only be named, because every reader of ours knows them.
    /// - Returns: `nil` for a format that is only read.
    public static func write(
        _ schedule: Schedule, as format: PlanFormat, knowing known: Set<String> = []
    ) -> PlanWriting? {
        switch format {
        case .yaml: return NativePlan.write(schedule.project)
        case .csv: return withoutBuffers(ActivityList.write(schedule.project, knowing: known), schedule.project)
        case .mspdi: return withoutBuffers(MSPDIFile.write(schedule), schedule.project)
        case .xer:
            let written = XERFile.write(schedule)
            return withoutBuffers(
                PlanWriting(bytes: written.bytes, findings: written.findings.inReadingOrder), schedule.project)
        case .psplib: return nil
        }
    }

    /// Only our own format knows how long work may take, and what is kept free for it.
    private static func withoutBuffers(_ writing: PlanWriting, _ project: Project) -> PlanWriting {
        guard project.bufferRules != nil else { return writing }
        let finding = Finding(
            "plan.not-kept", .note, "buffers are not kept in the file; dates stay, for they move none",
            advice: "keep the plan itself beside it")
        return PlanWriting(bytes: writing.bytes, findings: writing.findings + [finding])
    }
}

extension PlanFormat {
    /// Those that plans can be written in.
    public static let written: [PlanFormat] = [.yaml, .csv, .mspdi, .xer]

    /// The format that the ending of a file's name stands for; `nil` when it stands for none.
    public init?(ending: String) {
        switch ending.lowercased() {
        case "yaml", "yml": self = .yaml
        case "csv": self = .csv
        case "xml": self = .mspdi
        case "xer": self = .xer
        case "sm": self = .psplib
        default: return nil
        }
    }
}
