import Glibc

extension Terminal {
    /// Progress is for people who watch.
    static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 }

    /// Puts a text in the place of the one before on the same line of standard error; an empty one clears it.
    static func showProgress(_ text: String) {
        let line = "\r\u{1B}[K" + text
        _ = line.utf8.withContiguousStorageIfAvailable { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
