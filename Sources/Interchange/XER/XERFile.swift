public import Diagnostics
import Formats

/// A Primavera P6 export (`.xer`): tables of tab-separated rows, each under the names of its columns.
///
/// A plan is read to be scheduled anew as P6 would, by the options that the file states: early and late dates and floats in
/// the file play no part. Of several projects in one file all are read into one plan.
///
/// Findings begin with `xer.`; each names the row and column that it is about. What a file holds beside the plan, such as
/// costs, codes and notes, is not read.
///
/// - Source: Oracle, *Primavera P6 Import/Export Data Map Guide (XER)*.
public enum XERFile {
    /// What each file begins with.
    static let mark = "ERMHDR"

    public static func read(_ source: SourceText) -> PlanReading {
        var reader = XERReader(source)
        let draft = reader.draft()
        return PlanReading(draft: draft, findings: FindingList(reader.log.findings))
    }
}
