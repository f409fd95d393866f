import Costing
import Diagnostics
import Formats
import Monetary
public import Parallel
import Reports

/// What the forecast of a folder of jobs is made from.
public struct CostFolderRequest: Sendable {
    public var folder: String
    /// The one job to forecast; `nil` forecasts all.
    public var job: String?
    /// A folder of finished jobs to learn from; `nil` learns from the other finished jobs of the folder.
    public var reference: String?

    public init(folder: String, job: String? = nil, reference: String? = nil) {
        self.folder = folder
        self.job = job
        self.reference = reference
    }
}

extension Answer {
    /// Forecasts the jobs of a folder, each by what the other finished jobs teach.
    ///
    /// - Throws: a ``Rejection`` with every fault of the files, or when there is no job of that name; a ``Failure`` for a
    ///   folder without a list.
    public static func costForecast(of request: CostFolderRequest, workers: Workers = .all) throws -> Answer {
        let folder = try JobFolder(reading: request.folder)
        let reference = try request.reference.map { try JobFolder(reading: $0) }
        let pool = (reference ?? folder).reference
        let jobs = try request.jobs(of: folder)
        let findings = folder.findings + (reference?.findings ?? [])
        var outlooks: [CostOutlook] = []
        workers.inOrder(jobs.count) {
            CostOutlook(jobs[$0].series, learning: FittedClass(pool.without(jobs[$0].id)))
        } handOn: {
            outlooks.append($0)
        }
        if request.job != nil {
            let (job, outlook) = (jobs[0], outlooks[0])
            return Answer(
                name: "\(job.id).cost", findings: findings, isNegative: outlook.passesApproved,
                body: member(of: job, outlook),
                paper: CostForecastPaper(outlook: outlook, source: job.name, findings: findings))
        }
        let members = zip(jobs, outlooks).map { member(of: $0, $1) }
        return Answer(
            name: "\(folder.name).cost", findings: findings, isNegative: outlooks.contains { $0.passesApproved },
            body: ["jobs": .array(members)],
            paper: CostFolderPaper(
                jobs: zip(jobs, outlooks).map { CostFolderPaper.Job(id: $0.id, name: $0.name, outlook: $1) },
                source: folder.name, findings: findings))
    }

    private static func member(of job: JobFolder.Job, _ outlook: CostOutlook) -> JSONValue {
        guard case .object(let members) = outlook.json else { preconditionFailure("an outlook is an object") }
        return .object([("job", .string(job.id)), ("name", .string(job.name))] + members)
    }
}

extension CostFolderRequest {
    fileprivate func jobs(of folder: JobFolder) throws(Rejection) -> [JobFolder.Job] {
        guard let job else { return folder.jobs }
        if let found = folder.jobs.first(where: { $0.id == job }) { return [found] }
        let nearest = nearestName(to: job, among: folder.jobs.map(\.id))
        throw Rejection(findings: [
            Finding(
                "cost.unknown-job", .error, "the list of \(folder.name) has no job “\(job)”",
                advice: nearest.map { "is “\($0)” meant?" } ?? "name one of its jobs, or leave --job out for all")
        ])
    }
}
