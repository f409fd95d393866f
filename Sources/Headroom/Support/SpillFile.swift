import Glibc
import MediaSpend
import Synchronization

/// A file without a name, in which cells wait that memory has no room for: whatever ends this program ends it, too.
final class SpillFile: CellStorage {
    private let folder: String
    private let state = Mutex(State())

    private struct State {
        /// Opened when first needed.
        var descriptor: Int32?
        /// In words.
        var size = 0
    }

    init(in folder: String) { self.folder = folder }

    deinit { state.withLock { if let descriptor = $0.descriptor { _ = close(descriptor) } } }

    func reserve(_ count: Int) throws -> Int {
        try state.withLock { state throws(Failure) in
            if state.descriptor == nil { state.descriptor = try open() }
            defer { state.size += count }
            return state.size
        }
    }

    func write(_ words: UnsafeBufferPointer<UInt64>, at position: Int) throws {
        let descriptor = descriptor
        var rest = UnsafeRawBufferPointer(words)[...]
        while !rest.isEmpty {
            let count = pwrite(
                descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count,
                position * Self.wordSize + rest.startIndex)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure("what does not fit into memory cannot be kept here", lastCause()) }
            rest = rest.dropFirst(count)
        }
    }

    func read(into words: UnsafeMutableBufferPointer<UInt64>, at position: Int) throws {
        let descriptor = descriptor
        let bytes = UnsafeMutableRawBufferPointer(words)
        var done = 0
        while done < bytes.count {
            let count = pread(
                descriptor, bytes.baseAddress! + done, bytes.count - done, position * Self.wordSize + done)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                throw failure("what waited here cannot be read again", count < 0 ? lastCause() : "it ends too soon")
            }
            done += count
        }
    }

    private static let wordSize = MemoryLayout<UInt64>.size

    private var descriptor: Int32 {
        guard let descriptor = state.withLock({ $0.descriptor }) else {
            preconditionFailure("a place in \(folder) that was not reserved")
        }
        return descriptor
    }

    private func open() throws(Failure) -> Int32 {
        var template = Array((folder + "/headroom-cells-XXXXXX").utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else {
            throw failure("no file can be made here for what does not fit into memory", lastCause())
        }
        unlink(template)
        // No program that this one starts is to keep it.
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        return descriptor
    }

    private func failure(_ what: String, _ cause: String) -> Failure {
        Failure(.inputOutput, folder, cause: "\(what): \(cause); name another folder in TMPDIR, or give more --memory")
    }
}
