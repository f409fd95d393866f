public import Parallel

/// JSON text as it grows, handed on in large pieces, so that an answer of any length takes little memory.
///
/// ```swift
/// let writer = JSONWriter { bytes in try? output.write(bytes) }
/// writer.openObject()
/// writer.member("id", "brief")
/// writer.member("duration", 960)
/// writer.closeObject()
/// writer.finish()
/// ```
/// The same calls always give the same text. Numbers have their shortest exact form. Beside what JSON demands, U+2028,
/// U+2029 and `</` are escaped, so that the text may also stand inside a script of a page.
public final class JSONWriter {
    /// How text is broken into lines.
    public enum Layout: Sendable {
        /// Nothing but what is needed.
        case compact
        /// Two blanks a level and one member a line.
        case indented
    }

    private var layout: Layout
    private let workers: Workers
    private let sink: (UnsafeRawBufferPointer) -> Void
    private var buffer: UnsafeMutablePointer<UInt8>
    private var count = 0
    private var capacity: Int
    private var depth = 0
    /// Whether the next element is the first of its list or group.
    private var isFirst = true
    /// Whether the value that comes stands behind its key.
    private var isBehindKey = false

    /// - Parameters:
    ///   - workers: how many threads may write long lists.
    ///   - pieceSize: after how many bytes text is handed on.
    ///   - sink: takes the pieces in order, one at a time, though not always on the thread that began.
    public init(
        _ layout: Layout = .compact, workers: Workers = .one, pieceSize: Int = 1 << 18,
        sink: @escaping (UnsafeRawBufferPointer) -> Void
    ) {
        self.layout = layout
        self.workers = workers
        self.sink = sink
        capacity = pieceSize
        buffer = .allocate(capacity: pieceSize)
    }

    deinit { buffer.deallocate() }

    /// Hands on what is left.
    public func finish() { flush() }

    // MARK: Groups and lists

    public func openObject() { open(UInt8(ascii: "{")) }
    public func closeObject() { close(UInt8(ascii: "}")) }
    public func openArray() { open(UInt8(ascii: "[")) }
    public func closeArray() { close(UInt8(ascii: "]")) }

    private func open(_ bracket: UInt8) {
        beginValue()
        append(bracket)
        depth += 1
        isFirst = true
    }

    private func close(_ bracket: UInt8) {
        depth -= 1
        if !isFirst { breakLine() }
        append(bracket)
        isFirst = false
    }

    /// The key of the value that comes.
    public func key(_ key: String) {
        separate()
        quote(key)
        append(UInt8(ascii: ":"))
        if layout == .indented { append(UInt8(ascii: " ")) }
        isBehindKey = true
    }

    /// The key of the value that comes; plain ASCII without quotes or backslashes.
    public func key(_ key: StaticString) {
        separate()
        reserve(key.utf8CodeUnitCount + 4)
        buffer[count] = UInt8(ascii: "\"")
        (buffer + count + 1).update(from: key.utf8Start, count: key.utf8CodeUnitCount)
        count += key.utf8CodeUnitCount + 1
        buffer[count] = UInt8(ascii: "\"")
        buffer[count + 1] = UInt8(ascii: ":")
        count += 2
        if layout == .indented { append(UInt8(ascii: " ")) }
        isBehindKey = true
    }

    // MARK: Long lists

    /// A list of records, a line for each.
    func array(of records: JSONRecords) {
        openArray()
        let length = Self.recordsInAPiece
        let (layout, depth) = (layout, depth)
        workers.inOrder((records.count + length - 1) / length) { piece in
            let part = ListPart(layout, depth: depth, isFirst: piece == 0)
            for index in piece * length..<min(records.count, (piece + 1) * length) {
                part.writer.line { records.write(index, $0) }
            }
            return part
        } handOn: {
            take($0)
        }
        closeArray()
    }

    private static let recordsInAPiece = 1_024

    /// Some of the elements of a list, on their own until those before them have been written.
    private final class ListPart {
        let writer: JSONWriter
        private final class Text { var bytes: [UInt8] = [] }
        private let text = Text()

        init(_ layout: Layout, depth: Int, isFirst: Bool) {
            writer = JSONWriter(layout, pieceSize: 1 << 20) { [text] in text.bytes.append(contentsOf: $0) }
            writer.depth = depth
            writer.isFirst = isFirst
        }

        func handOn(to sink: (UnsafeRawBufferPointer) -> Void) {
            if !text.bytes.isEmpty { text.bytes.withUnsafeBytes(sink) }
            if writer.count > 0 { sink(UnsafeRawBufferPointer(start: writer.buffer, count: writer.count)) }
        }
    }

    private func take(_ part: ListPart) {
        flush()
        part.handOn(to: sink)
        isFirst = false
    }

    // MARK: Values

    public func null() { word("null") }
    public func value(_ flag: Bool) { if flag { word("true") } else { word("false") } }
    public func value(_ text: String) {
        beginValue()
        quote(text)
    }

