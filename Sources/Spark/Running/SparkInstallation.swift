import ChildProcess
import Glibc

/// Where Spark is on this machine.
public struct SparkInstallation: Hashable, Sendable {
    /// The path of its `spark-sql`.
    public let program: String

    /// Looks where Spark is usually found: in `SPARK_HOME`, on the `PATH`, in the package of Python.
    ///
    /// - Parameter environment: the variables of this program.
    /// - Throws: `.notFound` with the places looked at, `.noJava`.
    public init(in environment: [String: String]) throws(SparkFault) {
        var places: [String] = []
        var found: String?
        if let home = environment["SPARK_HOME"], !home.isEmpty {
            places.append("SPARK_HOME (\(home)/bin)")
            found = Self.program("\(home)/bin/spark-sql")
        } else {
            places.append("SPARK_HOME (not set)")
        }
        places.append("PATH")
        found = found ?? Self.onPath("spark-sql", in: environment)
        places.append("the package pyspark of python3")
        found = found ?? Self.inPythonPackage(environment)
        guard let found else { throw .notFound(places: places) }
        program = found
        try Self.requireJava(environment)
    }

    private static func requireJava(_ environment: [String: String]) throws(SparkFault) {
        if let home = environment["JAVA_HOME"], !home.isEmpty {
            guard program("\(home)/bin/java") != nil else {
                throw .noJava("there is no bin/java in JAVA_HOME (\(home))")
            }
        } else if onPath("java", in: environment) == nil {
            throw .noJava("there is no java on the PATH, and JAVA_HOME is not set")
        }
    }

    private static func onPath(_ name: String, in environment: [String: String]) -> String? {
        (environment["PATH"] ?? "").split(separator: ":").lazy.compactMap { program("\($0)/\(name)") }.first
    }

    private static func inPythonPackage(_ environment: [String: String]) -> String? {
        guard let python = onPath("python3", in: environment) else { return nil }
        let code = "import os, pyspark; print(os.path.dirname(pyspark.__file__))"
        var output: [UInt8] = []
        let end = try? ChildProgram(python, ["-c", code], environment: environment, in: "/").run { output += $0 }
        guard end == .exited(0) else { return nil }
        let folder = String(decoding: output, as: UTF8.self).split(whereSeparator: \.isNewline).last
        return folder.flatMap { program("\($0)/bin/spark-sql") }
    }

    /// The path, if a program is there.
    private static func program(_ path: String) -> String? {
        var status = stat()
        let isFile = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        return isFile && access(path, X_OK) == 0 ? path : nil
    }
}
