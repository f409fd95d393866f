import Foundation
import Testing

/// One run of the built command, as a user would run it: arguments, a folder to work in, and what came back.
struct CommandRun {
    let status: Int32
    let output: String
    let errors: String

    /// - Parameters:
    ///   - folder: the working directory.
    ///   - input: what stands on standard input.
    init(_ arguments: String..., in folder: URL, input: String = "") throws {
        try self.init(arguments, in: folder, input: input)
    }

    /// - Parameter program: another program of the package.
    init(_ arguments: [String], in folder: URL, input: String = "", of program: String = "headroom") throws {
        let process = Process()
        process.executableURL = Self.built(program)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ["PATH": "/usr/bin:/bin"]
        let (feed, output, errors) = (Pipe(), Pipe(), Pipe())
        process.standardInput = feed
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        try feed.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try feed.fileHandleForWriting.close()
        // Findings fit into a pipe's buffer; papers may not, so output is read first.
        let printed = try output.fileHandleForReading.readToEnd() ?? Data()
        let complained = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        status = process.terminationStatus
        self.output = String(decoding: printed, as: UTF8.self)
        self.errors = String(decoding: complained, as: UTF8.self)
    }

    /// Standard output as JSON.
    func json() throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(output.utf8))
        return try #require(value as? [String: Any])
    }

    /// Programs stand beside the bundle of tests.
    private static func built(_ program: String) -> URL {
        URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: program)
    }
}

/// A folder that goes away with its owner.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "headroom-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: url.appending(path: name))
    }

    func files() throws -> [String] { try FileManager.default.subpathsOfDirectory(atPath: url.path).sorted() }
}
