import Diagnostics
import Formats
import Interchange
public import MediaSpend
public import Spark

extension SpendCube {
    /// Adds up files on Apache Spark, for data that outgrow one machine. The cube is the same to the cent.
    ///
    /// - Parameters:
    ///   - paths: files, folders and patterns of this machine, and what Spark finds under a scheme such as `s3a://`; CSV,
    ///     also packed with gzip, or Parquet.
    ///   - layout: the name of a layout of the seeds, or its file; `nil`: the one that fits the first file.
    ///   - environment: the variables of this program, in which Spark is looked for.
    ///   - progress: is told how far Spark has come, about ten times a second.
    /// - Throws: a `Rejection` with everything that is wrong with the files, or that Spark cannot give exactly;
    ///   ``Failure`` when Spark is not there or fails; ``Interruption``.
    public init(
        onSpark options: SparkOptions, adding paths: [String], layout: String? = nil, year: Int? = nil,
        by dimensions: [SpendDimension], where filter: CubeFilter = .all, environment: [String: String],
        progress: (SparkProgress) -> Void = { _ in }
    ) throws {
        let cells = try translatingSparkFaults {
            let query = try Self.query(paths, layout, year, filter.dimensions(with: dimensions))
            let cells = try SparkRun(options, environment: environment).cells(of: query, progress: progress)
            return (cube: cells.cube, findings: query.findings + cells.findings)
        }
        parts = CubeParts(filter == .all ? cells.cube : cells.cube.counting(filter, by: dimensions))
        findings = cells.findings
    }

    private static func query(
        _ paths: [String], _ name: String?, _ year: Int?, _ dimensions: [SpendDimension]
    ) throws -> SparkQuery {
        let local = paths.first.flatMap { $0.contains("://") ? nil : $0 }
        let layout = try translatingSpendFaults { try Layout(named: name, fitting: local) }
        let inputs = try paths.map { path throws(SparkFault) in
            try SparkInput(resolving: path, layout: layout, year: year ?? MonthFileReader.year(in: path.fileName))
        }
        return try SparkQuery(layout, of: inputs, by: dimensions)
    }
}

/// This program was asked to stop by a signal, and has cleared away what it had begun.
public struct Interruption: Error, Hashable, Sendable {
    public let signal: Int32
}

/// Runs what works with Spark, with its failures in the words of this library.
private func translatingSparkFaults<Value>(_ work: () throws -> Value) throws -> Value {
    do {
        return try translatingSpendFaults(work)
    } catch let fault as SparkFault {
        if case .cancelled(let signal) = fault { throw Interruption(signal: signal) }
        if case .workbook(let path) = fault {
            throw Rejection(findings: [
                Finding(
                    "spark.workbook", .error, "“\(path)” is a workbook, which Spark does not read",
                    advice: "leave out --engine spark, or save its sheet as CSV")
            ])
        }
        throw Failure(fault)
    }
}

extension Failure {
    /// What went wrong with Spark, as an exit status tells it.
    fileprivate init(_ fault: SparkFault) {
        let subject = "Apache Spark"
        switch fault {
        case .notFound(let places):
            self.init(
                .inputOutput, subject,
                cause:
                    "there is no spark-sql in \(places.joined(separator: ", nor in ")); install Spark 4 (pip install "
                    + "pyspark), or leave out --engine spark")
        case .noJava(let cause):
            self.init(.inputOutput, subject, cause: "\(cause); Spark 4 needs Java 17 or later")
        case .cannotStart(let path, let cause): self.init(.inputOutput, path, cause: cause)
        case .failed(let status, let lines):
            let said = lines.isEmpty ? "" : ": " + lines.joined(separator: "\n    ")
            self.init(.inputOutput, subject, cause: "it ended with status \(status)\(said)")
        case .noSuccess:
            self.init(
                .inputOutput, subject,
                cause: "it left no mark of success (_SUCCESS), so nothing of what it wrote is used; the folder of "
                    + "--spark-output must be one that Spark and this machine share")
        case .incomplete(let found, let written):
            self.init(
                .inputOutput, subject,
                cause: "it wrote \(written) cells, and \(found) of them are here, so none is used; the folder of "
                    + "--spark-output must be one that all workers and this machine share")
        case .unreadable(let what):
            self.init(.inputOutput, subject, cause: "it wrote something else than was asked for: \(what)")
        case .cannotWrite(let path, let cause): self.init(.cannotWrite, path, cause: cause)
        case .noSuchInput(let path, let cause): self.init(.noSuchInput, path, cause: cause)
        case .workbook(let path): self.init(.inputOutput, path, cause: "this is a workbook")
        case .cancelled(let signal): self.init(.inputOutput, subject, cause: "stopped by signal \(signal)")
        }
    }
}
