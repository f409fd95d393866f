/// One of the fourteen points of a schedule's assessment: what was counted, among how many, and whether it passes.
///
/// - Source: Defense Contract Management Agency, *14-point assessment*, 2005 and later editions; in detail: D. Winter,
///   *DCMA 14-point schedule assessment*, 2011.
public struct HealthPoint: Hashable, Sendable {
    public let kind: Kind
    /// What passes.
    public let limit: Limit
    public let population: Population
    /// The counted, and among how many; `nil` where the point does not apply.
    public let measure: Measure?
    /// Why it does not apply; `nil` where it does.
    public let reason: NotApplicable?
    /// The work that was counted, in the order of the file. Of a share that should be high: the work that is missing from it.
    public let activities: [ActivityID]

    public var number: Int { kind.rawValue }
    public var status: Status { measure.map { limit.admits($0) ? .pass : .fail } ?? .notApplicable }

    init(
        _ kind: Kind, _ population: Population, _ numerator: Int, of denominator: Int, _ activities: [ActivityID] = []
    ) {
        self.kind = kind
        limit = kind.limit
        self.population = population
        measure = Measure(numerator: numerator, denominator: denominator)
        reason = nil
        self.activities = activities
    }

    init(_ kind: Kind, _ population: Population, notApplicable reason: NotApplicable) {
        self.kind = kind
        limit = kind.limit
        self.population = population
        measure = nil
        self.reason = reason
        activities = []
    }

    /// The points by their numbers.
    public enum Kind: Int, Hashable, Sendable, CaseIterable {
        case missingLogic = 1
        case leads
        case lags
        case relationshipTypes
        case hardConstraints
        case highFloat
        case negativeFloat
        case highDuration
        case invalidDates
        case resources
        case missedTasks
        case criticalPathTest
        case criticalPathLengthIndex
        case baselineExecutionIndex

        var limit: Limit {
            switch self {
            case .missingLogic, .lags, .hardConstraints, .highFloat, .highDuration, .missedTasks:
                .shareAtMost(percent: 5)
            case .leads, .negativeFloat, .invalidDates, .resources: .none
            case .relationshipTypes: .shareAtLeast(percent: 90)
            case .criticalPathTest: .whole(withinPercent: 1)
            case .criticalPathLengthIndex, .baselineExecutionIndex: .indexAtLeast(hundredths: 95)
            }
        }
    }

    public enum Status: String, Hashable, Sendable, Codable {
        case pass
        case fail
        case notApplicable = "not-applicable"
    }

    /// A count, or working minutes for the points that measure time.
    public struct Measure: Hashable, Sendable {
        public let numerator: Int
        /// Above zero.
        public let denominator: Int
    }

    /// What a measure may be.
    public enum Limit: Hashable, Sendable {
        case shareAtMost(percent: Int)
        case shareAtLeast(percent: Int)
        /// Nothing may be counted.
        case none
        /// The index of numerator and denominator.
        case indexAtLeast(hundredths: Int)
        /// As much as the denominator; where calendars differ, weekends and holidays make it a little more or less.
        case whole(withinPercent: Int)

        func admits(_ measure: Measure) -> Bool {
            let (part, all) = (measure.numerator, measure.denominator)
            return switch self {
            case .shareAtMost(let percent): part * 100 <= all * percent
            case .shareAtLeast(let percent), .indexAtLeast(let percent): part * 100 >= all * percent
            case .none: part == 0
            case .whole(let percent): abs(part - all) * 100 <= all * percent
            }
        }
    }

    /// Among what a point counts.
    public enum Population: Hashable, Sendable {
        /// Activities and milestones that are not finished; summaries, levels of effort and what is left out of the schedule
        /// are not counted.
        case unfinished
        /// The same, finished ones too.
        case everything
        /// Links that lead to the activities counted.
        case linksToUnfinished
        case links
        /// Of the activities counted, those that take time.
        case withDuration(unfinishedOnly: Bool)
        /// Activities that by their baseline were to be finished by the data date.
        case baselineDue
        /// Working minutes by which the finish moved, of 600 days of its calendar added to this activity.
        case addedDays(to: ActivityID?)
        /// Working minutes from now to the forecast and to the promise: of this activity, or of the whole plan.
        case pathToPromise(of: ActivityID?)
    }

    /// Why a point cannot be measured. An undefined measure is never nought.
    public enum NotApplicable: String, Hashable, Sendable, CaseIterable {
        case nothingLeft = "nothing-left"
        case noLinks = "no-links"
        case noDataDate = "no-data-date"
        case noResources = "no-resources"
        case noBaseline = "no-baseline"
        case nothingDue = "nothing-due"
        case noPromise = "no-promise"
        case noPath = "no-path"
    }
}
