public import Scheduling
public import WorkTime

/// A timetable that was shown to the client, and what the client said to it.
public struct Proposal: Hashable, Sendable {
    /// Counted up from 1 for each plan.
    public let number: Int
    public let date: CivilDay
    /// Who proposed it; `nil` where nobody said.
    public let author: String?
    public let baseline: Baseline
    /// `nil` until the client accepts it.
    public let acceptance: Acceptance?

    /// That a client has accepted a timetable: from then on it is a promise, and never changed.
    public struct Acceptance: Hashable, Sendable {
        public let date: CivilDay
        public let client: String

        public init(date: CivilDay, client: String) {
            self.date = date
            self.client = client
        }
    }

    public init(number: Int, date: CivilDay, author: String?, baseline: Baseline, acceptance: Acceptance? = nil) {
        self.number = number
        self.date = date
        self.author = author
        self.baseline = baseline
        self.acceptance = acceptance
    }
}
