import Diagnostics
import Formats
public import Interchange
import Reports
import Scheduling

extension Answer {
    /// What moved between two plans, and why; negative when the project finishes later or a promise has less headroom.
    ///
    /// - Parameter format: the kind of both files; `nil` to tell it from their content.
    /// - Throws: a ``Rejection`` with every fault of both plans.
    public static func planDiff(from old: InputFile, to new: InputFile, as format: PlanFormat? = nil) throws -> Answer {
        let (before, after) = try Schedule.pair(old, new, as: format)
        let comparison = PlanComparison(of: before, with: after)
        return Answer(
            name: "\(new.stem).diff",
            findings: before.allFindings + after.allFindings.filter { !before.allFindings.contains($0) },
            isNegative: comparison.isWorse, body: comparison.json,
            paper: ComparisonPaper(comparison: comparison, oldSource: old.name, newSource: new.name))
    }

    /// A plan against the timetable that was accepted, or where none was against the baseline that its file keeps; negative
    /// when it finishes later.
    ///
    /// - Parameter store: the workspace; what it remembers of the plan counts. It need not be there.
    /// - Throws: a ``Rejection`` with every fault of the plan; ``Failure``.
    public static func baselineDiff(
        of input: InputFile, as format: PlanFormat? = nil, in store: String
    ) throws -> Answer {
        let file = try PlanFile(reading: input, as: format)
        let schedule = try file.checked(with: PlanMemory(of: file.name, in: store).record).schedule
        let variance = BaselineVariance(of: schedule)
        return Answer(
            name: "\(input.stem).baseline", findings: schedule.allFindings, isNegative: variance.isLate,
            body: variance.json, paper: BaselinePaper(variance: variance, source: input.name))
    }
}

extension Schedule {
    /// Of the input and of what the dates rest on.
    var allFindings: [Finding] { project.findings + findings }

    /// Two plans; where either cannot be used, the faults of both are reported at once.
    fileprivate static func pair(_ old: InputFile, _ new: InputFile, as format: PlanFormat?) throws(Rejection) -> (
        Schedule, Schedule
    ) {
        let before: Schedule
        do throws(Rejection) {
            before = try Schedule(reading: old, as: format)
        } catch {
            do throws(Rejection) {
                _ = try Schedule(reading: new, as: format)
            } catch let other {
                throw Rejection(findings: error.findings + other.findings)
            }
            throw error
        }
        return (before, try Schedule(reading: new, as: format))
    }
}
