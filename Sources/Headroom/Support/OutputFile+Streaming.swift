import Glibc

extension OutputFile {
    /// Writes a file that is too large to be held, a piece at a time; it appears whole or not at all.
    ///
    /// - Parameter produce: hands on the pieces, in order.
    /// - Throws: `.cannotWrite`, and what `produce` throws, with nothing left behind.
    static func write(to path: String, streaming produce: (_ write: ([UInt8]) throws -> Void) throws -> Void) throws {
        var cause: (any Error)?
        do {
            try write(to: path) { temporary throws(Failure) in
                let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
                guard descriptor >= 0 else { throw Failure(.cannotWrite, path, cause: lastCause()) }
                defer { close(descriptor) }
                do {
                    try produce { try append($0, to: descriptor, path) }
                } catch {
                    cause = error
                    throw Failure(.inputOutput, path, cause: "it was not finished")
                }
                guard fsync(descriptor) == 0 || errno == EINVAL else {
                    throw Failure(.cannotWrite, path, cause: lastCause())
                }
            }
        } catch {
            throw cause ?? error
        }
    }

    private static func append(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(Failure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Failure(.cannotWrite, path, cause: lastCause()) }
            rest = rest.dropFirst(count)
        }
    }
}
