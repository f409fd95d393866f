/// A JSON value whose objects keep the order in which they were written.
///
/// ```swift
/// let answer: JSONValue = ["project": ["name": "Spring launch", "feasible": true], "findings": []]
/// print(answer.serialized(pretty: true))
/// ```
///
/// Two objects are equal when they have the same members in the same order.
public enum JSONValue: Sendable {
    case null
    case bool(Bool)
    /// Written with all its digits, also beyond 2⁵³.
    case integer(Int)
    /// Finite: an undefined figure is `.null` with its reason beside it.
    case number(Double)
    case string(String)
    case array([JSONValue])
    /// Members in order, each key once.
    case object([(key: String, value: JSONValue)])
    /// A long list whose elements are written one by one, each on a line of its own.
    case records(JSONRecords)

    /// The value of a member; `nil` when this is no object or has no such member.
    public subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// An element; `nil` when this is no array or has no such element.
    public subscript(index: Int) -> JSONValue? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }
}

extension JSONValue: Hashable {
    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.integer(let left), .integer(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.string(let left), .string(let right)): left == right
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)):
            left.elementsEqual(right) { $0.key == $1.key && $0.value == $1.value }
        case (.records(let left), .records(let right)): left == right
        default: false
        }
    }

    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let value): hasher.combine(value)
        case .integer(let value): hasher.combine(value)
        case .number(let value): hasher.combine(value)
        case .string(let value): hasher.combine(value)
        case .array(let elements): hasher.combine(elements)
        case .records(let records): hasher.combine(records)
        case .object(let members):
            for member in members {
                hasher.combine(member.key)
                hasher.combine(member.value)
            }
        }
    }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByStringInterpolation,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(nilLiteral: ()) { self = .null }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(integerLiteral value: Int) { self = .integer(value) }
    public init(floatLiteral value: Double) { self = .number(value) }
    public init(stringLiteral value: String) { self = .string(value) }
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    public init(dictionaryLiteral members: (String, JSONValue)...) {
        self = .object(members.map { (key: $0, value: $1) })
    }
}

extension JSONValue {
    /// The text, or `.null` for `nil`.
    public init(_ text: String?) { self = text.map(JSONValue.string) ?? .null }
    /// The integer, or `.null` for `nil`.
    public init(_ integer: Int?) { self = integer.map(JSONValue.integer) ?? .null }
    /// The number, or `.null` for `nil`. Finite.
    public init(_ number: Double?) { self = number.map(JSONValue.number) ?? .null }
}
