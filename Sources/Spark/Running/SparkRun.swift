import ChildProcess
import Diagnostics

/// Runs a question on Spark through its own `spark-sql`, and reads the cells that it wrote.
///
/// Spark writes into a folder of its own, which is trusted only with the mark `_SUCCESS` in it and goes away in the end,
/// whatever happens.
public struct SparkRun: Sendable {
    public let options: SparkOptions
    /// The variables of this program.
    public let environment: [String: String]

    public init(_ options: SparkOptions, environment: [String: String]) {
        self.options = options
        self.environment = environment
    }

    /// - Parameter progress: is told how far Spark has come, about ten times a second.
    /// - Throws: a ``SparkFault``; a `Rejection` when the data are at fault; `CubeOverflow`.
    public func cells(of query: SparkQuery, progress: (SparkProgress) -> Void = { _ in }) throws -> SparkCells {
        let installation = try SparkInstallation(in: environment)
        let folder = try WorkFolder(in: environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp")
        defer { folder.remove() }
        let shared = try options.outputFolder.map { path throws(SparkFault) in try WorkFolder(in: path) }
        defer { shared?.remove() }
        let output = (shared ?? folder).path + "/cells"
        // Workers elsewhere may write to a folder of that name of their own, and Spark would call it a success.
        let totals = options.isOnThisMachine ? nil : (shared ?? folder).path + "/totals"
        let script = folder.path + "/cube.sql"
        try folder.write(query.sql(writingTo: "file://" + output, totals: totals.map { "file://" + $0 }), to: script)
        try run(installation, script, in: folder, progress)
        return try SparkCells(readingFolder: output, totals: totals, of: query)
    }

    private func run(
        _ installation: SparkInstallation, _ script: String, in folder: WorkFolder, _ progress: (SparkProgress) -> Void
    ) throws {
        let program = ChildProgram(
            installation.program, options.arguments(script: script), environment: options.environment(environment),
            in: folder.path)
        var written = WrittenTail()
        var state = SparkProgress()
        let end: ChildProgram.End
        do throws(ChildProgram.StartFault) {
            end = try program.run { piece in
                written.append(piece)
                if !piece.isEmpty { state.update(from: String(decoding: piece, as: UTF8.self)) }
                progress(state)
            }
        } catch {
            throw SparkFault.cannotStart(error.path, cause: error.cause)
        }
        switch end {
        case .exited(0): return
        case .cancelled(let signal): throw SparkFault.cancelled(signal: signal)
        case .exited(let status), .killed(let status): throw written.fault(status: status)
        }
    }
}

/// The end of what a program wrote: enough to say what was wrong.
private struct WrittenTail {
    private static let limit = 1 << 20
    private var bytes: [UInt8] = []

    mutating func append(_ piece: ArraySlice<UInt8>) {
        bytes += piece
        if bytes.count > 2 * Self.limit { bytes.removeFirst(bytes.count - Self.limit) }
    }

    func fault(status: Int32) -> any Error {
        let said = SparkErrorLines(String(decoding: bytes, as: UTF8.self))
        let findings = said.findings
        return findings.isEmpty ? SparkFault.failed(status: status, lines: said.lines) : Rejection(findings: findings)
    }
}
