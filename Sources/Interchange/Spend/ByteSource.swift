import Diagnostics
import Formats
import Glibc

/// The contents of a file a piece at a time, unpacked if they are packed with gzip.
package final class ByteSource {
    /// As the user gave it; `-` is standard input.
    package let path: String
    private let descriptor: Int32
    private var gzip: GzipStream?
    /// The first bytes, which told whether the file is packed.
    private var head: [UInt8]

    /// How many bytes are read at once.
    private static let pieceSize = 1 << 18

    /// - Throws: ``SpendFileFault`` when there is no such file, or it cannot be read.
    package init(path: String) throws {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SpendFileFault.cannotOpen(path, cause: String(cString: strerror(errno))) }
        do {
            head = try Self.piece(of: descriptor, path)
        } catch {
            if path != "-" { close(descriptor) }
            throw error
        }
        self.path = path
        self.descriptor = descriptor
        gzip = Gzip.isGzip(head) ? GzipStream() : nil
    }

    deinit { if path != "-" { close(descriptor) } }

    /// The name without its folder.
    package var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// Appends the next bytes to `contents`, about 256 KB of them.
    ///
    /// - Returns: whether there were any.
    package func read(into contents: inout [UInt8]) throws -> Bool {
        guard gzip != nil else {
            let piece = try nextPiece()
            contents.append(contentsOf: piece)
            return !piece.isEmpty
        }
        do {
            return try gzip!.read(into: &contents, atMost: Self.pieceSize, refill: nextPiece) > 0
        } catch let fault as Gzip.Fault {
            throw Rejection(findings: [fault.finding(in: path)])
        }
    }

    private func nextPiece() throws -> [UInt8] {
        head.isEmpty ? try Self.piece(of: descriptor, path) : exchange(&head, with: [])
    }

    private static func piece(of descriptor: Int32, _ path: String) throws -> [UInt8] {
        var count = 0
        var cause: Int32 = 0
        let piece = [UInt8](unsafeUninitializedCapacity: pieceSize) { bytes, filled in
            repeat { count = Glibc.read(descriptor, bytes.baseAddress, pieceSize) } while count < 0 && errno == EINTR
            cause = errno
            filled = max(0, count)
        }
        guard count >= 0 else { throw SpendFileFault.cannotRead(path, cause: String(cString: strerror(cause))) }
        return piece
    }
}

/// A month file cannot be opened or read: the world failed, not its contents.
public enum SpendFileFault: Error, Hashable, Sendable {
    case cannotOpen(String, cause: String)
    case cannotRead(String, cause: String)
}

extension Gzip.Fault {
    /// The same as a finding about a file.
    fileprivate func finding(in file: String) -> Finding {
        switch self {
        case .notGzip:
            Finding(
                "gzip.damaged", .error, "“\(file)” is not a gzip file", advice: "fetch the file again",
                at: SourcePlace(file: file, line: 1, column: 1))
        case .truncated:
            Finding(
                "gzip.truncated", .error, "“\(file)” ends before its contents do",
                advice: "the download or copy was cut short; fetch the file again")
        case .damaged(let byte):
            Finding(
                "gzip.damaged", .error, "“\(file)” is damaged near packed byte \(byte)",
                advice: "fetch the file again")
        case .tooLarge(let limit):
            Finding(
                "gzip.too-large", .error, "“\(file)” unpacks to more than \(limit) bytes",
                advice: "split the file")
        }
    }
}

/// What stood in a variable, which now holds something else.
private func exchange<Value>(_ variable: inout Value, with new: Value) -> Value {
    let old = variable
    variable = new
    return old
}
