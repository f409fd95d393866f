/// What the jobs of a reference class have in common, by which a reader judges whether a job belongs among them.
public enum ClassName: Hashable, Sendable {
    /// Where they are kept, such as the name of a folder.
    case kept(in: String)
    /// All that an agency has closed, by the name of its workspace.
    case agency(String)
    case clientAndType(client: String, type: String)
    /// Of one type, with budgets from a third to three times as large.
    case typeAndSize(String)
    case type(String)
}

/// Where nothing else is said, it is the place that is named.
extension ClassName: ExpressibleByStringLiteral {
    public init(stringLiteral place: String) { self = .kept(in: place) }
}

/// The same in every language, as files name it; papers say it in their own words.
extension ClassName: CustomStringConvertible {
    public var description: String {
        switch self {
        case .kept(let place), .agency(let place): place
        case .clientAndType(let client, let type): "\(client) / \(type)"
        case .typeAndSize(let type): "\(type) (÷3…×3)"
        case .type(let type): type
        }
    }
}
