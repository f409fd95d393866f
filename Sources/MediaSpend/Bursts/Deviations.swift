import Statistics
import WorkTime

/// How far the weight of each brand was from its usual weight, in each month in which it was on air.
///
/// The usual weight of a month is the median of the six months on air that are nearest to it, after the movement that all
/// brands share, and then that of the category, were taken out. In the last month these are the six before it.
struct Deviations {
    private(set) var all: [Deviation] = []

    /// One brand in one month.
    struct Deviation {
        let line: Int
        let month: Int
        /// The logarithm of weight over usual weight.
        fileprivate(set) var size: Double
        /// Of the brand, in the month.
        fileprivate(set) var usualWeight: Double
        /// How far the months that it is compared with spread, robustly.
        let ownSpread: Double
        /// How many months it is compared with.
        let neighbours: Int

        /// By how much a deviation spreads more than the months themselves do, as the median of few is uncertain.
        var widening: Double { (1 + Double.pi / 2 / Double(neighbours)).squareRoot() }
    }

    /// With fewer months than this to compare with, there is nothing usual.
    private static let leastNeighbours = 2
    private static let neighbours = 6

    init(in courses: BrandCourses) {
        let movement = courses.commonMovement
        for (number, line) in courses.lines.enumerated() {
            let onAir = line.logarithms.indices.filter { line.logarithms[$0] != nil }
            let dates = onAir.map { courses.months[$0].number }
            let levels = onAir.map { (line.logarithms[$0] ?? 0) - movement[$0] }
            for position in onAir.indices {
                let near = Self.levels(near: position, levels, dates)
                guard near.count >= Self.leastNeighbours, let usual = near.median else { continue }
                let size = levels[position] - usual
                all.append(
                    Deviation(
                        line: number, month: onAir[position], size: size,
                        usualWeight: line.weight[onAir[position]] * Elementary.exp(-size),
                        ownSpread: near.spread(around: usual), neighbours: near.count))
            }
        }
        takeOutCategories(courses)
    }

    /// The levels of the months nearest to one of them.
    private static func levels(near position: Int, _ levels: [Double], _ dates: [Int]) -> FewNumbers {
        var near = FewNumbers()
        forEachMonth(near: position, dates) { near.insert(levels[$0]) }
        return near
    }

    /// The months that one of a line is compared with, in order.
    static func months(near month: Int, of line: BrandCourses.Line, in courses: BrandCourses) -> [CivilMonth] {
        let onAir = line.logarithms.indices.filter { line.logarithms[$0] != nil }
        guard let position = onAir.firstIndex(of: month) else { return [] }
        var near: [CivilMonth] = []
        forEachMonth(near: position, onAir.map { courses.months[$0].number }) { near.append(courses.months[onAir[$0]]) }
        return near.sorted()
    }

    /// Goes through the months nearest to one of them, which is left out; of two as near the earlier comes first.
    @inline(__always)
    private static func forEachMonth(near position: Int, _ dates: [Int], _ body: (_ position: Int) -> Void) {
        var (before, after) = (position - 1, position + 1)
        for _ in 0..<min(neighbours, dates.count - 1) {
            let isBefore =
                after >= dates.count || before >= 0 && dates[position] - dates[before] <= dates[after] - dates[position]
            body(isBefore ? before : after)
            if isBefore { before -= 1 } else { after += 1 }
        }
    }

    // MARK: Categories

    /// Takes out what the brands of a category did together in a month, as a season of its own would have them do.
    ///
    /// Each category's middle is drawn towards none at all, the more the less certain it is beside how much categories
    /// differ (empirical Bayes, as of Efron and Morris, 1975): where they do not, nothing is taken out.
    private mutating func takeOutCategories(_ courses: BrandCourses) {
        let byMonth = Dictionary(grouping: all.indices) { all[$0].month }
        for positions in byMonth.values {
            let byCategory = Dictionary(grouping: positions) { courses.lines[all[$0].line].category }
            let shifts = byCategory.compactMapValues { CategoryShift(of: $0.map { all[$0] }) }
            guard shifts.count > 1 else { continue }
            // Sums of floating-point numbers depend on their order.
            let excess = shifts.sorted { $0.key < $1.key }.map { $0.value.middle * $0.value.middle - $0.value.variance }
            let between = max(0, excess.reduce(0, +) / Double(shifts.count))
            for (category, shift) in shifts where between > 0 {
                let shared = shift.middle * between / (between + shift.variance)
                for position in byCategory[category] ?? [] {
                    all[position].size -= shared
                    all[position].usualWeight *= Elementary.exp(shared)
                }
            }
        }
    }
}

/// What the brands of one category have in common in one month.
private struct CategoryShift {
    let middle: Double
    /// How uncertain that is.
    let variance: Double

    /// `nil` for fewer than three brands.
    init?(of deviations: [Deviations.Deviation]) {
        let numbers = deviations.map { WeightedMedian.Number(value: $0.size, weight: $0.usualWeight.squareRoot()) }
        guard numbers.count >= 3, let middle = WeightedMedian.of(numbers) else { return nil }
        let distances = numbers.map { WeightedMedian.Number(value: ($0.value - middle).magnitude, weight: $0.weight) }
        let spread = (WeightedMedian.of(distances) ?? 0) / 0.6745
        let weight = numbers.reduce(0) { $0 + $1.weight }
        let squares = numbers.reduce(0) { $0 + $1.weight * $1.weight }
        self.middle = middle
        // A median spreads π ÷ 2 times as much as a mean of as many numbers of equal weight.
        variance = Double.pi / 2 * spread * spread * squares / (weight * weight)
    }
}
