import Monetary
import Statistics

/// How well one method came true. Every figure is the mean over jobs of the mean over a job's statuses, so that a job that
/// reports weekly does not outweigh one that reports monthly.
public struct CalibrationScore: Hashable, Sendable {
    public let method: CalibrationMethod
    /// How many jobs it is judged by.
    public let jobs: Int
    public let statuses: Int
    /// The error of the median, as a share of the final cost, without and with its sign.
    public let error: Double
    public let bias: Double
    /// The error at the first status in each fifth of the work from a fifth done on: 20, 40, 60, 80 %. `nil` where no job
    /// reports there.
    public let errorByStage: [Double?]
    /// What only a distribution can be judged by.
    public let spread: CalibrationSpread?
    /// Warnings of an overspend of more than 5 %, two fifths into the job.
    public let warnings: CalibrationWarnings

    public static let stages = [0.2, 0.4, 0.6, 0.8]

    /// - Returns: `nil` when there is nothing to judge.
    init?(_ method: CalibrationMethod, _ all: [(job: CalibrationJob, rows: [CalibrationRow])]) {
        let judged = all.filter { !$0.rows.isEmpty }
        guard !judged.isEmpty else { return nil }
        self.method = method
        jobs = judged.count
        statuses = judged.reduce(0) { $0 + $1.rows.count }
        let errors = judged.map { job, rows in rows.map { Self.error(of: $0, job) } }
        error = mean(errors.map { mean($0.map(\.magnitude)) })
        bias = mean(errors.map(mean))
        errorByStage = Self.stages.map { stage in
            let found = judged.compactMap { job, rows in
                Self.row(rows, at: stage).map { Self.error(of: $0, job).magnitude }
            }
            return found.isEmpty ? nil : mean(found)
        }
        spread = CalibrationSpread(judged)
        warnings = CalibrationWarnings(
            judged.compactMap { job, rows in Self.row(rows, at: CalibrationWarnings.stage).map { (job, $0) } })
    }

    private static func error(of row: CalibrationRow, _ job: CalibrationJob) -> Double {
        row.median.approximateUnits / job.closed.finalCost.approximateUnits - 1
    }

    /// The earliest status in the fifth that begins at a stage.
    private static func row(_ rows: [CalibrationRow], at stage: Double) -> CalibrationRow? {
        rows.filter { $0.progress >= stage && $0.progress < stage + 0.2 }.min {
            ($0.progress, $0.period) < ($1.progress, $1.period)
        }
    }
}

extension CalibrationJob {
    /// An overspend that counts: more than 5 % over the budget.
    var isOverspent: Bool {
        closed.finalCost.approximateUnits > (1 + CalibrationWarnings.share) * closed.budget.approximateUnits
    }
}

/// Of at least one value.
func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
