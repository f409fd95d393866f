/// How far Spark has come.
public struct SparkProgress: Hashable, Sendable {
    /// The number of the stage that it works at, counted from 0; `nil` while it starts.
    public var stage: Int?
    /// Pieces of the stage that are done, and all of them.
    public var done = 0
    public var pieces = 0

    public init() {}

    /// Reads the last bar, such as `[Stage 3:====>  (5 + 2) / 8]`, of what Spark wrote; nothing changes without one.
    mutating func update(from written: String) {
        guard let start = written.ranges(of: "[Stage ").last, let end = written[start.upperBound...].firstIndex(of: "]")
        else { return }
        let bar = written[start.upperBound..<end]
        let numbers = bar.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
        guard numbers.count >= 4 else { return }
        stage = numbers[0]
        done = numbers[numbers.count - 3]
        pieces = numbers[numbers.count - 1]
    }
}
