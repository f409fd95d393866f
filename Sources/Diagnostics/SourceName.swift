import Synchronization

/// The name of an input, held once for all places in it: a list of a million lines has several million places.
public struct SourceName: Hashable, Sendable {
    private let number: UInt32

    /// - Parameter text: the name as the user gave it; `-` for standard input.
    public init(_ text: String) { number = Self.known.withLock { $0.number(of: text) } }

    /// The name as it was given.
    public var text: String { Self.known.withLock { $0.texts[Int(number)] } }

    private static let known = Mutex(Names())

    /// Names only come: a program reads few files, and their places may outlive the reading.
    private struct Names {
        var texts: [String] = []
        private var numbers: [String: UInt32] = [:]
        /// The one that was asked for last, which is nearly always the one that is asked for next.
        private var last: UInt32 = 0

        mutating func number(of text: String) -> UInt32 {
            if !texts.isEmpty, texts[Int(last)] == text { return last }
            last = numbers[text] ?? add(text)
            return last
        }

        private mutating func add(_ text: String) -> UInt32 {
            let number = UInt32(texts.count)
            texts.append(text)
            numbers[text] = number
            return number
        }
    }
}
