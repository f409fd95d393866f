import Costing
import Diagnostics
import Formats
import Monetary
import Parallel
import Reports

/// What a calibration is made from.
public struct CostCalibrationRequest: Sendable {
    /// The folder whose finished jobs are forecast anew, status by status, and judged.
    public var folder: String
    /// A folder of finished jobs to learn from; `nil` to learn from the others of the same folder.
    public var reference: String?
    /// Whether the others of the folder are learned from beside the reference.
    public var leavesOneOut: Bool

    public init(folder: String, reference: String? = nil, leavesOneOut: Bool = false) {
        self.folder = folder
        self.reference = reference
        self.leavesOneOut = leavesOneOut
    }
}

/// A calibration with its paper and its rows.
public struct CostCalibration: Sendable {
    public let answer: Answer
    private let calibration: Calibration

    /// Forecasts every finished job of a folder from each of its statuses, by what the other jobs teach and by the plain rules,
    /// and judges all of them by what the jobs cost in the end.
    ///
    /// A job is never learned from when it is forecast itself, wherever it is kept.
    ///
    /// - Throws: a ``Rejection`` with every fault of the files, or when no job is finished; a ``Failure`` for a folder without
    ///   a list.
    public init(of request: CostCalibrationRequest, workers: Workers = .all) throws {
        let folder = try JobFolder(reading: request.folder)
        let reference = try request.reference.map { try JobFolder(reading: $0) }
        let jobs = folder.jobs.compactMap { CalibrationJob(id: $0.id, name: $0.name, $0.series) }
        let findings = folder.findings + (reference?.findings ?? []) + Self.unfinished(folder, jobs)
        guard !jobs.isEmpty else { throw Rejection(findings: findings + [Self.nothing(folder)]) }
        let own = reference == nil || request.leavesOneOut ? folder.reference.jobs : []
        let pool = ReferenceClass(
            name: [reference?.name, own.isEmpty ? nil : folder.name].compactMap(\.self).joined(separator: " + "),
            jobs: (reference?.reference.jobs ?? []) + own)
        let classes = jobs.map { pool.without($0.id) }
        var rows: [[CalibrationRow]] = []
        workers.inOrder(jobs.count) {
            jobs[$0].rows(learning: FittedClass(classes[$0]))
        } handOn: {
            rows.append($0)
        }
        let counts = classes.map(\.jobs.count)
        let calibration = Calibration(
            jobs, rows: rows,
            learning: Calibration.Learning(name: pool.name, fewest: counts.min() ?? 0, most: counts.max() ?? 0))
        self.calibration = calibration
        answer = Answer(
            name: "\(folder.name).calibration", findings: findings, isNegative: false, body: calibration.json,
            paper: CalibrationPaper(calibration: calibration, source: folder.name, findings: findings))
    }

    /// Jobs under way have no end to be judged by.
    private static func unfinished(_ folder: JobFolder, _ jobs: [CalibrationJob]) -> [Finding] {
        let finished = Set(jobs.map(\.id))
        return folder.jobs.filter { !finished.contains($0.id) }.map { job in
            Finding(
                "cost.job-unfinished", .note, "the job “\(job.id)” is not finished, so no forecast of it is judged",
                advice: "calibrate again when all of its budget is earned")
        }
    }

    private static func nothing(_ folder: JobFolder) -> Finding {
        Finding(
            "cost.nothing-to-calibrate", .error, "no job of \(folder.name) is finished",
            advice: "forecasts are judged by jobs whose budget is all earned; add some")
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
