/// A value together with the place it was read from, so that a later check can point at it.
public struct Located<Value> {
    public var value: Value
    /// `nil` for a value that no file states, such as one built in code.
    public var place: SourcePlace?

    public init(_ value: Value, at place: SourcePlace? = nil) {
        self.value = value
        self.place = place
    }

    /// The same place with another value.
    public func map<Other>(_ transform: (Value) throws -> Other) rethrows -> Located<Other> {
        Located<Other>(try transform(value), at: place)
    }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
