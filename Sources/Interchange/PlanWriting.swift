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
        case .csv: return ActivityList.write(schedule.project, knowing: known)
        case .mspdi: return MSPDIFile.write(schedule)
        case .xer:
            let written = XERFile.write(schedule)
            return PlanWriting(bytes: written.bytes, findings: written.findings.inReadingOrder)
        case .psplib: return nil
        }
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
