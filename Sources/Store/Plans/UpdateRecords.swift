import Diagnostics
import GRDB
import Scheduling
import WorkTime
import Workflow

/// What was reported of one plan, in the tables `plan_update` and `plan_update_progress`, and where the plan stood then: see
/// ``SnapshotRecords``.
struct UpdateRecords {
    let plan: String
    let database: Database

    // MARK: Writing

    func insert(_ recorded: PlanRecord.RecordedUpdate) throws {
        try database.execute(
            sql: "INSERT INTO plan_update (plan, number, date, snapshot_date, checksum) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                plan, recorded.number, recorded.update.date.value.description, recorded.snapshot.date.description,
                Self.checksum(of: recorded.update),
            ])
        for (place, line) in Self.lines(of: recorded.update).enumerated() {
            try database.execute(
                sql: """
                    INSERT INTO plan_update_progress (plan, number, place, activity, started, finished, remaining, complete,
                        suspended, resumes, rounds)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    plan, recorded.number, place, line.id.rawValue,
                    line.progress.actualStart?.value.description, line.progress.actualFinish?.value.description,
                    line.progress.remaining?.value.description, line.progress.complete?.value,
                    line.progress.suspended?.value.description, line.progress.resumes?.value.description, line.rounds,
                ])
        }
        try SnapshotRecords(plan: plan, number: recorded.number, database: database).insert(recorded.snapshot)
    }

    /// What it brought goes with it.
    func delete(_ number: Int) throws {
        for table in ["progress", "activity", "promise", "buffer"] {
            let name = table == "progress" ? "plan_update_progress" : "plan_snapshot_\(table)"
            try database.execute(
                sql: "DELETE FROM \(name) WHERE plan = ? AND number = ?", arguments: [plan, number])
        }
        try database.execute(
            sql: "DELETE FROM plan_update WHERE plan = ? AND number = ?", arguments: [plan, number])
    }

    /// What is said of one activity.
    private typealias Line = (id: ActivityID, progress: ProgressDraft, rounds: Int?)

    private static func lines(of update: StatusUpdate) -> [Line] {
        update.progress.map { ($0.id.value, $0.progress, nil) }
            + update.rounds.map { ($0.id.value, ProgressDraft(), $0.count.value) }
    }

    // MARK: Reading

    /// In the order in which they came.
    func all() throws -> [PlanRecord.RecordedUpdate] {
        try Row.fetchAll(
            database,
            sql: "SELECT number, date, snapshot_date, checksum FROM plan_update WHERE plan = ? ORDER BY number",
            arguments: [plan]
        ).map(update)
    }

    private func update(_ row: Row) throws -> PlanRecord.RecordedUpdate {
        let number: Int = try row.value(0)
        guard let date = try row.stated(1) else { throw Damage("a date is damaged") }
        var update = StatusUpdate(date: Located(date))
        for line in try lines(of: number) {
            if let rounds = line.rounds {
                update.rounds.append((Located(line.id), Located(rounds)))
            } else {
                update.progress.append((Located(line.id), line.progress))
            }
        }
        guard try Self.checksum(of: update) == row.value(3) else {
            throw Damage("the update \(number) of “\(plan)” is damaged")
        }
        let snapshot = try SnapshotRecords(plan: plan, number: number, database: database).snapshot(at: row.minute(2))
        return PlanRecord.RecordedUpdate(number: number, update: update, snapshot: snapshot)
    }

    private func lines(of number: Int) throws -> [Line] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT activity, started, finished, remaining, complete, suspended, resumes, rounds
                FROM plan_update_progress WHERE plan = ? AND number = ? ORDER BY place
                """, arguments: [plan, number]
        ).map { row in
            let progress = ProgressDraft(
                actualStart: try row.stated(1).map { Located($0) }, actualFinish: try row.stated(2).map { Located($0) },
                remaining: try row.length(3).map { Located($0) },
                complete: try row.optional(4, as: Int.self).map { Located($0) },
                suspended: try row.stated(5).map { Located($0) }, resumes: try row.stated(6).map { Located($0) })
            return (ActivityID(try row.value(0, as: String.self)), progress, try row.optional(7))
        }
    }

    private static func checksum(of update: StatusUpdate) -> Int64 {
        let words = lines(of: update).flatMap { line -> [String] in
            let progress = line.progress
            return [
                line.id.rawValue, progress.actualStart?.value.description ?? "",
                progress.actualFinish?.value.description ?? "", progress.remaining?.value.description ?? "",
                progress.complete.map { "\($0.value)" } ?? "", progress.suspended?.value.description ?? "",
                progress.resumes?.value.description ?? "", line.rounds.map { "\($0)" } ?? "",
            ]
        }
        return fingerprint(of: [update.date.value.description] + words)
    }
}

extension Row {
    /// A length of time in a planner's words, which may be absent.
    fileprivate func length(_ column: Int) throws -> PlannedDuration? {
        guard let text: String = try optional(column) else { return nil }
        guard let length = try? PlannedDuration(text) else { throw Damage("a length of time is damaged") }
        return length
    }
}
