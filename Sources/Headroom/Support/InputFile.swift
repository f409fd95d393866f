import Diagnostics
import Formats
import Glibc

/// A file that the user named, read whole.
public struct InputFile: Sendable {
    /// As the user gave it; `-` is standard input.
    public let path: String
    public let bytes: [UInt8]

    /// The largest file that is read whole, in bytes. What never ends, such as `/dev/zero`, ends here.
    public static let limit = 1 << 30

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Reads a file, or standard input for `-`.
    ///
    /// - Throws: `.noSuchInput` when there is none or it is a directory; `.inputOutput` when reading fails or goes past
    ///   ``limit``.
    public init(reading path: String) throws(Failure) {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure(.noSuchInput, path, cause: lastCause()) }
        defer { if path != "-" { close(descriptor) } }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Failure(.inputOutput, path, cause: lastCause()) }
        if status.st_mode & S_IFMT == S_IFDIR {
            throw Failure(.noSuchInput, path, cause: "this is a folder, and a file is needed")
        }
        self.path = path
        bytes = try Self.readAll(from: descriptor, expecting: Int(status.st_size), path: path)
    }

    /// The name without folder, for papers.
    public var name: String {
        path == "-" ? "standard input" : path.split(separator: "/").last.map(String.init) ?? path
    }

    /// The name without folder and ending, for naming papers: `spring.v2` for `plans/spring.v2.yaml`.
    public var stem: String {
        let name = path.split(separator: "/").last ?? "-"
        let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
        return path == "-" || stem.isEmpty ? "plan" : String(stem)
    }

    /// The content as text; what is wrong with its encoding is added to `findings`.
    ///
    /// - Throws: a ``Rejection`` when the content is in another encoding altogether.
    func text(findings: inout FindingList) throws(Rejection) -> SourceText {
        guard let source = SourceText(decoding: bytes, file: path, findings: &findings) else {
            throw Rejection(findings: findings.inReadingOrder)
        }
        return source
    }

    private static func readAll(from descriptor: Int32, expecting size: Int, path: String) throws(Failure) -> [UInt8] {
        let tooLarge = Failure(.inputOutput, path, cause: "this is larger than a gigabyte, and is not read")
        guard size <= limit else { throw tooLarge }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size + 1)
        var block = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = read(descriptor, &block, block.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Failure(.inputOutput, path, cause: lastCause()) }
            if count == 0 { return bytes }
            bytes.append(contentsOf: block[..<count])
            guard bytes.count <= limit else { throw tooLarge }
        }
    }
}

/// What the system says of the call that failed last.
func lastCause() -> String { String(cString: strerror(errno)) }
