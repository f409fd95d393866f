/// Lets threads through one after another, in the order of the numbers that they hold.
///
/// Whoever holds a number must pass, also when there is nothing left to do: those behind wait for it.
public final class Turnstile: Sendable {
    /// The number that is let through next.
    private let next = Monitor(0)

    public init() {}

    /// Does `work` after those with lower numbers have passed, and before those with higher ones.
    ///
    /// - Parameter number: counted from 0, each held by one caller.
    public func pass<Value>(_ number: Int, _ work: () throws -> Value) rethrows -> Value {
        next.change(when: { $0 == number }) { _ in }
        defer { next.change { $0 += 1 } }
        return try work()
    }
}