    public func value(_ number: Int) {
        beginValue()
        reserve(20)
        var digits: (UInt64, Int) = (UInt64(number.magnitude), 0)
        var end = count + 20
        repeat {
            end -= 1
            buffer[end] = UInt8(ascii: "0") + UInt8(digits.0 % 10)
            digits = (digits.0 / 10, digits.1 + 1)
        } while digits.0 > 0
        if number < 0 {
            end -= 1
            buffer[end] = UInt8(ascii: "-")
            digits.1 += 1
        }
        (buffer + count).update(from: buffer + end, count: digits.1)
        count += digits.1
    }

    /// - Precondition: the number is finite.
    public func value(_ number: Double) {
        precondition(number.isFinite, "\(number) has no form in JSON; an undefined figure is null with its reason")
        beginValue()
        append(number.description)
    }

    /// A text of a known length in plain ASCII without quotes or backslashes, which is put where it belongs.
    public func value(plainASCII length: Int, _ put: (UnsafeMutablePointer<UInt8>) -> Void) {
        beginValue()
        reserve(length + 2)
        buffer[count] = UInt8(ascii: "\"")
        put(buffer + count + 1)
        buffer[count + 1 + length] = UInt8(ascii: "\"")
        count += length + 2
    }

    // MARK: Members

    public func member(_ key: StaticString, _ flag: Bool) {
        self.key(key)
        value(flag)
    }
    public func member(_ key: StaticString, _ text: String) {
        self.key(key)
        value(text)
    }
    public func member(_ key: StaticString, _ number: Int) {
        self.key(key)
        value(number)
    }
    /// - Parameter word: plain ASCII without quotes or backslashes.
    public func member(_ key: StaticString, _ word: StaticString) {
        self.key(key)
        beginValue()
        reserve(word.utf8CodeUnitCount + 2)
        buffer[count] = UInt8(ascii: "\"")
        (buffer + count + 1).update(from: word.utf8Start, count: word.utf8CodeUnitCount)
        buffer[count + 1 + word.utf8CodeUnitCount] = UInt8(ascii: "\"")
        count += word.utf8CodeUnitCount + 2
    }
    public func member(null key: StaticString) {
        self.key(key)
        null()
    }

    /// One value without line breaks inside, on a line of its own.
    func line(_ write: (JSONWriter) -> Void) {
        beginValue()
        let outer = layout
        layout = .compact
        isBehindKey = true
        write(self)
        layout = outer
    }

    // MARK: Bytes

    private func word(_ word: StaticString) {
        beginValue()
        reserve(word.utf8CodeUnitCount)
        (buffer + count).update(from: word.utf8Start, count: word.utf8CodeUnitCount)
        count += word.utf8CodeUnitCount
    }

    private func beginValue() {
        if isBehindKey { isBehindKey = false } else { separate() }
    }

    private func separate() {
        guard depth > 0 else { return }
        if !isFirst { append(UInt8(ascii: ",")) }
        isFirst = false
        breakLine()
    }

    private func breakLine() {
        guard layout == .indented else { return }
        reserve(1 + 2 * depth)
        buffer[count] = UInt8(ascii: "\n")
        (buffer + count + 1).update(repeating: UInt8(ascii: " "), count: 2 * depth)
        count += 1 + 2 * depth
    }

    private func append(_ byte: UInt8) {
        reserve(1)
        buffer[count] = byte
        count += 1
    }

    private func append(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            guard let start = bytes.baseAddress else { return }
            reserve(bytes.count)
            (buffer + count).update(from: start, count: bytes.count)
            count += bytes.count
        }
    }

    @inline(__always)
    private func reserve(_ more: Int) {
        if count + more > capacity { makeRoom(for: more) }
    }

    @inline(never)
    private func makeRoom(for more: Int) {
        flush()
        guard more > capacity else { return }
        buffer.deallocate()
        capacity = more
        buffer = .allocate(capacity: more)
    }

    private func flush() {
        if count > 0 { sink(UnsafeRawBufferPointer(start: buffer, count: count)) }
        count = 0
    }

    // MARK: Quoting

    private func quote(_ text: String) {
        append(UInt8(ascii: "\""))
        var text = text
        let isPlain = text.withUTF8 { bytes in
            var needsCare = false
            for byte in bytes { needsCare = needsCare || Self.careTable[Int(byte)] }
            guard !needsCare else { return false }
            guard let start = bytes.baseAddress else { return true }
            reserve(bytes.count)
            (buffer + count).update(from: start, count: bytes.count)
            count += bytes.count
            return true
        }
        if !isPlain { escape(text) }
        append(UInt8(ascii: "\""))
    }

    private func escape(_ text: String) {
        var escaped = ""
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": escaped += "\\\""
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case "\r": escaped += "\\r"
            case "\t": escaped += "\\t"
            case "/" where last == "<": escaped += "\\/"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F || scalar == "\u{2028}" || scalar == "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: escaped.unicodeScalars.append(scalar)
            }
            last = scalar
        }
        append(escaped)
    }

    /// Whether a byte of UTF-8 may belong to a scalar that is not written as it stands; 0xE2 leads U+2028 and U+2029.
    private static let careTable: [Bool] = (0...255).map { byte in
        byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x2F || byte == 0x7F || byte == 0xE2
    }
}
