import GRDB
import Scheduling
import WorkTime
import Workflow

/// The timetables of one plan that were proposed, in the tables `plan_proposal`, `plan_proposed_activity`,
/// `plan_proposed_promise` and `plan_acceptance`.
struct ProposalRecords {
    let plan: String
    let database: Database

    // MARK: Writing

    func insert(_ proposal: Proposal) throws {
        try database.execute(
            sql: "INSERT INTO plan_proposal (plan, number, date, author, checksum) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                plan, proposal.number, proposal.date.description, proposal.author, Self.checksum(of: proposal),
            ])
        for (place, entry) in proposal.baseline.activities.enumerated() {
            try database.execute(
                sql: """
                    INSERT INTO plan_proposed_activity (plan, number, place, activity, start, finish, duration)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    plan, proposal.number, place, entry.id.rawValue, entry.start.description, entry.finish.description,
                    entry.duration.count,
                ])
        }
        for (place, promise) in proposal.baseline.promises.enumerated() {
            try database.execute(
                sql: """
                    INSERT INTO plan_proposed_promise (plan, number, place, activity, promised, forecast)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    plan, proposal.number, place, promise.activity?.rawValue, promise.promised.description,
                    promise.forecast.description,
                ])
        }
    }

    func insert(_ acceptance: Proposal.Acceptance, of number: Int) throws {
        try database.execute(
            sql: "INSERT INTO plan_acceptance (plan, number, date, client) VALUES (?, ?, ?, ?)",
            arguments: [plan, number, acceptance.date.description, acceptance.client])
    }

    // MARK: Reading

    /// In the order of their numbers.
    func all() throws -> [Proposal] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT p.number, p.date, p.author, p.checksum, a.date, a.client
                FROM plan_proposal p LEFT JOIN plan_acceptance a ON a.plan = p.plan AND a.number = p.number
                WHERE p.plan = ? ORDER BY p.number
                """, arguments: [plan]
        ).map(proposal)
    }

    private func proposal(_ row: Row) throws -> Proposal {
        let number: Int = try row.value(0)
        let proposal = Proposal(
            number: number, date: try row.day(1), author: try row.optional(2),
            baseline: Baseline(activities: try activities(of: number), promises: try promises(of: number)),
            acceptance: try acceptance(row))
        guard try Self.checksum(of: proposal) == row.value(3) else {
            throw Damage("the timetable \(number) of “\(plan)” is damaged")
        }
        return proposal
    }

    private func acceptance(_ row: Row) throws -> Proposal.Acceptance? {
        guard let client: String = try row.optional(5) else { return nil }
        return Proposal.Acceptance(date: try row.day(4), client: client)
    }

    private func activities(of number: Int) throws -> [Baseline.Entry] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT activity, start, finish, duration FROM plan_proposed_activity
                WHERE plan = ? AND number = ? ORDER BY place
                """, arguments: [plan, number]
        ).map { row in
            Baseline.Entry(
                id: ActivityID(try row.value(0, as: String.self)), start: try row.minute(1), finish: try row.minute(2),
                duration: WorkMinutes(try row.value(3)))
        }
    }

    private func promises(of number: Int) throws -> [Baseline.Promise] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT activity, promised, forecast FROM plan_proposed_promise
                WHERE plan = ? AND number = ? ORDER BY place
                """, arguments: [plan, number]
        ).map { row in
            Baseline.Promise(
                activity: try row.optional(0, as: String.self).map { ActivityID($0) }, promised: try row.minute(1),
                forecast: try row.minute(2))
        }
    }

    /// Over all that was proposed; that it was accepted is a record of its own.
    private static func checksum(of proposal: Proposal) -> Int64 {
        let activities = proposal.baseline.activities.flatMap {
            [$0.id.rawValue, "\($0.start)", "\($0.finish)", "\($0.duration.count)"]
        }
        let promises = proposal.baseline.promises.flatMap {
            [$0.activity?.rawValue ?? "", "\($0.promised)", "\($0.forecast)"]
        }
        return fingerprint(
            of: ["\(proposal.number)", "\(proposal.date)", proposal.author ?? ""] + activities + promises)
    }
}

extension Row {
    /// A date without a time.
    func day(_ column: Int) throws -> CivilDay {
        guard let day = CivilDay(try value(column, as: String.self)) else { throw Damage("a date is damaged") }
        return day
    }

    func minute(_ column: Int) throws -> CivilMinute {
        guard let minute = CivilMinute(try value(column, as: String.self)) else { throw Damage("a date is damaged") }
        return minute
    }

    /// A date as it was stated, which may be absent.
    func stated(_ column: Int) throws -> StatedInstant? {
        guard let text: String = try optional(column) else { return nil }
        guard let instant = StatedInstant(text) else { throw Damage("a date is damaged") }
        return instant
    }
}
