import Glibc

/// A value that threads change one at a time, each once the value is as it needs it.
final class Monitor<Value>: @unchecked Sendable {
    private var value: Value
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init(_ value: Value) {
        self.value = value
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(change, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        pthread_cond_destroy(change)
        mutex.deallocate()
        change.deallocate()
    }

    /// Waits until `isReady`, and changes the value. All who wait look at it again then.
    ///
    /// Both closures run while no other thread is at the value, and must not wait for one.
    func change<Outcome>(
        when isReady: (Value) -> Bool = { _ in true }, _ work: (inout Value) -> Outcome
    ) -> Outcome {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while !isReady(value) { pthread_cond_wait(change, mutex) }
        defer { pthread_cond_broadcast(change) }
        return work(&value)
    }
}
