/// What is kept beside a delivery: what was said of it when it was stored, and what it changed of names.
public struct DeliveryQuality: Hashable, Sendable, Codable {
    public var report: QualityReport
    /// The names of the file's columns, as its header writes them.
    public var columns: [String]
    /// Names that it exchanged for others; see ``NameChange``.
    public var nameChanges: [NameChange]

    public init(_ report: QualityReport = QualityReport([]), columns: [String] = [], nameChanges: [NameChange] = []) {
        self.report = report
        self.columns = columns
        self.nameChanges = nameChanges
    }
}

/// A key whose name a delivery changed: undone, names are again as they were published before it.
public struct NameChange: Hashable, Sendable, Codable {
    public var dimension: SpendDimension
    public var key: String
    public var from: String
    public var to: String

    public init(_ dimension: SpendDimension, key: String, from: String, to: String) {
        self.dimension = dimension
        self.key = key
        self.from = from
        self.to = to
    }
}
