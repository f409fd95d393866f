import Costing
import GRDB
import Monetary
import WorkTime

/// The lines of one version of an estimate, in the tables `cost_estimate_line`, `cost_estimate_activity` and
/// `cost_estimate_milestone`.
struct EstimateLineRecords {
    let job: JobID
    let version: Int
    let database: Database

    // MARK: Writing

    func insert(_ lines: [EstimateLine]) throws {
        let statement = try database.makeStatement(
            sql: """
                INSERT INTO cost_estimate_line (job, version, place, line, name, category, phase, supplier, quantity, unit,
                    unit_cost, stated_gross, supplier_currency, exchange_rate, supplier_cost, cost, price, basis,
                    basis_share, start, finish, earning)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for (place, line) in lines.enumerated() {
            try statement.execute(arguments: [
                job.rawValue, version, place, line.id.rawValue, line.name, line.category, line.phase, line.supplier,
                line.quantity.description, line.unit, line.unitCost.description, line.isStatedGross,
                line.supplierCurrency.code, line.exchangeRate.description, line.supplierCost.minorUnits,
                line.cost.minorUnits, line.price.minorUnits, line.basis.word, line.basis.share?.description,
                line.start?.description, line.finish?.description, line.earning.word,
            ])
            try insertActivities(of: line, place)
            try insertMilestones(of: line, place)
        }
    }

    private func insertActivities(of line: EstimateLine, _ linePlace: Int) throws {
        for (place, activity) in line.activities.enumerated() {
            try database.execute(
                sql: """
                    INSERT INTO cost_estimate_activity (job, version, line, place, activity) VALUES (?, ?, ?, ?, ?)
                    """, arguments: [job.rawValue, version, linePlace, place, activity])
        }
    }

    private func insertMilestones(of line: EstimateLine, _ linePlace: Int) throws {
        guard case .milestones(let milestones) = line.earning else { return }
        for (place, milestone) in milestones.enumerated() {
            try database.execute(
                sql: """
                    INSERT INTO cost_estimate_milestone (job, version, line, place, name, share, due)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    job.rawValue, version, linePlace, place, milestone.name, milestone.share.description,
                    milestone.due?.description,
                ])
        }
    }

    // MARK: Reading

    /// In their order.
    func all(in currency: Currency) throws -> [EstimateLine] {
        let activities = try activities()
        let milestones = try milestones()
        return try Row.fetchAll(
            database,
            sql: """
                SELECT place, line, name, category, phase, supplier, quantity, unit, unit_cost, stated_gross,
                    supplier_currency, exchange_rate, supplier_cost, cost, price, basis, basis_share, start, finish, earning
                FROM cost_estimate_line WHERE job = ? AND version = ? ORDER BY place
                """, arguments: [job.rawValue, version]
        ).map { row in
            let place: Int = try row.value(0)
            return try line(row, currency, activities[place] ?? [], milestones[place] ?? [])
        }
    }

    private func line(
        _ row: Row, _ currency: Currency, _ activities: [String], _ milestones: [EarningRule.Milestone]
    ) throws -> EstimateLine {
        let supplierCurrency = try row.currency(10)
        return EstimateLine(
            id: LineID(try row.value(1, as: String.self)), name: try row.value(2), category: try row.value(3),
            phase: try row.optional(4), supplier: try row.optional(5), quantity: try row.rate(6),
            unit: try row.optional(7), unitCost: try row.rate(8), supplierCurrency: supplierCurrency,
            exchangeRate: try row.rate(11), supplierCost: try row.money(12, supplierCurrency),
            cost: try row.money(13, currency), price: try row.money(14, currency),
            basis: try PriceBasis(word: row.value(15), share: row.optionalRate(16)), activities: activities,
            start: try row.optionalDay(17), finish: try row.optionalDay(18),
            earning: try EarningRule(word: row.value(19), milestones), isStatedGross: try row.value(9))
    }

    /// By the place of the line.
    private func activities() throws -> [Int: [String]] {
        var activities: [Int: [String]] = [:]
        for row in try rows("line, activity", of: "cost_estimate_activity") {
            activities[try row.value(0), default: []].append(try row.value(1))
        }
        return activities
    }

    /// By the place of the line.
    private func milestones() throws -> [Int: [EarningRule.Milestone]] {
        var milestones: [Int: [EarningRule.Milestone]] = [:]
        for row in try rows("line, name, share, due", of: "cost_estimate_milestone") {
            milestones[try row.value(0), default: []].append(
                EarningRule.Milestone(name: try row.value(1), share: try row.rate(2), due: try row.optionalDay(3)))
        }
        return milestones
    }

    private func rows(_ fields: String, of table: String) throws -> [Row] {
        try Row.fetchAll(
            database, sql: "SELECT \(fields) FROM \(table) WHERE job = ? AND version = ? ORDER BY line, place",
            arguments: [job.rawValue, version])
    }

    /// All that is kept of a line, for the checksum.
    static func parts(of line: EstimateLine) -> [String?] {
        var parts: [String?] = [
            line.id.rawValue, line.name, line.category, line.phase, line.supplier, "\(line.quantity)", line.unit,
            "\(line.unitCost)", "\(line.isStatedGross)", line.supplierCurrency.code, "\(line.exchangeRate)",
            "\(line.supplierCost)", "\(line.cost)", "\(line.price)", line.basis.word, line.basis.share?.description,
            line.start?.description, line.finish?.description, line.earning.word,
        ]
        parts += line.activities
        if case .milestones(let milestones) = line.earning {
            parts += milestones.flatMap { [$0.name, "\($0.share)", $0.due?.description] }
        }
        return parts
    }
}
