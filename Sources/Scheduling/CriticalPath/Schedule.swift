public import Diagnostics
public import WorkTime

/// The early and late dates of a project, its floats, its longest path and its headroom against each promise.
public struct Schedule: Sendable {
    public let project: Project
    /// One for each activity of the project, in the same order.
    public let activities: [ScheduledActivity]
    /// When the first activity starts.
    public let start: CivilMinute
    /// When the last activity finishes.
    public let finish: CivilMinute
    /// One chain of driving links from the start to the finish of the project, first activity first.
    ///
    /// Where several activities finish last, or several links drive one, the earlier in file order is followed.
    public let longestPath: [ActivityID]
    /// The promises: that of the project first, then those of activities in file order.
    public let deadlines: [DeadlineForecast]
    /// What the dates rest on and the reader should know, beside the findings of the project.
    public let findings: [Finding]

    private let indices: [ActivityID: Int]

    package init(
        project: Project, activities: [ScheduledActivity], start: CivilMinute, finish: CivilMinute,
        longestPath: [ActivityID], deadlines: [DeadlineForecast], findings: [Finding]
    ) {
        self.project = project
        self.activities = activities
        self.start = start
        self.finish = finish
        self.longestPath = longestPath
        self.deadlines = deadlines
        self.findings = findings
        indices = Dictionary(uniqueKeysWithValues: zip(activities.map(\.id), activities.indices))
    }

    /// The dates of one activity; `nil` when the project has none of this id.
    public subscript(id: ActivityID) -> ScheduledActivity? { indices[id].map { activities[$0] } }

    /// Whether every promise and every date can be kept.
    public var isFeasible: Bool {
        !deadlines.contains(where: \.isMissed) && !activities.contains { $0.totalFloat < .zero }
    }

    /// The promise with the least headroom; `nil` when nothing is promised.
    public var tightestDeadline: DeadlineForecast? {
        deadlines.min { $0.timeHeadroom < $1.timeHeadroom }
    }
}

extension Schedule: Equatable {
    public static func == (left: Schedule, right: Schedule) -> Bool {
        left.activities == right.activities && left.longestPath == right.longestPath
            && left.deadlines == right.deadlines && left.findings == right.findings
    }
}
