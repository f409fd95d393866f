/// A month file cannot be opened or read: the world failed, not its contents.
public enum SpendFileFault: Error, Hashable, Sendable {
    /// The path, and what the system says: there is no such file, it is a folder, or may not be read.
    case cannotOpen(String, cause: String)
    /// The path, or an encoding that has no converter here, and what the system says.
    case cannotRead(String, cause: String)
}
