import Glibc

/// Another program, and how it is to be started.
public struct ChildProgram: Hashable, Sendable {
    /// The path of its file.
    public var path: String
    /// Without the program's own name.
    public var arguments: [String]
    /// Exactly these variables, and no others.
    public var environment: [String: String]
    /// The folder that it works in.
    public var folder: String

    public init(_ path: String, _ arguments: [String], environment: [String: String], in folder: String) {
        self.path = path
        self.arguments = arguments
        self.environment = environment
        self.folder = folder
    }

    /// How a run ended.
    public enum End: Hashable, Sendable {
        /// With its exit status.
        case exited(Int32)
        /// By a signal that nobody here sent.
        case killed(Int32)
        /// Stopped, because this program was asked to stop by a signal.
        case cancelled(Int32)
    }

    /// The program could not be started.
    public struct StartFault: Error, Hashable, Sendable {
        public let path: String
        public let cause: String
    }

    /// How long it may go on after being asked to end, in tenths of a second.
    static let patience = 100

    /// Runs the program to its end, with nothing on its standard input.
    ///
    /// It leads a group of processes of its own, so that it and all that it starts can be stopped together. While it runs,
    /// an interruption (SIGINT) or a termination (SIGTERM) of this program stops the group instead, and is reported.
    ///
    /// - Parameter receive: takes what it writes on standard output and standard error, piece by piece as it comes; called
    ///   with an empty piece at least every tenth of a second while nothing comes.
    /// - Throws: ``StartFault``.
    public func run(receiving receive: (ArraySlice<UInt8>) -> Void) throws(StartFault) -> End {
        let stop = StopSignals.watch()
        defer { stop.unwatch() }
        var child = try start()
        defer { child.closeOutput() }
        var ticksLeft = -1
        while true {
            child.read(receive)
            if let end = child.endIfThere() {
                child.drain(receive)
                child.signal(SIGKILL)
                return stop.received.map(End.cancelled) ?? end
            }
            guard stop.received != nil else { continue }
            if ticksLeft < 0 { child.signal(SIGTERM) }
            ticksLeft = ticksLeft < 0 ? Self.patience : ticksLeft - 1
            if ticksLeft == 0 { child.signal(SIGKILL) }
        }
    }

    // MARK: Start

    private func start() throws(StartFault) -> RunningChild {
        var ends: [Int32] = [-1, -1]
        guard access(path, X_OK) == 0, pipe(&ends) == 0 else { throw fault(errno) }
        defer { close(ends[1]) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var everySignal = sigset_t()
        sigfillset(&everySignal)
        posix_spawnattr_setsigdefault(&attributes, &everySignal)
        var noSignal = sigset_t()
        sigemptyset(&noSignal)
        posix_spawnattr_setsigmask(&attributes, &noSignal)
        posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
        posix_spawnattr_setflags(&attributes, Int16(flags))
        var process: pid_t = 0
        let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let status = withArrayOfCStrings(Self.enteringFolder + [folder, path] + arguments) { arguments in
            withArrayOfCStrings(variables) { posix_spawn(&process, "/bin/sh", &actions, &attributes, arguments, $0) }
        }
        guard status == 0 else {
            close(ends[0])
            throw fault(status)
        }
        return RunningChild(process: process, output: ends[0])
    }

    /// A shell that goes into a folder and becomes the program: POSIX spawns only in the folder that one is in.
    private static let enteringFolder = ["sh", "-c", #"cd "$1" && shift && exec "$@""#, "sh"]

    private func fault(_ number: Int32) -> StartFault {
        StartFault(path: path, cause: String(cString: strerror(number)))
    }
}

/// Lends copies of texts as C wants them: an array of pointers that ends with a null.
private func withArrayOfCStrings<Value>(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Value
) -> Value {
    var pointers = texts.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    pointers.append(nil)
    return pointers.withUnsafeMutableBufferPointer { body($0.baseAddress!) }
}
