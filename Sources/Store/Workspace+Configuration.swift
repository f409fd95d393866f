import GRDB
import Glibc

extension Workspace {
    /// How every connection to a workspace is set up.
    static func configuration(of name: String, patience: Double) -> Configuration {
        var configuration = Configuration()
        configuration.label = "headroom"
        configuration.busyMode = .timeout(patience)
        configuration.prepareDatabase { database in try prepare(database, name) }
        return configuration
    }

    /// SQLite takes a file of a few bytes for an empty one, and would write over it.
    ///
    /// The file is not opened for this: closing it again would drop the locks that this program holds on it.
    static func checkSize(of path: String) throws(StoreFailure) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
        guard status.st_size == 0 || status.st_size >= smallestFile else {
            throw StoreFailure(.damaged, path, cause: "it is not a workspace, or it was cut short")
        }
    }

    /// One page of the smallest size that SQLite knows.
    private static let smallestFile = 512

    /// “Hdrm”, at byte 68 of the file: tells workspaces from the databases of other programs.
    static let applicationID: Int32 = 0x4864_726D

    /// Columns are read whole, so that small pages slow them down; pages of 64 KiB leave a tenth of the file empty.
    private static let pageSize = 16_384

    /// In KiB. By default SQLite holds 2 MB, and reads them again and again while it writes to several indices.
    private static let cacheSize = 65_536

    /// Nothing is written to a file before it is known to be ours or empty.
    private static func prepare(_ database: Database, _ name: String) throws {
        // In one transaction: another program may be making the workspace between the two questions.
        try database.execute(sql: "BEGIN")
        let found = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        try database.execute(sql: "COMMIT")
        if found != applicationID {
            guard found == 0, tables == 0 else {
                throw StoreFailure(.cannotOpen, name, cause: "it is the database of another program")
            }
            try database.execute(sql: "PRAGMA page_size = \(pageSize)")
        }
        try database.execute(sql: "PRAGMA cache_size = -\(cacheSize)")
        try database.execute(sql: "PRAGMA journal_mode = WAL")
        try database.execute(sql: "PRAGMA synchronous = FULL")
        if found != applicationID { try database.execute(sql: "PRAGMA application_id = \(applicationID)") }
    }
}
