import Costing
import GRDB
import Monetary
import WorkTime

/// The accounts of one job in the table `ledger_account`, and their sums by month in `ledger_balance`.
///
/// All orders have one account of each kind together: what stands on those of single orders is in ``RollupRecords``.
final class AccountRecords {
    private let job: Int64
    private let database: Database
    private var known: [AccountCode: Int64] = [:]
    private var next: Int64

    /// Reads the accounts that there are.
    init(job: Int64, in database: Database) throws {
        self.job = job
        self.database = database
        next = (try Int64.fetchOne(database, sql: "SELECT max(id) FROM ledger_account") ?? 0) + 1
        let rows = try Row.fetchCursor(
            database, sql: "SELECT id, kind, line, party FROM ledger_account WHERE job = ?",
            arguments: [job])
        while let row = try rows.next() { known[try Self.code(row)] = try row.value(0) }
    }

    private static func code(_ row: Row) throws -> AccountCode {
        guard let kind = AccountCode.Kind(rawValue: try row.value(1)) else { throw Damage("an account is damaged") }
        let code = AccountCode(
            kind: kind, line: try row.optional(2, as: String.self).map { LineID($0) }, party: try row.optional(3))
        guard code.isOfOrders || Account(code) != nil else { throw Damage("an account is damaged") }
        return code
    }

    /// The number of an account, which is made when there is none.
    private func number(of code: AccountCode) throws -> Int64 {
        if let number = known[code] { return number }
        let statement = try database.cachedStatement(
            sql: "INSERT INTO ledger_account (id, job, kind, line, party) VALUES (?, ?, ?, ?, ?)")
        try statement.execute(arguments: [next, job, code.kind.rawValue, code.line?.rawValue, code.party])
        known[code] = next
        next += 1
        return next - 1
    }

    /// Adds to the sum of an account in a month.
    func add(_ amount: Money, to account: AccountCode, in month: CivilMonth) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO ledger_balance (job, account, currency, month, amount) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET amount = amount + excluded.amount
                """)
        try statement.execute(arguments: [
            job, try number(of: account), amount.currency.storedNumber, month.number, amount.minorUnits,
        ])
    }

    /// What stands on each account at the end of a month.
    func balances(through month: CivilMonth) throws -> [LedgerTotals.BalanceKey: MoneyTotal] {
        var accounts: [Int64: AccountCode] = [:]
        for (code, number) in known { accounts[number] = code }
        var balances: [LedgerTotals.BalanceKey: MoneyTotal] = [:]
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT account, currency, sum(amount) FROM ledger_balance WHERE job = ? AND month <= ?
                GROUP BY account, currency
                """, arguments: [job, month.number])
        while let row = try rows.next() {
            guard let account = accounts[try row.value(0)] else { throw Damage("an account is missing") }
            let currency = try Currency(storedNumber: row.value(1))
            var total = MoneyTotal(in: currency)
            try total.add(Money(minorUnits: try row.value(2), currency))
            balances[LedgerTotals.BalanceKey(account, currency)] = total
        }
        return balances
    }
}
