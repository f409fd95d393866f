/// A value kept behind a reference: copies share it until one of them is changed, and the usual value costs nothing.
///
/// A plan may have a million activities, most of which state little more than an id, a duration and predecessors.
struct Indirect<Value: Sendable>: Sendable {
    private final class Storage: Sendable {
        let value: Value
        init(_ value: Value) { self.value = value }
    }

    private var storage: Storage?

    init() {}

    /// The value, or `nil` for the usual one.
    var value: Value? {
        get { storage?.value }
        set { storage = newValue.map(Storage.init) }
    }
}
