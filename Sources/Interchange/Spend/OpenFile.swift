import Diagnostics
import Glibc

/// A file, or standard input, that is open for reading, from its first byte to its last.
final class OpenFile {
    /// As the user gave it; `-` is standard input.
    let path: String
    private let descriptor: Int32
    /// What the file was when it was opened; `nil` for what is no file, such as a pipe.
    private let opened: FileState?

    /// How many bytes are read at once where they must be looked at before they are used.
    static let pieceSize = 1 << 18

    /// - Throws: ``SpendFileFault`` when there is no such file, or it is a folder.
    init(_ path: String) throws(SpendFileFault) {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotOpen(path, cause: String(cString: strerror(errno))) }
        guard !Self.isFolder(descriptor) else {
            if path != "-" { close(descriptor) }
            throw .cannotOpen(path, cause: "this is a folder, and a file is needed")
        }
        self.path = path
        self.descriptor = descriptor
        opened = FileState(descriptor)
    }

    deinit { if path != "-" { close(descriptor) } }

    /// Writes the next bytes into the beginning of `room`.
    ///
    /// - Returns: how many there are; 0 at the end.
    /// - Throws: ``SpendFileFault``; a `Rejection` at the end of a file that another program writes to meanwhile.
    func read(into room: UnsafeMutableRawBufferPointer) throws -> Int {
        var count = 0
        repeat { count = Glibc.read(descriptor, room.baseAddress, room.count) } while count < 0 && errno == EINTR
        guard count >= 0 else { throw SpendFileFault.cannotRead(path, cause: String(cString: strerror(errno))) }
        if count == 0 { try checkUnchanged() }
        return count
    }

    /// The next bytes, at most ``pieceSize``; none at the end.
    func piece() throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { bytes, count in
            count = try read(into: UnsafeMutableRawBufferPointer(bytes))
        }
    }

    private static func isFolder(_ descriptor: Int32) -> Bool {
        var status = stat()
        return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    // MARK: What cannot be trusted

    /// A file that is still being copied ends early, and perhaps in the middle of an amount.
    private func checkUnchanged() throws(Rejection) {
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
