import GRDB
public import Scheduling
public import WorkTime
public import Workflow

extension Workspace {
    /// All that is remembered of a plan; empty where nothing is.
    ///
    /// - Parameter plan: its name.
    /// - Throws: ``StoreFailure``.
    public func planRecord(of plan: String) throws -> PlanRecord {
        try read { try Self.record(of: plan, in: $0) }
    }

    /// The names of the plans of which anything is remembered, in order.
    ///
    /// - Throws: ``StoreFailure``.
    public func planNames() throws -> [String] {
        try read {
            try String.fetchAll(
                $0, sql: "SELECT plan FROM plan_proposal UNION SELECT plan FROM plan_update ORDER BY plan")
        }
    }

    /// Keeps a timetable as it is proposed.
    ///
    /// - Parameter record: what was known when it was checked.
    /// - Throws: ``StoreFailure``, also where another program has written about this plan since.
    public func propose(
        _ baseline: Baseline, of plan: String, on date: CivilDay, by author: String?, after record: PlanRecord
    ) throws -> Proposal {
        let proposal = Proposal(
            number: (record.proposals.last?.number ?? 0) + 1, date: date, author: author, baseline: baseline)
        try add(to: record, of: plan) { try ProposalRecords(plan: plan, database: $0).insert(proposal) }
        return proposal
    }

    /// Keeps that a timetable was accepted.
    ///
    /// - Throws: as ``propose(_:of:on:by:after:)``.
    public func accept(
        _ number: Int, of plan: String, _ acceptance: Proposal.Acceptance, after record: PlanRecord
    ) throws {
        try add(to: record, of: plan) {
            try ProposalRecords(plan: plan, database: $0).insert(acceptance, of: number)
        }
    }

    /// Keeps what was reported, and where the plan stood with it.
    ///
    /// - Returns: the number of the update.
    /// - Throws: as ``propose(_:of:on:by:after:)``.
    @discardableResult
    public func store(
        _ update: StatusUpdate, _ snapshot: StatusSnapshot, of plan: String, after record: PlanRecord
    ) throws -> Int {
        let recorded = PlanRecord.RecordedUpdate(
            number: (record.updates.last?.number ?? 0) + 1, update: update, snapshot: snapshot)
        try add(to: record, of: plan) { try UpdateRecords(plan: plan, database: $0).insert(recorded) }
        return recorded.number
    }

    /// Forgets the last update of a plan, with where the plan stood then.
    ///
    /// - Throws: as ``propose(_:of:on:by:after:)``.
    public func withdrawLastUpdate(of plan: String, after record: PlanRecord) throws {
        guard let last = record.updates.last else { return }
        try add(to: record, of: plan) { try UpdateRecords(plan: plan, database: $0).delete(last.number) }
    }

    /// Writes what was checked against a record, if that is still all that is known.
    private func add(to record: PlanRecord, of plan: String, _ body: (Database) throws -> Void) throws {
        let isWritten = try write { database in
            guard try Self.counts(of: plan, in: database) == record.counts else { return nil as Bool? }
            try body(database)
            return true
        }
        if isWritten == nil { throw StoreFailure(.busy, name, cause: "another program has just written of this plan") }
    }

    private static func record(of plan: String, in database: Database) throws -> PlanRecord {
        PlanRecord(
            proposals: try ProposalRecords(plan: plan, database: database).all(),
            updates: try UpdateRecords(plan: plan, database: database).all())
    }

    private static func counts(of plan: String, in database: Database) throws -> [Int] {
        try ["plan_proposal", "plan_acceptance", "plan_update"].map { table in
            try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table) WHERE plan = ?", arguments: [plan]) ?? 0
        }
    }
}

extension PlanRecord {
    /// How many proposals, acceptances and updates it holds.
    fileprivate var counts: [Int] {
        [proposals.count, proposals.count { $0.acceptance != nil }, updates.count]
    }
}
