import Costing
import GRDB
import Monetary
import WorkTime

/// The versions of the estimate of one job, in the tables `cost_estimate` and those beside it.
struct EstimateRecords {
    let job: JobID
    let database: Database

    // MARK: Writing

    func insert(_ version: EstimateVersion) throws {
        let estimate = version.estimate
        try database.execute(
            sql: """
                INSERT INTO cost_estimate (job, version, proposed_on, proposed_by, name, client, type, currency, effective,
                    reason, start, finish, contingency, management_reserve, ceiling, tax_rate, checksum)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                job.rawValue, estimate.version, version.proposal?.date.description, version.proposal?.name,
                estimate.name, estimate.client, estimate.type, estimate.currency.code,
                estimate.effective.description, estimate.reason, estimate.start.description,
                estimate.finish.description, estimate.contingency.minorUnits, estimate.managementReserve.minorUnits,
                estimate.ceiling?.minorUnits, estimate.taxRate?.description, Self.checksum(of: version),
            ])
        try EstimateLineRecords(job: job, version: estimate.version, database: database).insert(estimate.lines)
        try insertExchanges(of: estimate)
        try insertSteps(of: estimate)
    }

    private func insertExchanges(of estimate: CostEstimate) throws {
        for (place, exchange) in estimate.exchanges.enumerated() {
            try database.execute(
                sql: """
                    INSERT INTO cost_estimate_exchange (job, version, place, currency, rate, date, source)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    job.rawValue, estimate.version, place, exchange.currency.code, exchange.rate.description,
                    exchange.date?.description, exchange.source,
                ])
        }
    }

    private func insertSteps(of estimate: CostEstimate) throws {
        for (place, step) in estimate.billing.enumerated() {
            try database.execute(
                sql: """
                    INSERT INTO cost_estimate_step (job, version, place, name, date, amount, retainer)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    job.rawValue, estimate.version, place, step.name, step.date.description, step.amount.minorUnits,
                    step.isRetainer,
                ])
        }
    }

    func insert(_ signing: EstimateVersion.Signing, _ signOff: SignOff, of version: Int) throws {
        try database.execute(
            sql: "INSERT INTO cost_estimate_signature (job, version, kind, date, name) VALUES (?, ?, ?, ?, ?)",
            arguments: [job.rawValue, version, signing.rawValue, signOff.date.description, signOff.name])
    }

    // MARK: Reading

    /// How many versions and signatures there are.
    func counts() throws -> [Int] {
        try ["cost_estimate", "cost_estimate_signature"].map { table in
            try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table) WHERE job = ?", arguments: [job.rawValue])
                ?? 0
        }
    }

    func record() throws -> EstimateRecord {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT version, proposed_on, proposed_by, name, client, type, currency, effective, reason, start, finish,
                    contingency, management_reserve, ceiling, tax_rate, checksum
                FROM cost_estimate WHERE job = ? ORDER BY version
                """, arguments: [job.rawValue])
        return EstimateRecord(versions: try rows.map(version))
    }

    private func version(_ row: Row) throws -> EstimateVersion {
        let estimate = try estimate(row)
        var version = EstimateVersion(estimate: estimate, proposal: try proposal(row))
        guard try Self.checksum(of: version) == row.value(15) else {
            throw Damage("version \(estimate.version) of the estimate of “\(job)” is damaged")
        }
        for (signing, signOff) in try signatures(of: estimate.version) { version = version.signed(signing, signOff) }
        return version
    }

    private func proposal(_ row: Row) throws -> SignOff? {
        guard let name: String = try row.optional(2) else { return nil }
        return SignOff(date: try row.day(1), name: name)
    }

    private func estimate(_ row: Row) throws -> CostEstimate {
        let number: Int = try row.value(0)
        let currency = try row.currency(6)
        return CostEstimate(
            job: job, name: try row.value(3), client: try row.value(4), type: try row.optional(5), currency: currency,
            version: number, effective: try row.day(7), reason: try row.optional(8), start: try row.day(9),
            finish: try row.day(10),
            lines: try EstimateLineRecords(job: job, version: number, database: database).all(in: currency),
            contingency: try row.money(11, currency), managementReserve: try row.money(12, currency),
            ceiling: try row.optional(13, as: Int64.self).map { Money(minorUnits: $0, currency) },
            billing: try steps(of: number, in: currency), exchanges: try exchanges(of: number),
            taxRate: try row.optionalRate(14))
    }

    private func exchanges(of version: Int) throws -> [EstimateExchange] {
        try rows("currency, rate, date, source", of: "cost_estimate_exchange", version).map { row in
            EstimateExchange(
                currency: try row.currency(0), rate: try row.rate(1), date: try row.optionalDay(2),
                source: try row.optional(3))
        }
    }

    private func steps(of version: Int, in currency: Currency) throws -> [BillingStep] {
        try rows("name, date, amount, retainer", of: "cost_estimate_step", version).map { row in
            BillingStep(
                name: try row.value(0), date: try row.day(1), amount: try row.money(2, currency),
                isRetainer: try row.value(3))
        }
    }

    private func rows(_ fields: String, of table: String, _ version: Int) throws -> [Row] {
        try Row.fetchAll(
            database, sql: "SELECT \(fields) FROM \(table) WHERE job = ? AND version = ? ORDER BY place",
            arguments: [job.rawValue, version])
    }

    private func signatures(of version: Int) throws -> [(EstimateVersion.Signing, SignOff)] {
        try Row.fetchAll(
            database,
            sql: "SELECT kind, date, name FROM cost_estimate_signature WHERE job = ? AND version = ? ORDER BY kind",
            arguments: [job.rawValue, version]
        ).map { row in
            guard let signing = EstimateVersion.Signing(rawValue: try row.value(0)) else {
                throw Damage("a signature is damaged")
            }
            return (signing, SignOff(date: try row.day(1), name: try row.value(2)))
        }
    }

    /// Over all that was proposed; signatures are records of their own.
    private static func checksum(of version: EstimateVersion) -> Int64 {
        let estimate = version.estimate
        let head: [String?] = [
            "\(estimate.version)", version.proposal?.date.description, version.proposal?.name, estimate.name,
            estimate.client, estimate.type, estimate.currency.code, "\(estimate.effective)", estimate.reason,
            "\(estimate.start)", "\(estimate.finish)", "\(estimate.contingency)", "\(estimate.managementReserve)",
            estimate.ceiling?.description, estimate.taxRate?.description,
        ]
        let exchanges = estimate.exchanges.flatMap { exchange -> [String?] in
            [exchange.currency.code, "\(exchange.rate)", exchange.date?.description, exchange.source]
        }
        let steps = estimate.billing.flatMap { step -> [String?] in
            [step.name, "\(step.date)", "\(step.amount)", "\(step.isRetainer)"]
        }
        let lines = estimate.lines.flatMap(EstimateLineRecords.parts)
        return fingerprint(of: (head + exchanges + steps + lines).map { $0 ?? "" })
    }
}
