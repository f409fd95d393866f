public import Costing
import Diagnostics
import Interchange
import Monetary
import Store

/// What a workspace remembers of the estimate of one job.
///
/// Looking something up never makes a workspace; the first thing to be kept does.
public struct EstimateMemory: Sendable {
    /// The workspace's file.
    public let path: String
    public let job: JobID
    public let record: EstimateRecord
    /// The currency of the books of the job; `nil` where nothing was posted.
    let books: Currency?

    /// - Throws: ``Failure``.
    public init(of job: JobID, in path: String) throws {
        self.path = path
        self.job = job
        guard OutputFile.exists(path) else {
            (record, books) = (EstimateRecord(), nil)
            return
        }
        (record, books) = try translatingStoreFailures {
            let workspace = try Workspace(at: path)
            return (try workspace.estimateRecord(of: job), try workspace.ledgerCurrency(of: job))
        }
    }

    /// Writes to the workspace, which is made when there is none.
    @discardableResult
    func keep<Value>(_ write: (Workspace) throws -> Value) throws -> Value {
        if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
            try OutputFile.makeFolder(String(path[..<slash]))
        }
        return try translatingStoreFailures { try write(Workspace(at: path)) }
    }

    /// That nothing is known of a job, with those that are known.
    ///
    /// - Throws: ``Failure``.
    func unknownJob() throws -> Rejection {
        let known =
            OutputFile.exists(path) ? try translatingStoreFailures { try Workspace(at: path).estimatedJobs() } : []
        let nearest = nearestName(to: job.rawValue, among: known.map(\.rawValue))
        let advice =
            nearest.map { "did you mean “\($0)”?" }
            ?? (known.isEmpty
                ? "propose it first, with  headroom cost estimate FILE --propose"
                : "the workspace knows: \(known.map(\.rawValue).joined(separator: ", "))")
        return Rejection(findings: [
            Finding(
                "cost.nothing-proposed", .error,
                "no estimate of a job “\(job)” has been proposed, and there is no such file",
                advice: advice)
        ])
    }
}

/// An estimate as it stands in its file, read and checked.
public struct EstimateFile: Sendable {
    public let estimate: CostEstimate
    /// Warnings and notes about the file.
    public let findings: [Finding]
    /// As the reader knows it.
    public let name: String

    /// - Throws: a ``Rejection`` with every fault of the file.
    public init(reading input: InputFile) throws(Rejection) {
        let stem = input.path == "-" ? "estimate" : input.stem
        let reading = EstimateReading(input.bytes, file: input.path, stem: stem)
        (estimate, findings) = try reading.checked()
        name = input.name
    }
}
