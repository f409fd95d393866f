import WorkTime

/// Tries changes along a chain, one at a time and together, by scheduling the plan with each.
struct RelaxationSearch {
    private let measure: PromiseMeasure
    private let times: ScheduleTimes
    private let effort: ConflictEffort
    /// Forward passes that may still be run.
    private(set) var passes: Int

    init(_ measure: PromiseMeasure, _ times: ScheduleTimes, _ effort: ConflictEffort, passes: Int) {
        self.measure = measure
        self.times = times
        self.effort = effort
        self.passes = passes
    }

    /// The nodes of a chain that are tried: those with the least float, the first of equals.
    func triedNodes(of trace: ChainTrace) -> Set<Int> {
        let nodes = trace.steps.map(\.node)
        guard nodes.count > effort.activities else { return Set(nodes) }
        let project = measure.project
        let floats = nodes.map {
            $0 < project.activities.count ? project.totalFloat(of: $0, early: times.early, late: times.late) : 0
        }
        let least = nodes.indices.sorted { (floats[$0], $0) < (floats[$1], $1) }.prefix(effort.activities)
        return Set(least.map { nodes[$0] })
    }

    /// The levers of a chain; work that has been shortened already is so by as much less.
    private func levers(of trace: ChainTrace, _ network: Network, _ early: PassTimes) -> [LimitedLever] {
        let levers = trace.levers(
            network, of: measure.project, early: early, among: triedNodes(of: trace), share: effort.shortening)
        return levers.map { lever in
            guard case .duration(let node) = lever.lever else { return lever }
            let stated = measure.network.durations[node]
            let limit = stated * effort.shortening / 100 - (stated - network.durations[node])
            return LimitedLever(lever: lever.lever, limit: min(lever.limit, limit))
        }
    }

    /// A lever, pulled as little as has its effect.
    struct Pull {
        var lever: Lever
        var amount: Int
        var forecast: CivilMinute
    }

    /// Every lever of a chain that helps by itself, in the order of the chain.
    mutating func pulls(along trace: ChainTrace, _ early: PassTimes, on network: Network, forecast: CivilMinute)
        -> [Pull]
    {
        let levers = levers(of: trace, network, early)
        var found: [Pull] = []
        for lever in levers where lever.limit > 0 && passes > 0 {
            guard let pull = least(lever, on: network, forecast: forecast) else { continue }
            // Dropping a date says no more than moving it as far as possible, unless it gains more.
            if case .noDate = lever.lever, let last = found.last, case .date = last.lever,
                last.lever.sharesPlace(with: pull.lever), last.forecast > measure.promised,
                last.forecast >= pull.forecast
            {
                found.removeLast()
            }
            found.append(pull)
        }
        return found
    }

    /// The least pull of a lever that keeps the promise, or else that brings it as near as the lever can.
    private mutating func least(_ lever: LimitedLever, on network: Network, forecast: CivilMinute) -> Pull? {
        let best = self.forecast(network, lever.lever, lever.limit)
        guard best < forecast else { return nil }
        guard lever.isGradual else { return Pull(lever: lever.lever, amount: lever.limit, forecast: best) }
        let goal = max(best, measure.promised)
        // On one calendar an hour less is an hour gained, so the gain itself is tried first.
        let guess = measure.gain(from: forecast, to: goal).count
        var (low, high) = (0, lever.limit)
        if guess > 0, guess < high {
            if self.forecast(network, lever.lever, guess) <= goal { high = guess } else { low = guess }
            if high == guess, self.forecast(network, lever.lever, guess - 1) > goal { low = guess - 1 }
        }
        while high - low > 1, passes > 0 {
            let middle = low + (high - low) / 2
            if self.forecast(network, lever.lever, middle) <= goal { high = middle } else { low = middle }
        }
        return Pull(lever: lever.lever, amount: high, forecast: self.forecast(network, lever.lever, high))
    }

    private mutating func forecast(_ network: Network, _ lever: Lever, _ amount: Int) -> CivilMinute {
        passes -= 1
        return measure.forecast(on: network.pulling(lever, by: amount))
    }

    // MARK: Several together

    private static let mostTogether = 12

    /// Changes that keep the promise together, none of which can be left out; empty when none were found.
    ///
    /// Greedy: on the chain that still holds the promise, the change that gains most; where chains run side by side and none
    /// gains by itself, the one that can be made largest. What later ones make needless is taken out again.
    mutating func together(from start: CivilMinute) -> [Pull] {
        var pulled: [Pull] = []
        for _ in 0..<Self.mostTogether where passes > 0 {
            let network = pulling(pulled)
            let early = measure.early(network)
            passes -= 1
            let forecast = measure.forecast(early, on: network)
            guard forecast > measure.promised else { return needed(pulled, from: start) }
            guard let trace = measure.trace(early, on: network),
                let next = next(along: trace, early, on: network, forecast, besides: pulled)
            else { return [] }
            if let same = pulled.firstIndex(where: { $0.lever == next.lever }) {
                pulled[same].amount += next.amount
            } else {
                pulled.append(next)
            }
        }
        return []
    }

    private mutating func next(
        along trace: ChainTrace, _ early: PassTimes, on network: Network, _ forecast: CivilMinute,
        besides pulled: [Pull]
    ) -> Pull? {
        let isFree = { (lever: Lever) in lever != .start && !pulled.contains { $0.lever.sharesPlace(with: lever) } }
        let helping = pulls(along: trace, early, on: network, forecast: forecast).filter { isFree($0.lever) }
        if let best = helping.min(by: { $0.forecast < $1.forecast }) { return best }
        let missing = max(1, measure.gain(from: forecast, to: measure.promised).count)
        let levers = levers(of: trace, network, early).filter { isFree($0.lever) }
        let isTaken = { (lever: LimitedLever) in !lever.isGradual && pulled.contains { $0.lever == lever.lever } }
        guard let largest = levers.filter({ $0.limit > 0 && !isTaken($0) }).min(by: { $0.limit > $1.limit }) else {
            return nil
        }
        return Pull(lever: largest.lever, amount: min(largest.limit, missing), forecast: forecast)
    }

    private func pulling(_ pulls: [Pull]) -> Network {
        pulls.reduce(measure.network) { $0.pulling($1.lever, by: $1.amount) }
    }

    /// Those without which the promise is missed again, each with the forecast that it and those before it lead to.
    private mutating func needed(_ pulls: [Pull], from start: CivilMinute) -> [Pull] {
        var kept = pulls
        for place in pulls.indices.reversed() {
            var fewer = kept
            fewer.remove(at: place)
            passes -= 1
            if measure.forecast(on: pulling(fewer)) <= measure.promised { kept = fewer }
        }
        for place in kept.indices {
            passes -= 1
            kept[place].forecast = measure.forecast(on: pulling(Array(kept[...place])))
        }
        return kept
    }
}
