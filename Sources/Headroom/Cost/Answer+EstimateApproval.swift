public import Costing
import Diagnostics
public import WorkTime

extension Answer {
    /// Keeps that a version was signed within the agency or by the client, or abandoned.
    ///
    /// - Parameters:
    ///   - subject: the estimate's file, or the id of the job. A file must say what was proposed.
    ///   - number: that of the version; `nil` for that of the file, else for the last one.
    /// - Throws: a ``Rejection`` with every fault, and the workspace is as it was; ``Failure``.
    public static func costApproval(
        of subject: EstimateSubject, _ signing: EstimateVersion.Signing, version number: Int? = nil, on date: CivilDay,
        by name: String, in store: String
    ) throws -> Answer {
        let memory = try EstimateMemory(of: subject.job, in: store)
        if case .job = subject, memory.record.versions.isEmpty { throw try memory.unknownJob() }
        let wanted = try subject.version(number)
        let faults =
            (subject.file.map { memory.record.faults(signing: $0.estimate) } ?? [])
            + memory.record.faults(signing, of: wanted, on: date)
        try FindingList(faults.withoutRepetition).throwIfErrors()
        guard let version = wanted.map(memory.record.version) ?? memory.record.versions.last else {
            preconditionFailure("version \(wanted.map(String.init) ?? "") is neither there nor missing")
        }
        let signOff = SignOff(date: date, name: name)
        try memory.keep {
            try $0.sign(version.estimate.version, of: memory.job, signing, signOff, after: memory.record)
        }
        let record = memory.record.replacing(version.signed(signing, signOff))
        let file = EstimateFile(
            estimate: version.estimate, findings: subject.file?.findings ?? [], name: subject.file?.name ?? store)
        return try estimateAnswer(file, record, store)
    }
}

/// What is to be signed: an estimate in a file, or that of a job in the workspace.
public enum EstimateSubject: Sendable {
    case file(EstimateFile)
    case job(JobID)

    /// A file of this name where there is one, else the job of this id.
    ///
    /// - Throws: a ``Rejection`` with every fault of the file; ``Failure``.
    public init(_ text: String) throws {
        self =
            text == "-" || OutputFile.exists(text)
            ? .file(try EstimateFile(reading: InputFile(reading: text))) : .job(JobID(text))
    }

    var job: JobID {
        switch self {
        case .file(let file): file.estimate.job
        case .job(let job): job
        }
    }

    var file: EstimateFile? {
        if case .file(let file) = self { file } else { nil }
    }

    /// Which version is meant; `nil` for the last.
    ///
    /// - Throws: a ``Rejection`` where a file states another one than was asked for.
    fileprivate func version(_ number: Int?) throws(Rejection) -> Int? {
        guard let file, let number, number != file.estimate.version else { return number ?? file?.estimate.version }
        throw Rejection(findings: [
            Finding(
                "cost.another-version", .error,
                "the file states version \(file.estimate.version), and version \(number) is to be signed",
                advice: "leave --version out, or name the job instead of the file")
        ])
    }
}

extension EstimateFile {
    /// An estimate that comes from the workspace.
    init(estimate: CostEstimate, findings: [Finding], name: String) {
        self.estimate = estimate
        self.findings = findings
        self.name = name
    }
}

extension EstimateRecord {
    fileprivate func replacing(_ version: EstimateVersion) -> EstimateRecord {
        EstimateRecord(versions: versions.map { $0.estimate.version == version.estimate.version ? version : $0 })
    }
}

extension [Finding] {
    /// That a version is unknown is found by two rules.
    fileprivate var withoutRepetition: [Finding] {
        enumerated().filter { firstIndex(of: $1) == $0 }.map(\.element)
    }
}
