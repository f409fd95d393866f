public import Diagnostics
public import Scheduling
import WorkTime

/// What has happened to a plan since it was last asked: actual dates, work left, approvals received and rounds used.
public struct StatusUpdate: Sendable {
    /// Up to when progress is known.
    public var date: Located<StatedInstant>
    /// In the order in which it was stated. Ids may be those that rounds and changes make.
    public var progress: [(id: Located<ActivityID>, progress: ProgressDraft)]
    /// How many rounds an approval takes by now, by the approval.
    public var rounds: [(id: Located<ActivityID>, count: Located<Int>)]

    public init(
        date: Located<StatedInstant>, progress: [(id: Located<ActivityID>, progress: ProgressDraft)] = [],
        rounds: [(id: Located<ActivityID>, count: Located<Int>)] = []
    ) {
        self.date = date
        self.progress = progress
        self.rounds = rounds
    }

    /// Whether nothing is said but the date.
    public var isEmpty: Bool { progress.isEmpty && rounds.isEmpty }

    /// Whether both say the same, wherever they were stated.
    public func saysTheSame(as other: StatusUpdate) -> Bool {
        date.value == other.date.value && lines == other.lines
    }

    /// All that it says, in an order that does not depend on how it was written.
    private var lines: [String] {
        (progress.map { "\($0.id.value) \($0.progress.statement)" } + rounds.map { "\($0.id.value) \($0.count.value)" })
            .sorted()
    }
}

extension ProgressDraft {
    /// What is stated, in words that are the same for the same statement.
    fileprivate var statement: String {
        [
            actualStart?.value.description, actualFinish?.value.description, remaining?.value.description,
            complete?.value.description, suspended?.value.description, resumes?.value.description,
        ].map { $0 ?? "-" }.joined(separator: " ")
    }
}
