import MediaSpend
import Parallel

/// How much memory the cells of a cube may take while they are added up, and where they wait beyond that.
///
/// The cube has the same bytes whatever these are.
public struct CubeMemory: Hashable, Sendable {
    /// Of all threads together; names, and the files while they are read, take what they need beside it.
    public var bytes: Int
    /// The folder of a file without a name, which is made when it is needed and goes away with the program.
    public var folder: String

    /// A quarter of the 8 GB that machines in an office have now. It is not read from the machine, so that a command does
    /// the same on all of them.
    public static let standardBytes = 2_000_000_000
    /// Below this, files would be cut into so many runs that a few cells of each are more than was allowed.
    public static let leastBytes = 16_000_000

    public init(bytes: Int = standardBytes, folder: String = ProgramEnvironment.temporaryFolder) {
        self.bytes = bytes
        self.folder = folder
    }

    var bound: CellBound { CellBound(bytes: bytes, storage: SpillFile(in: folder)) }
}
