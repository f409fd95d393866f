import Diagnostics
import Formats
import Glibc
package import MediaSpend

/// The contents of a file a piece at a time, unpacked if they are packed with gzip; of a workbook, its sheets as text.
package final class ByteSource {
    /// As the user gave it; `-` is standard input.
    package let path: String
    private let descriptor: Int32
    private var gzip: GzipStream?
    /// The first bytes, which told whether the file is packed.
    private var head: [UInt8]
    /// `nil` for a file that is none.
    let workbook: WorkbookText?
    private var growth = GrowthLimit()

    /// How many bytes are read at once.
    private static let pieceSize = 1 << 18
    /// The largest workbook that is read, packed.
    private static let workbookLimit = 512 << 20

    /// - Parameter layout: how the sheets of a workbook are read.
    /// - Throws: ``SpendFileFault`` when there is no such file, or it cannot be read; a `Rejection` for a workbook that
    ///   cannot be used.
    package init(path: String, layout: Layout? = nil) throws {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SpendFileFault.cannotOpen(path, cause: String(cString: strerror(errno))) }
        do {
            if Self.isFolder(descriptor) {
                throw SpendFileFault.cannotOpen(path, cause: "this is a folder, and a file is needed")
            }
            let head = try Self.piece(of: descriptor, path)
            self.head = head
            workbook = try layout.flatMap { layout in
                guard Workbook.isWorkbook(head) else { return nil }
                return try WorkbookText(Self.rest(of: descriptor, behind: head, path), file: path, layout: layout)
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

    /// Appends the next bytes to `contents`, about 256 KB of them.
    ///
    /// - Returns: whether there were any.
    package func read(into contents: inout [UInt8]) throws -> Bool {
        if let workbook { return try workbook.read(into: &contents, atLeast: Self.pieceSize) }
        guard gzip != nil else {
            let piece = try nextPiece()
            contents.append(contentsOf: piece)
            return !piece.isEmpty
        }
        do {
            let count = try gzip!.read(into: &contents, atMost: Self.pieceSize, refill: nextPiece)
            guard growth.allows(count) else { throw Rejection(findings: [growth.finding(in: path)]) }
            return count > 0
        } catch let fault as Gzip.Fault {
            throw Rejection(findings: [fault.finding(in: path, read: growth.packed)])
        }
    }

    /// All bytes of a file as they lie on the disk; for workbooks, which cannot be read from the front.
    static func whole(_ path: String) throws -> [UInt8] {
        let source = try ByteSource(path: path)
        // The file is closed with its source.
        return try withExtendedLifetime(source) { try rest(of: source.descriptor, behind: source.head, path) }
    }

    private func nextPiece() throws -> [UInt8] {
        let piece = head.isEmpty ? try Self.piece(of: descriptor, path) : exchange(&head, with: [])
        growth.packed += piece.count
        return piece
    }

    private static func isFolder(_ descriptor: Int32) -> Bool {
        var status = stat()
        return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The whole file, whose first piece has been read.
    private static func rest(of descriptor: Int32, behind head: [UInt8], _ path: String) throws -> [UInt8] {
        var bytes = head
        while bytes.count <= workbookLimit {
            let piece = try piece(of: descriptor, path)
            guard !piece.isEmpty else { return bytes }
            bytes += piece
        }
        throw Rejection(findings: [
            Finding(
                "spreadsheet.too-large", .error, "“\(path)” is larger than \(workbookLimit >> 20) MB",
                advice: "save the sheet as CSV", at: SourcePlace(file: path, line: 1, column: 1))
        ])
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

/// How far a packed file may grow: one that is made of nothing would be read for days.
private struct GrowthLimit {
    var packed = 0
    private var unpacked = 0

    /// As many times as workbooks may; smaller contents may grow as they like.
    private static let times = 250
    private static let free = 64 << 20

    mutating func allows(_ count: Int) -> Bool {
        unpacked += count
        return unpacked <= max(Self.free, packed.multipliedReportingOverflow(by: Self.times).partialValue)
    }

    func finding(in file: String) -> Finding {
        Finding(
            "gzip.too-large", .error,
            "“\(file)” grows to more than \(Self.times) times its size; \(packed) packed bytes gave \(unpacked)",
            advice: "do not trust the file; if it is meant, unpack it and import the result",
            at: SourcePlace(file: file, line: 1, column: 1))
    }
}

/// A month file cannot be opened or read: the world failed, not its contents.
public enum SpendFileFault: Error, Hashable, Sendable {
    case cannotOpen(String, cause: String)
    case cannotRead(String, cause: String)
}

extension Gzip.Fault {
    /// The same as a finding about a file.
    ///
    /// - Parameter read: how many packed bytes were read.
    fileprivate func finding(in file: String, read: Int) -> Finding {
        switch self {
        case .notGzip:
            Finding(
                "gzip.damaged", .error, "“\(file)” is not a gzip file", advice: "fetch the file again",
                at: SourcePlace(file: file, line: 1, column: 1))
        case .truncated:
            Finding(
                "gzip.truncated", .error, "“\(file)” ends after \(read) packed bytes, before its contents do",
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
