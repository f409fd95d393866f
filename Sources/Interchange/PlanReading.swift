public import Diagnostics
import Formats
public import Scheduling
public import WorkTime
public import Workflow

/// A plan as a file states it, and what is wrong with how it is written. Whether it makes sense is checked afterwards,
/// by ``Project/init(checking:calendars:findings:)``.
public struct PlanReading: Sendable {
    /// With the approvals and changes that only our own format states.
    public var workflow: WorkflowDraft
    /// Each with its place and line.
    public var findings: FindingList
    /// Adds the line that it speaks of to a finding of a later check.
    public var showing: @Sendable (Finding) -> Finding = { $0 }

    public init(draft: PlanDraft, findings: FindingList) {
        self.init(workflow: WorkflowDraft(plan: draft), findings: findings)
    }

    public init(workflow: WorkflowDraft, findings: FindingList) {
        self.workflow = workflow
        self.findings = findings
    }

    /// The plain plan that is checked and scheduled, with its gates unrolled, and all that was found so far.
    ///
    /// - Parameter calendars: those that the program knows.
    public func expanded(calendars: CalendarLibrary) -> (plan: ExpandedPlan, findings: FindingList) {
        let expanded = workflow.expanded(calendars: calendars)
        var all = findings
        all.report(contentsOf: expanded.findings.map(showing))
        return (expanded, FindingList(all.inReadingOrder))
    }

    /// The plan as it stands in the file, its gates not unrolled: see ``expanded(calendars:)``.
    public var draft: PlanDraft {
        get { workflow.plan }
        _modify { yield &workflow.plan }
    }
}

/// Reads plans in every format.
public enum PlanReader {
    /// Reads a plan from the bytes of its file, in the encoding that its format has.
    ///
    /// - Parameter format: `nil` to tell it from the content.
    /// - Throws: as ``read(_:as:)``, and when the bytes are in an encoding that is not read; findings show their lines.
    public static func read(
        _ bytes: [UInt8], file: String, as format: PlanFormat? = nil
    ) throws(Rejection) -> PlanReading {
        // XML says itself what encoding it is in, so it is told apart before anything is decoded.
        if format == .mspdi || format == nil && MSPDIFile.isXML(bytes) {
            return try complete(MSPDIFile.read(bytes, file: file))
        }
        var findings = FindingList()
        guard let source = text(bytes, file: file, findings: &findings) else {
            throw Rejection(findings: findings.inReadingOrder)
        }
        do throws(Rejection) {
            var reading = try read(source, as: format)
            findings.report(contentsOf: reading.findings.inReadingOrder)
            reading.findings = findings
            reading.showing = { source.showing($0) }
            return reading
        } catch {
            throw Rejection(findings: error.findings.map(source.showing))
        }
    }

    /// The text of a plan file, in the encoding that its format is written in: UTF-8, except where a tool does otherwise.
    ///
    /// - Parameter findings: what is wrong with the encoding is added.
    /// - Returns: `nil` when the bytes are in another encoding altogether, which `findings` then says.
    package static func text(_ bytes: [UInt8], file: String, findings: inout FindingList) -> SourceText? {
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
            case .mspdi: MSPDIFile.read(Array(source.text.utf8), file: source.file)
            }
        return try complete(reading)
    }

    /// Checking a plan of which nothing could be read would only say that everything is missing.
    private static func complete(_ reading: PlanReading) throws(Rejection) -> PlanReading {
        if reading.draft.activities.isEmpty { try reading.findings.throwIfErrors() }
        return reading
    }
}
