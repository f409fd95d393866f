import Glibc

/// The variables that this program was started with.
public enum ProgramEnvironment {
    /// Name by value; those that are no text are left out.
    public static var variables: [String: String] {
        guard let file = fopen("/proc/self/environ", "re") else { return [:] }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&piece, 1, piece.count, file), count > 0 { bytes += piece[..<count] }
        let entries = bytes.split(separator: 0).compactMap { entry -> (String, String)? in
            guard let text = String(validating: entry, as: UTF8.self), let sign = text.firstIndex(of: "=") else {
                return nil
            }
            return (String(text[..<sign]), String(text[text.index(after: sign)...]))
        }
        return Dictionary(entries) { first, _ in first }
    }

    /// Where large files lie for a while: `TMPDIR`, otherwise `/var/tmp`, which is on a disk where `/tmp` may be in memory.
    public static var temporaryFolder: String {
        if let named = variables["TMPDIR"], !named.isEmpty { return named }
        return access("/var/tmp", W_OK | X_OK) == 0 ? "/var/tmp" : "/tmp"
    }
}
