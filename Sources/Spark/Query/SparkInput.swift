import Diagnostics

/// What Spark is to read: one file, or all that a pattern or a folder means.
public struct SparkInput: Hashable, Sendable {
    /// As the user gave it, for messages.
    public let name: String
    /// As Spark is to find it: with a scheme, such as `file:///data/2025.csv` or `s3a://bucket/2025/*.csv`.
    public let location: String
    public let format: Format
    /// The columns that its first line names, where it could be looked at; `nil`: the layout's columns are taken to be
    /// there, and Spark looks for them by name.
    public let header: [String]?
    /// The year of its months, where the layout's months are numbers.
    public let year: Int?

    /// In which form it is stored.
    public enum Format: String, Hashable, Sendable {
        case csv
        case parquet
    }

    public init(_ name: String, location: String, format: Format, header: [String]? = nil, year: Int? = nil) {
        self.name = name
        self.location = location
        self.format = format
        self.header = header
        self.year = year
    }
}

/// Where the columns of one input are.
struct SparkColumns {
    private let input: SparkInput
    private let positions: [String: Int]

    init(_ input: SparkInput) {
        self.input = input
        positions = Dictionary((input.header ?? []).enumerated().map { ($1.lowercased(), $0) }) { first, _ in first }
    }

    /// Whether the input has a column; one that could not be looked at is taken to have it.
    func has(_ name: String) -> Bool { input.header == nil || positions[name.lowercased()] != nil }

    /// A column as the view calls it: by its place where the header is known, so that no name of a file is ever SQL.
    func reference(_ name: String) -> String {
        positions[name.lowercased()].map { "c\($0)" } ?? SQLText.identifier(name)
    }

    /// Names that stand twice in the header, of those asked for.
    func repeated(among names: Set<String>) -> [String] {
        let wanted = Set(names.map { $0.lowercased() })
        let counts = Dictionary(grouping: input.header ?? []) { $0.lowercased() }
        return counts.filter { wanted.contains($0.key) && $0.value.count > 1 }.map { $0.value[0] }.sorted()
    }
}
