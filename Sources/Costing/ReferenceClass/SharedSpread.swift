import Statistics

/// The first view of a class: every job's cost strays by the same scale on the way to its end.
///
/// Without jobs this is the documented prior: final costs about the budget, and a scale of 6 % that may be half or double.
struct SharedSpread: Sendable {
    private let spread: ClassSpread
    /// A scale with the shape it goes with, by probability.
    private let scales: [(probability: Double, scale: Double, shape: DeviationShape)]

    static let usualScale = 0.06
    /// Of the logarithm of the scale.
    static let scaleDoubt = 0.7
    /// The statuses of a job repeat one another; together they count as this many.
    private static let observationsPerJob = 2.0
    private static let grid = logarithmicGrid(from: 0.01, through: 0.5, count: 24)

    init(_ jobs: [ClosedJob]) {
        spread = ClassSpread(
            jobs.map { job in { StudentFour.density(job.level - $0, scale: $1) } })
        let candidates = DeviationShape.all.flatMap { shape in Self.grid.map { (scale: $0, shape: shape) } }
        let probabilities = normalized(candidates.map { Self.logarithm(of: $0.scale, $0.shape, jobs) })
        scales = zip(probabilities, candidates).compactMap { probability, candidate in
            probability > 1e-5 ? (probability, candidate.scale, candidate.shape) : nil
        }
    }

    private static func logarithm(of scale: Double, _ shape: DeviationShape, _ jobs: [ClosedJob]) -> Double {
        let doubt = Elementary.log(scale / usualScale) / scaleDoubt
        return jobs.reduce(-0.5 * doubt * doubt) { sum, job in
            guard !job.observations.isEmpty else { return sum }
            let level = job.level
            let fit = job.observations.reduce(0) {
                $0
                    + Elementary.log(
                        StudentFour.density($1.deviation - level, scale: scale * shape.width(at: $1.progress)))
            }
            let count = Double(job.observations.count)
            return sum + fit / count * min(observationsPerJob, count)
        }
    }
}

extension SharedSpread: CostLevelModel {
    func density(of levels: [Double], given path: CostPath) -> [Double] {
        guard let latest = path.latest else { return levels.map { spread.density($0) } }
        let widths = scales.map { (probability: $0.probability, width: $0.scale * $0.shape.width(at: latest.progress)) }
        return levels.map { level in
            let likelihood = widths.reduce(0) {
                $0 + $1.probability * StudentFour.density(latest.deviation - level, scale: $1.width)
            }
            return spread.density(level) * likelihood
        }
    }
}
