/// A month file cannot be opened or read: the world failed, not its contents.
public enum SpendFileFault: Error, Hashable, Sendable {
    case cannotOpen(String, cause: String)
    case cannotRead(String, cause: String)
}
