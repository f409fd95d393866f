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

    /// What the file was when it was opened.
    private let opened: FileState?

    /// How many bytes are read at once where they must be looked at before they are used.
    private static let pieceSize = 1 << 18
    /// The largest workbook that is read, packed.
    private static let workbookLimit = 512 << 20

    /// - Parameter layout: how the sheets of a workbook are read.
    /// - Throws: ``SpendFileFault`` when there is no such file, or it cannot be read; a `Rejection` for a workbook that
    ///   cannot be used.
    package init(path: String, layout: Layout? = nil) throws {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SpendFileFault.cannotOpen(path, cause: String(cString: strerror(errno))) }
        opened = FileState(descriptor)
        do {
            if Self.isFolder(descriptor) {
                throw SpendFileFault.cannotOpen(path, cause: "this is a folder, and a file is needed")
            }
            let head = try Self.piece(of: descriptor, path)
            workbook = try layout.flatMap { layout in
                guard Workbook.isWorkbook(head) else { return nil }
                return try WorkbookText(Self.rest(of: descriptor, behind: head, path), file: path, layout: layout)
            }
            // Of a workbook the text is read, not the bytes.
            self.head = workbook == nil ? head : []
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
        if let workbook { return try fill(room, from: workbook) }
        guard gzip != nil else { return try fillPlain(room) }
        do {
            let count = try gzip!.read(into: room) { try nextPiece() }
            guard growth.allows(count) else { throw Rejection(findings: [growth.finding(in: path)]) }
            return count
        } catch let fault as Gzip.Fault {
            throw Rejection(findings: [fault.finding(in: path, read: growth.packed)])
        }
    }

    private func fill(_ room: UnsafeMutableRawBufferPointer, from workbook: WorkbookText) throws -> Int {
        if head.isEmpty { _ = try workbook.read(into: &head, atLeast: Self.pieceSize) }
        return takeHead(into: room)
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
        head.isEmpty ? try read(into: room) : takeHead(into: room)
    }

    private func takeHead(into room: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(room.count, head.count)
        head.withUnsafeBytes { room.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        head.removeFirst(count)
        return count
    }

    private func nextPiece() throws -> [UInt8] {
        let piece = head.isEmpty ? try Self.piece(of: descriptor, path) : exchange(&head, with: [])
        if piece.isEmpty { try checkUnchanged() }
        growth.packed += piece.count
        return piece
    }

    private static func piece(of descriptor: Int32, _ path: String) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: pieceSize) { bytes, count in
            count = try read(descriptor, into: UnsafeMutableRawBufferPointer(bytes), path)
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

    /// All bytes of a file as they lie on the disk; for workbooks, which cannot be read from the front.
    static func whole(_ path: String) throws -> [UInt8] {
        let source = try ByteSource(path: path)
        // The file is closed with its source.
        return try withExtendedLifetime(source) { try rest(of: source.descriptor, behind: source.head, path) }
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

    // MARK: What cannot be trusted

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
