import Glibc
import Synchronization

/// Listens for the signals that ask this program to stop, while something runs that has to be stopped and cleared first.
struct StopSignals {
    private let before: [(number: Int32, action: sigaction)]
    private let mask: sigset_t

    /// The signal that came last; 0 when none did.
    private static let last = Atomic<Int32>(0)
    private static let watched = [SIGINT, SIGTERM, SIGHUP]

    /// From now on these signals are only remembered; one that this program was started to ignore stays so.
    static func watch() -> StopSignals {
        // Made before a handler may need it.
        last.store(0, ordering: .sequentiallyConsistent)
        var before: [(number: Int32, action: sigaction)] = []
        var (wanted, mask) = (sigset_t(), sigset_t())
        sigemptyset(&wanted)
        for number in watched {
            var (action, old) = (sigaction(), sigaction())
            action.__sigaction_handler.sa_handler = { StopSignals.last.store($0, ordering: .sequentiallyConsistent) }
            sigaction(number, nil, &old)
            guard !isIgnored(old) else { continue }
            sigaction(number, &action, nil)
            sigaddset(&wanted, number)
            before.append((number, old))
        }
        // Whoever started this program may have left them blocked.
        pthread_sigmask(SIG_UNBLOCK, &wanted, &mask)
        return StopSignals(before: before, mask: mask)
    }

    private static func isIgnored(_ action: sigaction) -> Bool {
        unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    /// The signal that asked to stop.
    var received: Int32? {
        let number = Self.last.load(ordering: .sequentiallyConsistent)
        return number == 0 ? nil : number
    }

    /// Signals do again what they did before.
    func unwatch() {
        var mask = mask
        pthread_sigmask(SIG_SETMASK, &mask, nil)
        for entry in before {
            var action = entry.action
            sigaction(entry.number, &action, nil)
        }
    }
}
