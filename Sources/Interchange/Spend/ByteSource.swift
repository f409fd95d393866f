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

    /// What the file was when it was opened.
    private let opened: FileState?
    /// How many bytes have been unpacked.
    private var unpacked = 0

    /// How many bytes are read at once where they must be looked at before they are used.
    private static let pieceSize = 1 << 18
    /// A smaller file may pack as well as it likes.
    private static let ratioFreeSize = 64 << 20
    private static let largestRatio = 200

    /// - Throws: ``SpendFileFault`` when there is no such file, or it cannot be read.
    package init(path: String) throws {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SpendFileFault.cannotOpen(path, cause: String(cString: strerror(errno))) }
        opened = FileState(descriptor)
        do {
            head = try [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { bytes, count in
                count = try Self.read(descriptor, into: UnsafeMutableRawBufferPointer(bytes), path)
            }
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

    /// Writes the next bytes into the beginning of `room`.
    ///
    /// - Returns: how many there are; 0 at the end.
    /// - Throws: ``SpendFileFault``; a `Rejection` when the file is damaged, or another program writes to it meanwhile.
    package func fill(_ room: UnsafeMutableRawBufferPointer) throws -> Int {
        guard gzip != nil else { return try fillPlain(room) }
        do {
            let count = try gzip!.read(into: room) { try nextPiece() }
            unpacked += count
            try checkRatio(packed: gzip?.packedCount ?? 0)
            return count
        } catch let fault as Gzip.Fault {
            throw Rejection(findings: [fault.finding(in: path)])
        }
    }

    /// Appends the next bytes to `contents`, about 256 KB of them.
    ///
    /// - Returns: whether there were any.
    package func read(into contents: inout [UInt8]) throws -> Bool {
        let piece = try [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { bytes, count in
            count = try fill(UnsafeMutableRawBufferPointer(bytes))
        }
        contents += piece
        return !piece.isEmpty
    }

    private func fillPlain(_ room: UnsafeMutableRawBufferPointer) throws -> Int {
        guard head.isEmpty else {
            let count = min(room.count, head.count)
            head.withUnsafeBytes { room.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            head.removeFirst(count)
            return count
        }
        return try read(into: room)
    }

    private func nextPiece() throws -> [UInt8] {
        guard head.isEmpty else { return exchange(&head, with: []) }
        return try [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { bytes, count in
            count = try read(into: UnsafeMutableRawBufferPointer(bytes))
        }
    }

    private func read(into room: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = try Self.read(descriptor, into: room, path)
        if count == 0 { try checkUnchanged() }
        return count
    }

    private static func read(
        _ descriptor: Int32, into room: UnsafeMutableRawBufferPointer, _ path: String
    ) throws -> Int {
        var count = 0
        repeat { count = Glibc.read(descriptor, room.baseAddress, room.count) } while count < 0 && errno == EINTR
        guard count >= 0 else { throw SpendFileFault.cannotRead(path, cause: String(cString: strerror(errno))) }
        return count
    }

    // MARK: What cannot be trusted

    /// No month file packs so well; one that seems to was made to fill the memory or the day of its reader.
    private func checkRatio(packed: Int) throws {
        guard unpacked > Self.ratioFreeSize, unpacked / Self.largestRatio > packed else { return }
        throw Rejection(findings: [
            Finding(
                "gzip.too-large", .error,
                "“\(path)” unpacks to more than \(Self.largestRatio) times its size: \(unpacked >> 20) MB so far",
                advice: "no month file does; if this one is what it should be, unpack it first")
        ])
    }

    /// A file that is still being copied ends early, and perhaps in the middle of an amount.
    private func checkUnchanged() throws {
        guard let opened, let now = FileState(descriptor), now != opened else { return }
        throw Rejection(findings: [
            Finding(
                "spend.file-changed", .error, "“\(path)” was written to while it was being read",
                advice: "wait until it is complete, and read it again")
        ])
    }

    /// By which a change to a file is noticed.
    private struct FileState: Equatable {
        let size: Int
        let seconds: Int
        let nanoseconds: Int

        /// `nil` for what is no file, such as a pipe.
        init?(_ descriptor: Int32) {
            var status = stat()
            guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
            size = Int(status.st_size)
            seconds = status.st_mtim.tv_sec
            nanoseconds = status.st_mtim.tv_nsec
        }
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
