import GRDB
import GRDBSQLite
import Monetary
import WorkTime

/// The rows of a query one after another, field by field: for tables with a row for each event, order or document, where
/// boxing every value takes longer than reading it.
///
/// ```swift
/// var rows = try RowReader("SELECT id, amount FROM ledger_event WHERE job = ?", [job], in: database)
/// while try rows.next() { use(try rows.text(0), try rows.integer(1)) }
/// ```
/// The same query may not be read anew while one of its readers lives.
struct RowReader: ~Copyable {
    private let statement: Statement
    /// That of the row before: a table is mostly in one currency.
    private var lastCurrency: Currency?

    init(_ sql: String, _ arguments: StatementArguments, in database: Database) throws {
        let statement = try database.cachedStatement(sql: sql)
        try statement.setArguments(arguments)
        self.statement = statement
    }

    deinit { sqlite3_reset(statement.sqliteStatement) }

    /// Moves on to the next row; `false` after the last.
    func next() throws -> Bool {
        switch sqlite3_step(statement.sqliteStatement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code), sql: statement.sql)
        }
    }

    // MARK: Fields

    /// - Throws: ``Damage`` when the field is no integer.
    func integer(_ column: Int32) throws(Damage) -> Int64 {
        guard let number = try optionalInteger(column) else { throw Damage("a field of its tables is missing") }
        return number
    }

    func optionalInteger(_ column: Int32) throws(Damage) -> Int64? {
        switch sqlite3_column_type(statement.sqliteStatement, column) {
        case SQLITE_NULL: return nil
        case SQLITE_INTEGER: return sqlite3_column_int64(statement.sqliteStatement, column)
        default: throw Damage("a field of its tables is unreadable")
        }
    }

    /// - Throws: ``Damage`` when the field is no text.
    func text(_ column: Int32) throws(Damage) -> String {
        guard let text = try optionalText(column) else { throw Damage("a field of its tables is missing") }
        return text
    }

    func optionalText(_ column: Int32) throws(Damage) -> String? {
        switch sqlite3_column_type(statement.sqliteStatement, column) {
        case SQLITE_NULL: return nil
        case SQLITE_TEXT:
            let start = sqlite3_column_text(statement.sqliteStatement, column)
            let count = Int(sqlite3_column_bytes(statement.sqliteStatement, column))
            return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
        default: throw Damage("a field of its tables is unreadable")
        }
    }

    // MARK: Values

    /// A day that is kept as its number.
    func day(_ column: Int32) throws(Damage) -> CivilDay { CivilDay(number: Int(try integer(column))) }

    func optionalDay(_ column: Int32) throws(Damage) -> CivilDay? {
        try optionalInteger(column).map { CivilDay(number: Int($0)) }
    }

    /// A currency that is kept as its code.
    mutating func currency(_ column: Int32) throws(Damage) -> Currency {
        let code = try text(column)
        if let lastCurrency, lastCurrency.code == code { return lastCurrency }
        guard let currency = try? Currency(code) else { throw Damage("a currency is damaged") }
        lastCurrency = currency
        return currency
    }

    /// An amount that is kept in minor units.
    func money(_ column: Int32, _ currency: Currency) throws(Damage) -> Money {
        Money(minorUnits: try integer(column), currency)
    }
}
