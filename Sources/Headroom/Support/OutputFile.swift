import Glibc

/// Writes files that appear whole or not at all: a temporary neighbour is written, flushed and renamed.
public enum OutputFile {
    /// - Throws: `.cannotWrite` when the folder or the file cannot be made, with nothing left behind.
    public static func write(_ bytes: some Collection<UInt8>, to path: String) throws(Failure) {
        try write(to: path) { temporary throws(Failure) in
            let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
            guard descriptor >= 0 else { throw Failure(.cannotWrite, path, cause: lastCause()) }
            defer { close(descriptor) }
            var rest = Array(bytes)[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw Failure(.cannotWrite, path, cause: lastCause()) }
                rest = rest.dropFirst(count)
            }
            guard fsync(descriptor) == 0 || errno == EINVAL else {
                throw Failure(.cannotWrite, path, cause: lastCause())
            }
        }
    }

    /// For a library that writes by itself: `produce` is given the temporary path and fills that file.
    public static func write(to path: String, by produce: (String) throws(Failure) -> Void) throws(Failure) {
        let path = resolved(path)
        if isSpecial(path) { return try produce(path) }
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        try makeFolder(folder.isEmpty ? "/" : folder)
        let temporary = "\(path).\(getpid()).part"
        do throws(Failure) {
            try produce(temporary)
            guard rename(temporary, path) == 0 else { throw Failure(.cannotWrite, path, cause: lastCause()) }
        } catch {
            unlink(temporary)
            throw error
        }
    }

    /// Where a link points to, so that the link stays one; any other path as it is.
    private static func resolved(_ path: String) -> String {
        guard let target = realpath(path, nil) else { return path }
        defer { free(target) }
        return String(cString: target)
    }

    /// Whether this is a device or a pipe, such as `/dev/stdout`: it takes what it is given, and must not be replaced.
    private static func isSpecial(_ path: String) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { return false }
        return [S_IFCHR, S_IFBLK, S_IFIFO, S_IFSOCK].contains(status.st_mode & S_IFMT)
    }

    /// Whether something of this name is there.
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Whether a file is there and holds nothing.
    static func isEmpty(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_size == 0
    }

    /// Takes files away, those of them that are there.
    ///
    /// - Throws: `.cannotWrite` when one stays.
    static func remove(_ paths: String...) throws(Failure) {
        for path in paths where unlink(path) != 0 && errno != ENOENT {
            throw Failure(.cannotWrite, path, cause: lastCause())
        }
    }

    /// Finds out whether files could be written into a folder, which need not be there, and makes nothing.
    ///
    /// - Throws: `.cannotWrite`.
    public static func checkFolder(_ path: String) throws(Failure) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            guard errno == ENOENT, path != "." else { throw Failure(.cannotWrite, path, cause: lastCause()) }
            guard let slash = path.lastIndex(of: "/") else { return try checkFolder(".") }
            return try checkFolder(slash == path.startIndex ? "/" : String(path[..<slash]))
        }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw Failure(.cannotWrite, path, cause: "this is a file, and a folder is needed")
        }
        guard access(path, W_OK | X_OK) == 0 else { throw Failure(.cannotWrite, path, cause: lastCause()) }
    }

    /// Makes a folder and those above it.
    public static func makeFolder(_ path: String) throws(Failure) {
        if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
            throw Failure(.cannotWrite, path, cause: lastCause())
        }
        try makeFolder(String(path[..<slash]))
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
            throw Failure(.cannotWrite, path, cause: lastCause())
        }
    }
}
