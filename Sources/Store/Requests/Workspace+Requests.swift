public import Costing

extension Workspace {
    /// What the client of a job was asked for, in order.
    ///
    /// - Throws: ``StoreFailure``.
    public func costRequests(of job: JobID) throws -> [KeptRequest] {
        try read { try RequestRecords(job: job, database: $0).all() }
    }

    /// Keeps a request as it was drafted.
    ///
    /// - Parameter known: what was known when it was drafted.
    /// - Throws: ``StoreFailure``, also where another program has written of this job's requests since.
    public func keep(_ request: KeptRequest, of job: JobID, after known: [KeptRequest]) throws {
        try write(of: job, after: known) { try $0.insert(request) }
    }

    /// Keeps what was answered.
    ///
    /// - Throws: as ``keep(_:of:after:)``.
    public func answer(
        _ number: Int, of job: JobID, _ answer: KeptRequest.Answer, after known: [KeptRequest]
    ) throws {
        try write(of: job, after: known) { try $0.insert(answer, to: number) }
    }

    private func write(of job: JobID, after known: [KeptRequest], _ body: (RequestRecords) throws -> Void) throws {
        let isWritten = try write { database in
            let records = RequestRecords(job: job, database: database)
            guard try records.counts() == [known.count, known.count { $0.answer != nil }] else { return nil as Bool? }
            try body(records)
            return true
        }
        if isWritten == nil {
            throw StoreFailure(.busy, name, cause: "another program has just written of this job’s requests")
        }
    }
}
