import Costing
import Diagnostics
import Formats
import Monetary
import Parallel
import Reports

/// What a calibration is made from.
public struct CostCalibrationRequest: Sendable {
    /// Whose finished jobs are forecast anew, status by status, and judged.
    public enum Source: Hashable, Sendable {
        /// A folder with its list, `projects.csv`.
        case folder(String)
        /// The agency's own closed jobs, as a workspace remembers them.
        case workspace(String)
    }

    public var source: Source
    /// A folder of finished jobs to learn from; `nil` to learn from the others of the same source.
    public var reference: String?
    /// Whether the others of the source are learned from beside the reference.
    public var leavesOneOut: Bool

    public init(source: Source, reference: String? = nil, leavesOneOut: Bool = false) {
        self.source = source
        self.reference = reference
        self.leavesOneOut = leavesOneOut
    }
}

/// A calibration with its paper and its rows.
public struct CostCalibration: Sendable {
    public let answer: Answer
    private let calibration: Calibration

    /// Forecasts every finished job of a folder or a workspace from each of its statuses, by what the other jobs teach and by
    /// the plain rules, and judges all of them by what the jobs cost in the end.
    ///
    /// A job is never learned from when it is forecast itself, wherever it is kept. In a workspace it learns from the class that
    /// a forecast of it would choose.
    ///
    /// - Throws: a ``Rejection`` with every fault of the files, or when no job is finished; a ``Failure`` for a folder without
    ///   a list, or where there is no workspace.
    public init(of request: CostCalibrationRequest, workers: Workers = .all) throws {
        let judged = try JudgedJobs(request.source)
        let reference = try request.reference.map { try JobFolder(reading: $0) }
        let findings = judged.findings + (reference?.findings ?? [])
        guard !judged.jobs.isEmpty else { throw Rejection(findings: findings + [judged.nothing]) }
        let learnsFromOthers = reference == nil || request.leavesOneOut
        let name = [reference?.name, learnsFromOthers ? judged.name : nil].compactMap(\.self).joined(separator: " + ")
        let classes = judged.jobs.enumerated().map { index, job in
            let others = learnsFromOthers ? judged.others(of: index) : []
            return ReferenceClass(name: .kept(in: name), jobs: (reference?.reference.jobs ?? []) + others).without(
                job.id)
        }
        var rows: [[CalibrationRow]] = []
        workers.inOrder(judged.jobs.count) {
            judged.jobs[$0].rows(learning: FittedClass(classes[$0]))
        } handOn: {
            rows.append($0)
        }
        let counts = classes.map(\.jobs.count)
        let calibration = Calibration(
            judged.jobs, rows: rows,
            learning: Calibration.Learning(name: name, fewest: counts.min() ?? 0, most: counts.max() ?? 0))
        self.calibration = calibration
        answer = Answer(
            name: "\(judged.name).calibration", findings: findings, isNegative: false, body: calibration.json,
            paper: CalibrationPaper(calibration: calibration, source: judged.name, findings: findings))
    }

    // MARK: Rows

    /// One row a job, status and method: medians and quantiles as amounts, probabilities over the budget, days to the finish.
    public var csv: String {
        var writer = CSVWriter()
        writer.write(
            [
                "job", "period", "method", "median", "q05", "q10", "q25", "q75", "q90", "q95", "p_over_0", "p_over_5",
                "finish_days",
            ].map(CSVCell.text))
        for row in calibration.rows { writer.write(Self.cells(row)) }
        return writer.text
    }

    /// Writes ``csv`` to a file, whole or not at all.
    public func writeRows(to path: String) throws(Failure) { try OutputFile.write(csv.utf8, to: path) }

    private static func cells(_ row: CalibrationRow) -> [CSVCell] {
        let quantiles = [0.05, 0.1, 0.25, 0.75, 0.9, 0.95].map { probability -> CSVCell in
            row.quantiles?.first { $0.probability == probability }.map { .text($0.cost.amount) } ?? .empty
        }
        let overspends = [0, 0.05].map { share -> CSVCell in
            row.overspends?.first { $0.share == share }.map { .number($0.probability) } ?? .empty
        }
        return [.text(row.job), .integer(row.period), .text(row.method.name), .text(row.median.amount)] + quantiles
            + overspends + [row.finishDays.map(CSVCell.number) ?? .empty]
    }
}
