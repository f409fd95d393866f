import Glibc

/// Where several threads leave what they made, and one takes it in the order of its numbers.
///
/// No more lies there than a few pieces: who is too far ahead waits.
public final class Handover<Piece>: @unchecked Sendable {
    private var pieces: [Int: Piece] = [:]
    private var next = 0
    /// How many threads may still leave something.
    private var makers: Int
    private let room: Int
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    /// - Parameter makers: how many threads leave pieces; each must say when it is done.
    public init(makers: Int) {
        self.makers = makers
        room = 2 * makers
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(change, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        pthread_cond_destroy(change)
        mutex.deallocate()
        change.deallocate()
    }

    /// Leaves the piece of a number, each of which is used once, from 0 on without a gap.
    public func leave(_ piece: consuming sending Piece, number: Int) {
        pthread_mutex_lock(mutex)
        while number - next >= room { pthread_cond_wait(change, mutex) }
        pieces[number] = piece
        pthread_cond_broadcast(change)
        pthread_mutex_unlock(mutex)
    }

    /// Says that a thread leaves nothing more.
    public func end() {
        pthread_mutex_lock(mutex)
        makers -= 1
        pthread_cond_broadcast(change)
        pthread_mutex_unlock(mutex)
    }

    /// The piece of the next number; waits for it. `nil` when all threads are done and nothing is left.
    public func take() -> Piece? {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while pieces[next] == nil, makers > 0 { pthread_cond_wait(change, mutex) }
        guard let piece = pieces.removeValue(forKey: next) else { return nil }
        next += 1
        pthread_cond_broadcast(change)
        return piece
    }
}
