import Glibc

/// Lets threads through one after another, in the order of the numbers that they hold.
///
/// Whoever holds a number must pass, also when there is nothing left to do: those behind wait for it.
public final class Turnstile: @unchecked Sendable {
    private var next = 0
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    public init() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(change, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        pthread_cond_destroy(change)
        mutex.deallocate()
        change.deallocate()
    }

    /// Does `work` after those with lower numbers have passed, and before those with higher ones.
    ///
    /// - Parameter number: counted from 0, each held by one caller.
    public func pass<Value>(_ number: Int, _ work: () throws -> Value) rethrows -> Value {
        pthread_mutex_lock(mutex)
        while next != number { pthread_cond_wait(change, mutex) }
        pthread_mutex_unlock(mutex)
        defer {
            pthread_mutex_lock(mutex)
            next += 1
            pthread_cond_broadcast(change)
            pthread_mutex_unlock(mutex)
        }
        return try work()
    }
}
