import Costing
import Diagnostics

/// The finished jobs that a calibration judges, and what each of them may learn from the others.
struct JudgedJobs {
    /// Of the folder or workspace that holds them.
    let name: String
    let jobs: [CalibrationJob]
    /// Those of the files, and which jobs are not judged.
    let findings: [Finding]
    /// The class that each job is forecast by, without the job itself.
    private let others: [ReferenceClass?]

    /// What the others teach a job, by its place among ``jobs``.
    func others(of index: Int) -> [ClosedJob] { others[index]?.jobs ?? [] }

    /// - Throws: a ``Rejection`` with every fault of the files; ``Failure``.
    init(_ source: CostCalibrationRequest.Source) throws {
        switch source {
        case .folder(let path): self.init(try JobFolder(reading: path))
        case .workspace(let path):
            // Looking something up never makes a workspace.
            guard OutputFile.exists(path) else {
                throw Failure(
                    .noSuchInput, path, cause: "there is no workspace; headroom cost estimate FILE --propose makes one")
            }
            self.init(try AgencyJobs(in: path))
        }
    }

    private init(_ folder: JobFolder) {
        let jobs = folder.jobs.compactMap { CalibrationJob(id: $0.id, name: $0.name, $0.series) }
        let (reference, finished) = (folder.reference, Set(jobs.map(\.id)))
        name = folder.name
        self.jobs = jobs
        others = jobs.map { reference.without($0.id) }
        findings =
            folder.findings + Self.unfinished(folder.jobs.map(\.id).filter { !finished.contains($0) })
    }

    /// Each job learns from the class that a forecast of it would choose among the others.
    private init(_ agency: AgencyJobs) {
        name = agency.name
        jobs = agency.closed.map(\.job)
        others = agency.closed.map { agency.reference(for: $0.estimate) }
        let isFew = 1...AgencyJobs.leastJobs ~= jobs.count
        findings =
            agency.findings + Self.unfinished(agency.open.map(\.rawValue))
            + (isFew ? [Self.few(agency.closed.count)] : [])
    }

    // MARK: Findings

    /// Jobs under way have no end to be judged by. Said once, since an agency has many of them.
    private static func unfinished(_ jobs: [String]) -> [Finding] {
        guard let first = jobs.first else { return [] }
        let named = jobs.prefix(namedJobs).joined(separator: ", ")
        let rest = jobs.count > namedJobs ? " and \(jobs.count - namedJobs) more" : ""
        return [
            Finding(
                "cost.job-unfinished", .note,
                jobs.count == 1
                    ? "the job “\(first)” is not finished, so no forecast of it is judged"
                    : "\(jobs.count) jobs are not finished, so no forecast of them is judged: \(named)\(rest)",
                advice: "calibrate again when their work is done")
        ]
    }

    /// How many are called by name.
    private static let namedJobs = 5

    /// Each job learns from one less than there are.
    private static func few(_ count: Int) -> Finding {
        Finding(
            "cost.few-closed-jobs", .warning,
            """
            only \(count) \(count == 1 ? "job is" : "jobs are") closed, so each is forecast by fewer than \
            \(AgencyJobs.leastJobs) others, which teach little of how far costs stray
            """,
            advice: "learn from a folder of finished jobs as well: --reference DIR --leave-one-out")
    }

    /// That there is nothing to judge.
    var nothing: Finding {
        Finding(
            "cost.nothing-to-calibrate", .error, "no job of \(name) is finished",
            advice: "forecasts are judged by jobs whose work is done; add some")
    }
}
