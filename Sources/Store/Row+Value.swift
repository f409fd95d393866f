import GRDB

extension Row {
    /// A field of a row, whatever a damaged file holds in its place.
    ///
    /// - Throws: ``Damage`` when it is of another type, or absent.
    func value<Value: DatabaseValueConvertible>(_ column: Int, as _: Value.Type = Value.self) throws(Damage) -> Value {
        guard let value: Value = try optional(column) else { throw Damage("a field of its tables is missing") }
        return value
    }

    /// A field that may be absent.
    ///
    /// - Throws: ``Damage`` when it is of another type.
    func optional<Value: DatabaseValueConvertible>(
        _ column: Int, as _: Value.Type = Value.self
    ) throws(Damage) -> Value? {
        let stored: DatabaseValue = self[column]
        if stored.isNull { return nil }
        guard let value = Value.fromDatabaseValue(stored) else { throw Damage("a field of its tables is unreadable") }
        return value
    }

    /// The bytes of a field.
    func bytes(_ column: Int) throws -> [UInt8] {
        try withUnsafeData(atIndex: column) { data in data.map { Array($0) } ?? [] }
    }
}
