import GRDB
import Scheduling
import WorkTime
import Workflow

/// Where a plan stood at one update, in the tables `plan_snapshot_activity`, `plan_snapshot_promise` and
/// `plan_snapshot_buffer`.
struct SnapshotRecords {
    let plan: String
    /// That of the update.
    let number: Int
    let database: Database

    func insert(_ snapshot: StatusSnapshot) throws {
        for (place, activity) in snapshot.activities.enumerated() {
            try database.execute(
                sql: """
                    INSERT INTO plan_snapshot_activity (plan, number, place, activity, start, finish, total_float)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    plan, number, place, activity.id.rawValue, activity.start.description, activity.finish.description,
                    activity.totalFloat?.count,
                ])
        }
        for (place, promise) in snapshot.promises.enumerated() {
            try database.execute(
                sql: """
                    INSERT INTO plan_snapshot_promise (plan, number, place, activity, promised, forecast, headroom)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    plan, number, place, promise.activity?.rawValue, promise.promised.description,
                    promise.forecast.description, promise.headroom.count,
                ])
        }
        for (place, buffer) in snapshot.buffers.enumerated() {
            try database.execute(
                sql: """
                    INSERT INTO plan_snapshot_buffer (plan, number, place, promise, source, target, progress, consumed)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    plan, number, place, buffer.id.promise?.rawValue, buffer.id.join?.source.rawValue,
                    buffer.id.join?.target.rawValue, buffer.reading.progress, buffer.reading.consumed,
                ])
        }
    }

    func snapshot(at date: CivilMinute) throws -> StatusSnapshot {
        StatusSnapshot(
            date: date, activities: try activities(), promises: try promises(), buffers: try buffers(on: date))
    }

    private func buffers(on date: CivilMinute) throws -> [StatusSnapshot.BufferSnapshot] {
        try rows("promise, source, target, progress, consumed", of: "plan_snapshot_buffer").map { row in
            var join: BufferID.Join?
            if let source: String = try row.optional(1) {
                join = BufferID.Join(from: ActivityID(source), to: ActivityID(try row.value(2, as: String.self)))
            }
            let promise = try row.optional(0, as: String.self).map { ActivityID($0) }
            return StatusSnapshot.BufferSnapshot(
                id: BufferID(before: promise, joining: join),
                reading: BufferReading(on: date, progress: try row.value(3), consumed: try row.value(4)))
        }
    }

    private func activities() throws -> [StatusSnapshot.ActivitySnapshot] {
        try rows("activity, start, finish, total_float", of: "plan_snapshot_activity").map { row in
            StatusSnapshot.ActivitySnapshot(
                id: ActivityID(try row.value(0, as: String.self)), start: try row.minute(1), finish: try row.minute(2),
                totalFloat: try row.optional(3, as: Int.self).map { WorkMinutes($0) })
        }
    }

    private func promises() throws -> [StatusSnapshot.PromiseSnapshot] {
        try rows("activity, promised, forecast, headroom", of: "plan_snapshot_promise").map { row in
            StatusSnapshot.PromiseSnapshot(
                activity: try row.optional(0, as: String.self).map { ActivityID($0) }, promised: try row.minute(1),
                forecast: try row.minute(2), headroom: WorkMinutes(try row.value(3)))
        }
    }

    private func rows(_ fields: String, of table: String) throws -> [Row] {
        try Row.fetchAll(
            database, sql: "SELECT \(fields) FROM \(table) WHERE plan = ? AND number = ? ORDER BY place",
            arguments: [plan, number])
    }
}
