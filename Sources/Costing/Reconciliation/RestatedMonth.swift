/// A closed month as it was reported beside what the books say of it now, with the events that made the difference.
public struct RestatedMonth: Hashable, Sendable {
    public let reported: CloseRecord
    public let restated: Reconciliation
    /// What was posted after the close and is dated in the month or before it, by day and id.
    public let events: [CostEvent]

    public init(reported: CloseRecord, restated: Reconciliation, events: [CostEvent]) {
        self.reported = reported
        self.restated = restated
        self.events = events
    }

    public var isChanged: Bool { reported.figures != restated }

    /// Each line with both its figures where they differ, by id.
    public var changes: [(line: LineID, reported: ReconciledLine?, restated: ReconciledLine?)] {
        let before = Dictionary(reported.figures.lines.map { ($0.line, $0) }) { first, _ in first }
        let after = Dictionary(restated.lines.map { ($0.line, $0) }) { first, _ in first }
        return Set(before.keys).union(after.keys).sorted().compactMap { line in
            before[line] == after[line] ? nil : (line, before[line], after[line])
        }
    }
}
