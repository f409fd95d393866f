public import Scheduling
public import WorkTime

/// All that is remembered of a plan beside its file: what was proposed and accepted, and what has been reported since.
public struct PlanRecord: Sendable {
    /// In the order of their numbers.
    public let proposals: [Proposal]
    /// In the order of their dates, equals in the order in which they came.
    public let updates: [RecordedUpdate]

    /// A report as it came in, and where the plan stood with it.
    public struct RecordedUpdate: Sendable {
        /// Counted up from 1 for each plan.
        public let number: Int
        public let update: StatusUpdate
        public let snapshot: StatusSnapshot

        public init(number: Int, update: StatusUpdate, snapshot: StatusSnapshot) {
            self.number = number
            self.update = update
            self.snapshot = snapshot
        }
    }

    public init(proposals: [Proposal] = [], updates: [RecordedUpdate] = []) {
        self.proposals = proposals
        self.updates = updates
    }

    /// The proposal that was accepted last: what has been promised.
    public var accepted: Proposal? { proposals.last { $0.acceptance != nil } }

    /// Where the plan stood at the last update before a moment.
    public func snapshot(before date: CivilMinute) -> StatusSnapshot? {
        updates.last { $0.snapshot.date < date }?.snapshot
    }

    /// What the updates have read off each buffer.
    public var bufferHistory: BufferHistory {
        updates.flatMap(\.snapshot.buffers).reduce(into: [:]) { $0[$1.id, default: []].append($1.reading) }
    }

    public var isEmpty: Bool { proposals.isEmpty && updates.isEmpty }
}
