/// How well forecasts came true on finished jobs, each forecast made without the job that it is judged by.
public struct Calibration: Hashable, Sendable {
    /// What the forecasts of a job were learned from.
    public struct Learning: Hashable, Sendable {
        /// The class or classes.
        public let name: String
        /// How many finished jobs, at least.
        public let fewest: Int
        /// At most.
        public let most: Int

        public init(name: String, fewest: Int, most: Int) {
            self.name = name
            self.fewest = fewest
            self.most = most
        }
    }

    public let jobs: [CalibrationJob]
    /// Of each job in turn, in the order of ``CalibrationJob/rows(learning:)``.
    public let rows: [CalibrationRow]
    public let learning: Learning
    /// One for each method that has rows to be judged, the forecast first.
    public let scores: [CalibrationScore]

    /// - Parameters:
    ///   - jobs: at least one.
    ///   - rows: those of each job.
    public init(_ jobs: [CalibrationJob], rows: [[CalibrationRow]], learning: Learning) {
        precondition(jobs.count == rows.count, "rows of \(rows.count) jobs for \(jobs.count)")
        self.jobs = jobs
        self.rows = rows.flatMap(\.self)
        self.learning = learning
        let judged = zip(jobs, rows).map { job, rows in (job, rows.filter { Self.judged.contains($0.progress) }) }
        scores = CalibrationMethod.allCases.compactMap { method in
            CalibrationScore(method, judged.map { ($0, $1.filter { $0.method == method }) })
        }
    }

    /// Statuses between these shares of work done are judged: before, nothing is known; after, nothing is left to forecast.
    private static let judged = (0.02.nextUp)..<0.985

    /// The score of a method; `nil` when it has none.
    public func score(of method: CalibrationMethod) -> CalibrationScore? { scores.first { $0.method == method } }
}
