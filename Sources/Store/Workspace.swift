import GRDB
import Glibc

/// One SQLite file that keeps what has to be remembered between runs.
///
/// It is safe to use from several threads, and the file from several programs: readers never wait, and a second writer
/// waits for a while and then fails as ``StoreFailure/Kind/busy``. What is written is there whole or not at all, also
/// after a crash.
///
/// ```swift
/// let workspace = try Workspace(at: "headroom.sqlite")
/// let result = try workspace.store(from: layout.name) { writer in
///     let reading = try MonthFileReader(layout).read(path) { chunk, names in try writer.append(chunk, named: names) }
///     return (reading.delivery, reading.vocabulary)
/// }
/// let cube = try workspace.cube(of: layout.name, by: [.month, .brand])
/// ```
public final class Workspace: Sendable {
    /// The path as the caller gave it, or `:memory:`.
    public let name: String
    private let queue: DatabaseQueue
    /// What was read of deliveries before.
    let memory = SpendMemory()

    /// Opens a workspace, and makes the file when there is none.
    ///
    /// - Parameters:
    ///   - path: the file; its folder must exist.
    ///   - patience: how many seconds to wait for another writer.
    /// - Throws: ``StoreFailure``; a file that is not a workspace is left as it is.
    public convenience init(at path: String, patience: Double = 5) throws(StoreFailure) {
        try Self.checkSize(of: path)
        try self.init(path, opening: { try DatabaseQueue(path: path, configuration: $0) }, patience: patience)
    }

    /// A workspace that is gone when it is let go of.
    public static func inMemory() throws(StoreFailure) -> Workspace {
        try Workspace(":memory:", opening: { try DatabaseQueue(configuration: $0) }, patience: 0)
    }

    private init(
        _ name: String, opening open: (Configuration) throws -> DatabaseQueue, patience: Double
    ) throws(StoreFailure) {
        self.name = name
        queue = try Self.waiting(patience) { () throws(StoreFailure) in
            do {
                let queue = try open(Self.configuration(of: name, patience: patience))
                try Migrations.bringUpToDate(queue, name)
                return queue
            } catch {
                throw Self.failure(error, of: name)
            }
        }
    }

    /// Does `work` again while another program is in its way, for so many seconds.
    ///
    /// SQLite itself waits for a lock, but not where waiting could lock two programs out for good: when both turn the
    /// same new file into a workspace, one of them is refused at once.
    private static func waiting<Value>(
        _ patience: Double, for work: () throws(StoreFailure) -> Value
    ) throws(StoreFailure) -> Value {
        let end = ContinuousClock.now + .seconds(patience)
        while true {
            do {
                return try work()
            } catch  where error.kind == .busy && ContinuousClock.now < end {
                usleep(10_000)
            }
        }
    }

    // MARK: Access

    /// Reads one state of the workspace, whatever others write meanwhile.
    ///
    /// - Throws: ``StoreFailure``, and what `body` throws itself.
    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try translated { try queue.read(body) }
    }

    /// Writes all that `body` does, or nothing: when it throws, or returns `nil`, the workspace stays as it was.
    ///
    /// - Throws: ``StoreFailure``, and what `body` throws itself.
    func write<Value>(_ body: (Database) throws -> Value?) throws -> Value? {
        try translated {
            try queue.writeWithoutTransaction { database in
                var value: Value?
                try database.inTransaction(.immediate) {
                    value = try body(database)
                    return value == nil ? .rollback : .commit
                }
                return value
            }
        }
    }

    /// Runs `body`, with its failures in this workspace's own words.
    func translated<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw StoreFailure(error, subject: name)
        } catch let damage as Damage {
            throw StoreFailure(.damaged, name, cause: damage.piece)
        } catch is RowDecodingError {
            throw StoreFailure(.damaged, name, cause: "a field of its tables is unreadable")
        }
    }

    /// What goes wrong while opening is always the workspace's own failure.
    private static func failure(_ error: any Error, of name: String) -> StoreFailure {
        switch error {
        case let failure as StoreFailure: failure
        case let error as DatabaseError: StoreFailure(error, subject: name)
        default: StoreFailure(.damaged, name, cause: "a field of its tables is unreadable")
        }
    }
}
