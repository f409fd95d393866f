import GRDB

/// The workspace could not do what was asked, through no fault of the data.
///
/// Its text reads `headroom.sqlite: another program is writing to it`.
public struct StoreFailure: Error, Hashable, Sendable {
    /// What a caller can do about it differs by kind.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Another program is writing; trying again later will do.
        case busy
        /// The file cannot be made, opened or written where it is, or belongs to another program.
        case cannotOpen
        /// The file is no database, or its contents contradict themselves; a copy is needed.
        case damaged
        /// A later version of Headroom made the file, and this one does not know its tables.
        case newerVersion
        /// Reading or writing failed: a full disk, a broken device.
        case inputOutput
    }

    public let kind: Kind
    /// The path of the workspace, or `:memory:`.
    public let subject: String
    /// Why, in words. A clause without a full stop.
    public let cause: String

    public init(_ kind: Kind, _ subject: String, cause: String) {
        self.kind = kind
        self.subject = subject
        self.cause = cause
    }
}

extension StoreFailure: CustomStringConvertible {
    public var description: String { "\(subject): \(cause)" }
}

extension StoreFailure {
    /// What an error of SQLite means for a workspace.
    init(_ error: DatabaseError, subject: String) {
        let (kind, cause): (Kind, String) =
            switch error.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED: (.busy, "another program is writing to it")
            case .SQLITE_NOTADB: (.damaged, "it is not a workspace, or its first bytes are damaged")
            // No statement here is wrong in itself.
            case .SQLITE_ERROR, .SQLITE_SCHEMA, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_FORMAT:
                (.damaged, "its tables are not those of a workspace")
            case .SQLITE_CORRUPT: (.damaged, "its contents are damaged")
            case .SQLITE_CANTOPEN: (.cannotOpen, "it cannot be made or opened there")
            case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: (.cannotOpen, "it may not be written")
            case .SQLITE_FULL: (.inputOutput, "the disk is full")
            case .SQLITE_IOERR: (.inputOutput, "reading or writing failed")
            default: (.inputOutput, "the database refused")
            }
        self.init(kind, subject, cause: error.message.map { "\(cause) (\($0))" } ?? cause)
    }
}

/// Contents that contradict themselves: what is wrong, naming the piece. The workspace adds which file it is.
struct Damage: Error {
    let piece: String

    init(_ piece: String) { self.piece = piece }
}
