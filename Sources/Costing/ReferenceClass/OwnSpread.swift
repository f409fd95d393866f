import Statistics

/// The second view of a class: every job has a scale of its own, which its path shows, and by which its end strays from the
/// class's mean as well.
///
/// A job whose costs have come exactly as budgeted goes on so; one whose costs jump about may end far away.
struct OwnSpread: Sendable {
    private let scales: [Double]
    private let probabilities: [Double]
    /// For each scale, the density of final levels of jobs with it.
    private let priors: [LevelTable]

    /// Between jobs, of the logarithm of their scales: about 0.7, and that too is learned.
    private static let usualDiversity = 0.7
    private static let diversityDoubt = 0.5
    private static let grid = logarithmicGrid(from: 0.004, through: 0.5, count: 30)
    private static let centers = logarithmicGrid(from: 0.012, through: 0.3, count: 14)
    private static let diversities = logarithmicGrid(from: 0.2, through: 1.6, count: 7)

    init(_ jobs: [ClosedJob]) {
        let seen = jobs.compactMap { job in job.path.latest.map { (job, Self.likelihoods(of: job, $0)) } }
        let probabilities = Self.probabilities(given: seen.map(\.1))
        let typical = Elementary.exp(zip(probabilities, Self.grid).reduce(0) { $0 + $1.0 * Elementary.log($1.1) })
        let factors = Self.grid.map { $0 / typical }
        let spread = ClassSpread(
            seen.map { job, likelihoods in
                let joint = zip(probabilities, likelihoods).map(*)
                let total = joint.reduce(0, +)
                let members = zip(joint, factors).filter { $0.0 > 1e-4 * total }
                let level = job.level
                return { mean, spread in
                    members.reduce(0) {
                        $0 + $1.0 / total * StudentFour.density(level - mean, scale: spread * $1.1)
                    }
                }
            })
        scales = Self.grid
        self.probabilities = probabilities
        priors = factors.map { factor in LevelTable { spread.density($0, widened: factor) } }
    }

    /// How likely a closed job's path and end are for each scale, up to a factor.
    private static func likelihoods(of job: ClosedJob, _ latest: CostPath.Point) -> [Double] {
        let width = DeviationShape.bridge.width(at: latest.progress)
        let ends = zip(grid, pathLikelihoods(of: job.path)).map { scale, likelihood in
            likelihood * StudentFour.density(latest.deviation - job.level, scale: scale * width)
        }
        let most = ends.max() ?? 1
        return most > 0 ? ends.map { $0 / most } : ends.map { _ in 1 }
    }

    /// How likely the changes along a path are for each scale. Each change of the cost per unit of work is independent of
    /// what comes later.
    private static func pathLikelihoods(of path: CostPath) -> [Double] {
        var likelihoods = grid.map { _ in 1.0 }
        for (earlier, later) in zip(path.points, path.points.dropFirst()) {
            let width = DeviationShape.bridgeWidth(from: earlier.progress, to: later.progress)
            let change = later.deviation - earlier.deviation
            for index in grid.indices { likelihoods[index] *= StudentFour.density(change, scale: grid[index] * width) }
        }
        return likelihoods
    }

    /// How common each scale is, averaged over the centers and diversities that the jobs leave possible.
    private static func probabilities(given likelihoods: [[Double]]) -> [Double] {
        let candidates = centers.flatMap { center in diversities.map { shares(center, $0) } }
        let logarithms = centers.indices.flatMap { center in
            diversities.indices.map { diversity in
                let shares = candidates[center * diversities.count + diversity]
                return likelihoods.reduce(prior(centers[center], diversities[diversity])) { sum, likelihood in
                    sum + Elementary.log(zip(shares, likelihood).reduce(0) { $0 + $1.0 * $1.1 })
                }
            }
        }
        var sums = grid.map { _ in 0.0 }
        for (weight, shares) in zip(normalized(logarithms), candidates) where weight > 1e-9 {
            for index in grid.indices { sums[index] += weight * shares[index] }
        }
        return sums
    }

    private static func prior(_ center: Double, _ diversity: Double) -> Double {
        let doubts = (
            Elementary.log(center / SharedSpread.usualScale) / SharedSpread.scaleDoubt,
            Elementary.log(diversity / usualDiversity) / diversityDoubt
        )
        return -0.5 * (doubts.0 * doubts.0 + doubts.1 * doubts.1)
    }

    private static func shares(_ center: Double, _ diversity: Double) -> [Double] {
        normalized(
            grid.map { scale in
                let distance = Elementary.log(scale / center) / diversity
                return -0.5 * distance * distance
            })
    }
}

extension OwnSpread: CostLevelModel {
    func density(of levels: [Double], given path: CostPath) -> [Double] {
        var sums = levels.map { _ in 0.0 }
        let places = levels.map(LevelTable.position)
        let likelihoods = Self.pathLikelihoods(of: path)
        for index in scales.indices {
            let weight = probabilities[index] * likelihoods[index]
            guard weight > 0 else { continue }
            guard let latest = path.latest else {
                for place in places.indices { sums[place] += weight * priors[index][places[place]] }
                continue
            }
            let width = scales[index] * DeviationShape.bridge.width(at: latest.progress)
            for place in places.indices {
                let likelihood = StudentFour.density(latest.deviation - levels[place], scale: width)
                sums[place] += weight * priors[index][places[place]] * likelihood
            }
        }
        return sums
    }
}
