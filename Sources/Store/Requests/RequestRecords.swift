import Costing
import GRDB
import Monetary
import WorkTime

/// The requests of one job, in the tables `cost_request` and `cost_request_answer`.
struct RequestRecords {
    let job: JobID
    let database: Database

    // MARK: Writing

    func insert(_ request: KeptRequest) throws {
        try database.execute(
            sql: """
                INSERT INTO cost_request (job, number, date, version, currency, approved_cost, forecast, confidence,
                    amount, price, answer_by, checksum)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                job.rawValue, request.number, request.date.description, request.version, request.amount.currency.code,
                request.approvedCost.minorUnits, request.forecast.minorUnits, request.confidence,
                request.amount.minorUnits, request.price.minorUnits, request.answerBy.description,
                Self.checksum(of: request),
            ])
    }

    func insert(_ answer: KeptRequest.Answer, to number: Int) throws {
        try database.execute(
            sql: "INSERT INTO cost_request_answer (job, number, answer, amount, date, name) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                job.rawValue, number, answer.kind.rawValue, answer.amount?.minorUnits, answer.date.description,
                answer.name,
            ])
    }

    // MARK: Reading

    /// In the order of their numbers.
    func all() throws -> [KeptRequest] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT number, date, version, currency, approved_cost, forecast, confidence, amount, price, answer_by,
                    checksum
                FROM cost_request WHERE job = ? ORDER BY number
                """, arguments: [job.rawValue]
        ).map { row in
            let currency = try row.currency(3)
            let request = KeptRequest(
                number: try row.value(0), date: try row.day(1), version: try row.value(2),
                approvedCost: try row.money(4, currency), forecast: try row.money(5, currency),
                confidence: try row.value(6), amount: try row.money(7, currency), price: try row.money(8, currency),
                answerBy: try row.day(9))
            guard try Self.checksum(of: request) == row.value(10) else {
                throw Damage("the request \(request.number) of “\(job)” is damaged")
            }
            return try answer(to: request).map(request.answered) ?? request
        }
    }

    private func answer(to request: KeptRequest) throws -> KeptRequest.Answer? {
        try Row.fetchOne(
            database, sql: "SELECT answer, amount, date, name FROM cost_request_answer WHERE job = ? AND number = ?",
            arguments: [job.rawValue, request.number]
        ).map { row in
            guard let kind = KeptRequest.Kind(rawValue: try row.value(0)) else { throw Damage("an answer is damaged") }
            let amount: Int64? = try row.optional(1)
            return KeptRequest.Answer(
                kind: kind, amount: amount.map { Money(minorUnits: $0, request.amount.currency) },
                date: try row.day(2), name: try row.value(3))
        }
    }

    /// How many requests and answers there are.
    func counts() throws -> [Int] {
        try ["cost_request", "cost_request_answer"].map { table in
            try Int.fetchOne(
                database, sql: "SELECT count(*) FROM \(table) WHERE job = ?", arguments: [job.rawValue]) ?? 0
        }
    }

    private static func checksum(of request: KeptRequest) -> Int64 {
        fingerprint(of: [
            "\(request.number)", request.date.description, "\(request.version)", request.amount.currency.code,
            "\(request.approvedCost.minorUnits)", "\(request.forecast.minorUnits)", "\(request.confidence)",
            "\(request.amount.minorUnits)", "\(request.price.minorUnits)", request.answerBy.description,
        ])
    }
}
