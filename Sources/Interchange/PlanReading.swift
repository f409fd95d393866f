public import Diagnostics
import Formats
public import Scheduling

/// A plan as a file states it, and what is wrong with how it is written. Whether it makes sense is checked afterwards,
/// by ``Project/init(checking:calendars:findings:)``.
public struct PlanReading: Sendable {
    public var draft: PlanDraft
    /// Each with its place and line.
    public var findings: FindingList

    public init(draft: PlanDraft, findings: FindingList) {
        self.draft = draft
        self.findings = findings
    }
}

/// Reads plans in every format.
public enum PlanReader {
    /// The text of a plan file, in the encoding that its format is written in: UTF-8, except where a tool does otherwise.
    ///
    /// - Parameter findings: what is wrong with the encoding is added.
    /// - Returns: `nil` when the bytes are in another encoding altogether, which `findings` then says.
    public static func text(_ bytes: [UInt8], file: String, findings: inout FindingList) -> SourceText? {
        if XERFile.isExport(bytes) { return XERFile.text(bytes, file: file, findings: &findings) }
        return SourceText(decoding: bytes, file: file, findings: &findings)
    }

    /// - Parameters:
    ///   - source: the whole file.
    ///   - format: `nil` to tell it from the content.
    /// - Throws: a rejection when the content is in a format that is not read, or so faulty that no activity could be read;
    ///   all other faults are findings beside what could be read.
    public static func read(_ source: SourceText, as format: PlanFormat? = nil) throws(Rejection) -> PlanReading {
        let format = if let format { format } else { try PlanFormat(detectedIn: source) }
        let reading =
            switch format {
            case .yaml: NativePlan.read(source)
            case .csv: ActivityList.read(source)
            case .psplib: PSPLIBFile.read(source)
            case .xer: XERFile.read(source)
            }
        // Checking a plan of which nothing could be read would only say that everything is missing.
        if reading.draft.activities.isEmpty { try reading.findings.throwIfErrors() }
        return reading
    }
}
