public import Diagnostics
public import WorkTime

/// The early and late dates of a project, its floats, its longest path and its headroom against each promise.
///
/// Kept as index arrays; what it says of one activity is put together when it is asked for.
public struct Schedule: Sendable {
    public var project: Project { activities.project }
    /// One for each activity of the project, in the same order.
    public let activities: ScheduledActivities
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

    package var times: ScheduleTimes { activities.times }

    init(
        activities: ScheduledActivities, start: CivilMinute, finish: CivilMinute, longestPath: [ActivityID],
        deadlines: [DeadlineForecast], findings: [Finding]
    ) {
        self.activities = activities
        self.start = start
        self.finish = finish
        self.longestPath = longestPath
        self.deadlines = deadlines
        self.findings = findings
    }

    /// The dates of one activity; `nil` when the project has none of this id.
    public subscript(id: ActivityID) -> ScheduledActivity? { project.index(of: id).map { activities[$0] } }

    /// Whether an activity has dates: one that is left out has none, nor has a summary of nothing.
    public func hasDates(_ index: Int) -> Bool { project.isWorked(index) || times.spans[index] != nil }

    /// Whether every promise and every date can be kept.
    public var isFeasible: Bool { !deadlines.contains(where: \.isMissed) && !times.hasNegativeFloat }

    /// The promises that are still to be kept, in the order of ``deadlines``: of which work is left.
    public var openDeadlines: [DeadlineForecast] {
        deadlines.filter { deadline in
            guard let index = deadline.activity.flatMap({ project.index(of: $0) }) else {
                return project.activities.indices.contains {
                    project.isWorked($0) && !project.activities[$0].isComplete
                }
            }
            return !project.activities[index].isComplete
        }
    }

    /// The promise that is still to be kept with the least headroom; of a plan that is done, of all promises. `nil` when
    /// nothing is promised.
    public var tightestOpenDeadline: DeadlineForecast? {
        openDeadlines.min { $0.timeHeadroom < $1.timeHeadroom } ?? tightestDeadline
    }

    /// The promise with the least headroom; `nil` when nothing is promised.
    public var tightestDeadline: DeadlineForecast? {
        deadlines.min { $0.timeHeadroom < $1.timeHeadroom }
    }
}

extension Schedule: Equatable {
    public static func == (left: Schedule, right: Schedule) -> Bool {
        left.times == right.times && left.start == right.start && left.finish == right.finish
            && left.longestPath == right.longestPath && left.deadlines == right.deadlines
            && left.findings == right.findings
    }
}

/// What the passes and sweeps over a network found.
package struct ScheduleTimes: Hashable, Sendable {
    package let early: PassTimes
    /// As the backward pass left them, by which floats are measured.
    package let late: PassTimes
    /// As a reader expects them.
    package let shownLate: PassTimes
    /// Free float by node.
    package let free: [Int]
    /// By tie.
    package let drives: [Bool]
    let longestPath: LongestPath
    /// Summaries and levels of effort, whose dates follow from those of others.
    let spans: [Int: DerivedSpan]
    package let hasNegativeFloat: Bool

    package func isOnLongestPath(_ node: Int) -> Bool { longestPath.members[node] }
}
