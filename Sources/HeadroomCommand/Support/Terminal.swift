import Glibc
import Headroom

/// What is known of the terminal, and how findings look on it.
enum Terminal {
    /// Columns of papers in text: those of the terminal between 60 and 160, else 80.
    static var width: Int {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return 80
        }
        return min(160, max(60, Int(size.ws_col)))
    }

    static var colorsOutput: Bool { isatty(STDOUT_FILENO) == 1 && wantsColor }
    static var colorsErrors: Bool { isatty(STDERR_FILENO) == 1 && wantsColor }

    /// https://no-color.org: any value but none switches colour off.
    private static var wantsColor: Bool {
        guard let value = getenv("NO_COLOR") else { return true }
        return value.pointee == 0
    }

    /// Writes to standard output at once, so that a full disk behind it is noticed.
    static func printOutput(_ text: String, terminator: String = "\n") throws(Failure) {
        var text = text + terminator
        let failure = text.withUTF8 { printBytes(UnsafeRawBufferPointer($0)) }
        if let failure { throw failure }
    }

    /// Writes a piece of what stands on standard output.
    static func printOutput(bytes: [UInt8]) throws(Failure) {
        if let failure = bytes.withUnsafeBytes({ printBytes($0) }) { throw failure }
    }

    /// Writes a JSON value to standard output piece by piece: that of a large plan is hundreds of megabytes.
    static func printJSON(_ value: JSONValue, _ workers: Workers) throws(Failure) {
        var failure: Failure?
        let writer = JSONWriter(.indented, workers: workers) { bytes in
            if failure == nil { failure = printBytes(bytes) }
        }
        value.write(to: writer)
        writer.finish()
        if let failure { throw failure }
        try printOutput("")
    }

    private static func printBytes(_ bytes: UnsafeRawBufferPointer) -> Failure? {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = write(STDOUT_FILENO, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                return Failure(.inputOutput, "standard output", cause: String(cString: strerror(errno)))
            }
            rest = rest.dropFirst(count)
        }
        return nil
    }

    static func printError(_ message: String) {
        let line = message + "\n"
        _ = line.utf8.withContiguousStorageIfAvailable { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    /// Each finding as `file:line:column: severity: message [id]`, its line of input and the advice.
    static func printFindings(_ findings: [Finding], colored: Bool) {
        for finding in findings {
            let place = finding.place.map { "\($0): " } ?? ""
            let severity = colored ? finding.severity.colored : finding.severity.rawValue
            printError("\(place)\(severity): \(finding.message.printable) [\(finding.id)]")
            if let excerpt = finding.excerpt { printError("    \(excerpt.printable.drop { $0 == " " || $0 == "\t" })") }
            printError("    → \(finding.advice.printable)")
        }
        let errors = findings.count { $0.severity == .error }
        if errors > 1 { printError("\(errors) errors; nothing was written") }
    }
}

extension Severity {
    fileprivate var colored: String {
        let code =
            switch self {
            case .error: 31
            case .warning: 33
            case .note: 36
            }
        return "\u{1B}[1;\(code)m\(rawValue)\u{1B}[0m"
    }
}

extension String {
    /// With control characters replaced, which could steer the terminal.
    fileprivate var printable: String {
        let scalars = unicodeScalars.map { scalar -> Unicode.Scalar in
            let isControl = (scalar.value < 0x20 && scalar != "\t") || (0x7F..<0xA0).contains(scalar.value)
            return isControl ? "\u{FFFD}" : scalar
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
