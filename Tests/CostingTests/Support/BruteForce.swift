import Foundation

/// The forecast that learns, worked out again from its description by plain sums on even grids. Shares no code with it.
struct BruteForce {
    /// Shares of work done with ln(cost ÷ earned), in order.
    typealias Path = [(w: Double, y: Double)]
    /// A finished job: its path and ln(final cost ÷ budget).
    typealias Job = (path: Path, end: Double)

    let jobs: [Job]

    private static func t(_ distance: Double, _ scale: Double) -> Double {
        let z = distance / scale
        let base = 1 + z * z / 4
        return 0.375 / (scale * base * base * base.squareRoot())
    }

    private static func grid(_ low: Double, _ high: Double, _ count: Int) -> [Double] {
        (0..<count).map { low * pow(high / low, Double($0) / Double(count - 1)) }
    }

    private static func shares(_ logarithms: [Double]) -> [Double] {
        let weights = logarithms.map { exp($0 - logarithms.max()!) }
        return weights.map { $0 / weights.reduce(0, +) }
    }

    private static func odds(_ w: Double) -> Double { (1 - w) / (w + 0.02) }

    /// The prior density of an end under a class, with jobs whose ends are seen through `likelihood(job, mean, spread)`.
    private func prior(_ count: Int, _ likelihood: (Int, Double, Double) -> Double) -> (Double, Double) -> Double {
        var members: [(mean: Double, spread: Double)] = []
        var logarithms: [Double] = []
        for step in -10...10 {
            for spread in Self.grid(0.02, 0.5, 16) {
                let mean = 0.015 * Double(step)
                var sum = -pow(mean / 0.03, 2) / 2 - pow(log(spread / 0.1) / 0.8, 2) / 2
                for job in 0..<count { sum += log(likelihood(job, mean, spread)) }
                members.append((mean, spread))
                logarithms.append(sum)
            }
        }
        // What is less likely than one in a million is left out, to save time.
        let likely = zip(Self.shares(logarithms), members).filter { $0.0 > 1e-6 }
        return { level, factor in
            likely.reduce(0) { $0 + $1.0 * Self.t(level - $1.1.mean, $1.1.spread * factor) }
        }
    }

    /// The density of ends of a job with this path, by the first view.
    private func sharedSpread(_ path: Path, _ jobs: [Job]) -> (Double) -> Double {
        let prior = prior(jobs.count) { Self.t(jobs[$0].end - $1, $2) }
        var candidates: [(scale: Double, power: Double)] = []
        var logarithms: [Double] = []
        for power in [0.5, 0.75, 1] {
            for scale in Self.grid(0.01, 0.5, 24) {
                var sum = -pow(log(scale / 0.06) / 0.7, 2) / 2
                for job in jobs {
                    let fits = job.path.map { log(Self.t($0.y - job.end, scale * pow(Self.odds($0.w), power))) }
                    sum += fits.reduce(0, +) / Double(fits.count) * min(2, Double(fits.count))
                }
                candidates.append((scale, power))
                logarithms.append(sum)
            }
        }
        let weights = Self.shares(logarithms)
        let now = path.last!
        return { level in
            prior(level, 1)
                * zip(weights, candidates).reduce(0) {
                    $0 + $1.0 * Self.t(now.y - level, $1.1.scale * pow(Self.odds(now.w), $1.1.power))
                }
        }
    }

    private static func changes(_ path: Path, _ scale: Double) -> Double {
        zip(path, path.dropFirst()).reduce(1) { product, pair in
            product * t(pair.0.y - pair.1.y, scale * (odds(pair.0.w) - odds(pair.1.w)).squareRoot())
        }
    }

    /// The same by the second view.
    private func ownSpread(_ path: Path) -> (Double) -> Double {
        let scales = Self.grid(0.004, 0.5, 30)
        let seen = jobs.map { job in
            scales.map { scale in
                Self.changes(job.path, scale)
                    * Self.t(job.path.last!.y - job.end, scale * Self.odds(job.path.last!.w).squareRoot())
            }
        }
        var logarithms: [Double] = []
        var commonness: [[Double]] = []
        for center in Self.grid(0.012, 0.3, 14) {
            for diversity in Self.grid(0.2, 1.6, 7) {
                let shares = Self.shares(scales.map { -pow(log($0 / center) / diversity, 2) / 2 })
                var sum = -pow(log(center / 0.06) / 0.7, 2) / 2 - pow(log(diversity / 0.7) / 0.5, 2) / 2
                for job in seen { sum += log(zip(shares, job).reduce(0) { $0 + $1.0 * $1.1 }) }
                logarithms.append(sum)
                commonness.append(shares)
            }
        }
        let weights = Self.shares(logarithms)
        let common = scales.indices.map { index in
            zip(weights, commonness).reduce(0) { $0 + $1.0 * $1.1[index] }
        }
        let typical = exp(zip(common, scales).reduce(0) { $0 + $1.0 * log($1.1) })
        let prior = prior(jobs.count) { job, mean, spread in
            let joint = zip(common, seen[job]).map(*)
            let total = joint.reduce(0, +)
            return zip(joint, scales).reduce(0) {
                $0 + $1.0 / total * Self.t(jobs[job].end - mean, spread * $1.1 / typical)
            }
        }
        let now = path.last!
        let likelihoods = scales.map { Self.changes(path, $0) }
        return { level in
            scales.indices.reduce(0) { sum, index in
                sum + common[index] * likelihoods[index] * prior(level, scales[index] / typical)
                    * Self.t(now.y - level, scales[index] * Self.odds(now.w).squareRoot())
            }
        }
    }

    /// Final costs as shares of the budget that are not passed with these probabilities.
    func quantiles(_ probabilities: [Double], of path: Path, booked: Double) -> [Double] {
        // Fine where jobs end, coarse far out: the lower end of each slice, and its width.
        let ends = [(-3.0, 0.02, 125), (-0.5, 0.001, 1_000), (0.5, 0.02, 125)]
        let slices = ends.flatMap { low, width, count in
            (0..<count).map { (low: low + width * Double($0), width: width) }
        }
        var total = [Double](repeating: 0, count: slices.count)
        for view in [sharedSpread(path, jobs), ownSpread(path), sharedSpread(path, [])] {
            let masses = slices.map { slice in
                let level = slice.low + slice.width / 2
                return view(level) * slice.width * (level < log(booked) ? 0.001 : 1)
            }
            let area = masses.reduce(0, +)
            for index in slices.indices { total[index] += masses[index] / area / 3 }
        }
        return probabilities.map { probability in
            var sum = 0.0
            for (slice, share) in zip(slices, total) {
                if sum + share >= probability { return exp(slice.low + slice.width * (probability - sum) / share) }
                sum += share
            }
            return .infinity
        }
    }
}
