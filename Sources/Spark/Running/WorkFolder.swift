import Glibc

/// A folder of a run's own, which is removed with all that is in it.
struct WorkFolder {
    let path: String

    /// - Throws: `.cannotWrite` when none can be made there.
    init(in parent: String) throws(SparkFault) {
        guard let resolved = realpath(parent, nil) else { throw .cannotWrite(parent, cause: Self.cause()) }
        defer { free(resolved) }
        var template = Array((String(cString: resolved) + "/headroom-spark-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw .cannotWrite(parent, cause: Self.cause()) }
        path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    }

    /// - Throws: `.cannotWrite`.
    func write(_ text: String, to path: String) throws(SparkFault) {
        guard let file = fopen(path, "wxe") else { throw .cannotWrite(path, cause: Self.cause()) }
        let bytes = Array(text.utf8)
        let isWritten = fwrite(bytes, 1, bytes.count, file) == bytes.count
        guard fclose(file) == 0, isWritten else { throw .cannotWrite(path, cause: Self.cause()) }
    }

    func remove() { Self.remove(path) }

    private static func remove(_ path: String) {
        for name in names(in: path) {
            let inner = "\(path)/\(name)"
            var status = stat()
            guard lstat(inner, &status) == 0 else { continue }
            if status.st_mode & S_IFMT == S_IFDIR { remove(inner) } else { unlink(inner) }
        }
        rmdir(path)
    }

    /// What a folder holds, sorted; nothing when it is none.
    static func names(in path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    static func cause() -> String { String(cString: strerror(errno)) }
}
