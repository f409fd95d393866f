extension JSONValue {
    /// This value as JSON text without a line end behind it.
    ///
    /// - Parameter pretty: two blanks a level and one member a line; otherwise nothing but what is needed.
    /// - Precondition: every `.number` is finite.
    public func serialized(pretty: Bool = false) -> String {
        var bytes: [UInt8] = []
        let writer = JSONWriter(pretty ? .indented : .compact) { bytes.append(contentsOf: $0) }
        write(to: writer)
        writer.finish()
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Writes this value where one is expected.
    ///
    /// - Precondition: every `.number` is finite.
    public func write(to writer: JSONWriter) {
        switch self {
        case .null: writer.null()
        case .bool(let value): writer.value(value)
        case .integer(let value): writer.value(value)
        case .number(let value): writer.value(value)
        case .string(let value): writer.value(value)
        case .array(let elements):
            writer.openArray()
            for element in elements { element.write(to: writer) }
            writer.closeArray()
        case .object(let members):
            writer.openObject()
            for member in members {
                writer.key(member.key)
                member.value.write(to: writer)
            }
            writer.closeObject()
        case .records(let records): writer.array(of: records)
        }
    }
}

/// The elements of a long list, which are written when their turn comes and never stand in memory together.
public struct JSONRecords: Sendable {
    public let count: Int
    /// Writes the element of an index, one value.
    let write: @Sendable (Int, JSONWriter) -> Void

    public init(count: Int, write: @escaping @Sendable (Int, JSONWriter) -> Void) {
        self.count = count
        self.write = write
    }
}

extension JSONValue {
    /// A long list of values that are made when they are written.
    public static func lines<Element: Sendable>(
        _ elements: [Element], _ value: @escaping @Sendable (Element) -> JSONValue
    ) -> JSONValue {
        .records(JSONRecords(count: elements.count) { value(elements[$0]).write(to: $1) })
    }
}

extension JSONRecords: Hashable {
    /// Equal when they are written alike.
    public static func == (left: JSONRecords, right: JSONRecords) -> Bool {
        left.count == right.count && left.text == right.text
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(count) }

    private var text: String { JSONValue.records(self).serialized() }
}
