import Glibc

/// A program that was started: the leader of its group, and the pipe that it writes to.
struct RunningChild {
    let process: pid_t
    private let output: Int32
    private var isOpen = true

    init(process: pid_t, output: Int32) {
        self.process = process
        self.output = output
    }

    /// Waits at most a tenth of a second for what it writes, and hands it on; an empty piece when nothing came.
    mutating func read(_ receive: (ArraySlice<UInt8>) -> Void) {
        guard isOpen else {
            usleep(20_000)
            return receive([])
        }
        var wait = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
        guard poll(&wait, 1, 100) > 0 else { return receive([]) }
        readPiece(receive)
    }

    /// Hands on what is left in the pipe without waiting: others may still hold its other end.
    mutating func drain(_ receive: (ArraySlice<UInt8>) -> Void) {
        while isOpen {
            var wait = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
            guard poll(&wait, 1, 0) > 0 else { return }
            readPiece(receive)
        }
    }

    private mutating func readPiece(_ receive: (ArraySlice<UInt8>) -> Void) {
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        let count = Glibc.read(output, &piece, piece.count)
        if count < 0, errno == EINTR { return }
        if count <= 0 { isOpen = false } else { receive(piece[..<count]) }
    }

    /// How it ended; `nil` while it runs.
    func endIfThere() -> ChildProgram.End? {
        var status: Int32 = 0
        guard waitpid(process, &status, WNOHANG) == process else { return nil }
        let signal = status & 0x7F
        return signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal)
    }

    /// Sends a signal to it and all that it started.
    func signal(_ number: Int32) { kill(-process, number) }

    mutating func closeOutput() {
        close(output)
        isOpen = false
    }
}
