import Foundation
import Interchange
import MediaSpend
import Spark

/// A folder with a program that answers to the name of `spark-sql`, as a script says.
final class FakeSpark {
    let folder: URL
    /// Where runs make their folders.
    var temporary: URL { folder.appending(path: "tmp") }

    /// - Parameter script: lines of a shell; `$SQL` is the file of statements and `$OUT` the folder that they write to.
    init(_ script: String) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "headroom-fake-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder.appending(path: "bin"), withIntermediateDirectories: true)
        try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
        let head = """
            #!/bin/sh
            while [ $# -gt 1 ]; do shift; done
            SQL=$1
            OUT=$(dirname "$SQL")/cells
            """
        try install("\(head)\n\(script)\n", as: "spark-sql")
        try install("#!/bin/sh\n", as: "java")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Another process writes the program: one that this process has open for writing, also in a child that another test is
    /// just starting, cannot be run.
    private func install(_ text: String, as name: String) throws {
        let draft = folder.appending(path: name)
        try Data(text.utf8).write(to: draft)
        let copying = try Process.run(
            URL(filePath: "/usr/bin/install"),
            arguments: ["-m", "755", draft.path, folder.appending(path: "bin/\(name)").path])
        copying.waitUntilExit()
    }

    var environment: [String: String] {
        ["SPARK_HOME": folder.path, "PATH": "\(folder.path)/bin:/usr/bin:/bin", "TMPDIR": temporary.path]
    }

    /// Files and folders that runs left behind.
    func leftovers() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: temporary.path) }

    /// - Parameter master: elsewhere, cells are counted twice.
    func run(_ layout: Layout, by dimensions: [SpendDimension], master: String = "local[2]") throws -> SparkCells {
        let query = try SparkQuery(
            layout, of: [SparkInput("f.csv", location: "s3a://bucket/f.csv", format: .csv)], by: dimensions)
        return try SparkRun(SparkOptions(master: master), environment: environment).cells(of: query)
    }
}
