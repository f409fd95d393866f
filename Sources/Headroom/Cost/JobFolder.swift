public import Costing
public import Diagnostics
import Interchange
import Monetary

/// A folder of jobs: `projects.csv` lists them, and for each `ID.csv` holds its statuses. `ID_pv_daily.csv`, the planned
/// value by day, and `ID_tracking.csv`, the activities behind the totals, are read where they are there.
public struct JobFolder: Sendable {
    /// A job with its statuses.
    public struct Job: Sendable {
        public let id: String
        public let name: String
        public let series: StatusSeries
    }

    /// The folder's own name, by which the class of its jobs is called.
    public let name: String
    /// In the order of the list; at least one.
    public let jobs: [Job]
    /// Warnings and notes, with the lines that they speak of.
    public let findings: [Finding]

    /// - Throws: a ``Failure`` when there is no list, a ``Rejection`` with every fault of every file.
    public init(reading path: String) throws {
        let folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        let file = try InputFile(reading: "\(folder)/projects.csv")
        let list = JobList(file.bytes, file: file.path)
        var found = FindingList(list.findings)
        var jobs: [Job] = []
        for listed in list.jobs {
            do throws(Rejection) {
                let series = try Self.series(of: listed, in: folder)
                found.report(contentsOf: series.findings)
                jobs.append(Job(id: listed.id, name: listed.name, series: series.series))
            } catch {
                found.report(contentsOf: error.findings)
            }
        }
        try found.throwIfErrors()
        name = folder.split(separator: "/").last.map(String.init) ?? folder
        self.jobs = jobs
        findings = found.inReadingOrder
    }

    private static func series(
        of job: JobList.Job, in folder: String
    ) throws(Rejection) -> (series: StatusSeries, findings: [Finding]) {
        func file(_ ending: String) -> InputFile? { try? InputFile(reading: "\(folder)/\(job.id)\(ending).csv") }
        guard let statuses = file("") else {
            throw Rejection(findings: [
                Finding(
                    "cost.no-job-file", .error, "the job “\(job.id)” has no file of statuses",
                    advice: "add \(job.id).csv beside the list, or take the job off it", at: job.place)
            ])
        }
        var reading = StatusSeriesReading(series: statuses.bytes, file: statuses.path, currency: job.currency)
        if let baseline = file("_pv_daily") { reading.addBaseline(baseline.bytes, file: baseline.path) }
        if let tracking = file("_tracking") { reading.addTracking(tracking.bytes, file: tracking.path) }
        reading.complete { draft in
            draft.budgetAtCompletion = job.budgetAtCompletion
            draft.plannedStart = job.plannedStart
            draft.plannedFinish = job.plannedFinish
        }
        let series = try reading.checked()
        return (series, reading.showing(series.findings))
    }

    /// Its finished jobs as a class to learn from.
    public var reference: ReferenceClass {
        ReferenceClass(name: .kept(in: name), jobs: jobs.compactMap { ClosedJob(id: $0.id, $0.series) })
    }
}
