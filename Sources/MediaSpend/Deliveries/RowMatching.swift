import Monetary
import WorkTime

/// The rows of two deliveries while they are brought together.
struct RowMatching {
    let cubes: ComparedCubes
    let identity: RowIdentity
    /// Rows that are in both, by position in their sides.
    private(set) var pairs: [Pair] = []
    /// Rows that only the old delivery has.
    private(set) var vanished: [Int] = []
    /// Rows that only the new one has, in periods that the old one covers, and in others.
    private(set) var late: [Int] = []
    private(set) var new: [Int] = []
    private(set) var rekeys: [DeliveryComparison.Rekey] = []
    let coverage: PeriodCoverage

    struct Pair: Hashable {
        let old: Int
        let new: Int
        var kind: Kind

        enum Kind { case same, changed, reclassified, rekeyed }
    }

    /// Walks along both sides, which are sorted alike.
    init(_ cubes: ComparedCubes, _ identity: RowIdentity, covering months: Set<CivilMonth>) {
        self.cubes = cubes
        self.identity = identity
        coverage = PeriodCoverage(cubes, months, isWeekly: identity.isWeekly)
        var (left, right) = (0, 0)
        let (old, new) = (cubes.old.rows, cubes.new.rows)
        while left < old.count || right < new.count {
            switch cubes.next(left, right) {
            case .old:
                vanished.append(left)
                left += 1
            case .new:
                if coverage.covers(new[right]) { late.append(right) } else { self.new.append(right) }
                right += 1
            case .both:
                pairs.append(Pair(old: left, new: right, kind: Self.kind(old[left], new[right], in: cubes)))
                left += 1
                right += 1
            }
        }
    }

    private static func kind(_ old: ComparedRow, _ new: ComparedRow, in cubes: ComparedCubes) -> Pair.Kind {
        guard old.hasAmounts(of: new) else { return .changed }
        let isMoved = classes.contains { dimension in
            cubes.old.allCodes(dimension, of: old) != cubes.new.allCodes(dimension, of: new)
        }
        return isMoved ? .reclassified : .same
    }

    /// By what rows are classified.
    static let classes: [SpendDimension] = [.category, .medium]

    var counts: DeliveryComparison.Counts {
        var counts = DeliveryComparison.Counts()
        for pair in pairs {
            switch pair.kind {
            case .same: counts.same += 1
            case .changed: counts.changed += 1
            case .reclassified: counts.reclassified += 1
            case .rekeyed: counts.rekeyed += 1
            }
        }
        counts.vanished = vanished.count
        counts.lateAdded = late.count
        counts.new = new.count
        return counts
    }

    // MARK: Rows that changed more than their amounts

    /// Where all that a row says is its identity, a row under another category looks like one that went and one that
    /// came: those that agree in all else, amounts included, are brought together.
    mutating func findReclassified() {
        guard !identity.isKeyed else { return }
        let others = identity.dimensions.filter { !Self.classes.contains($0) }
        pair(vanished, late, by: others, as: .reclassified)
    }

    /// Everything that stood under one id and now stands under another, which was not there before.
    ///
    /// Two rows at least must have gone over with an amount each, and none may be left: equal amounts of single rows are
    /// no evidence.
    mutating func findRekeyed() {
        for dimensions in Self.renumbered where dimensions.allSatisfy(identity.dimensions.contains) {
            let moves = RekeySearch(self, dimensions).moves
            for move in moves {
                pair(move.old, move.new, by: identity.dimensions.filter { !dimensions.contains($0) }, as: .rekeyed)
            }
            rekeys += moves.map(\.rekey)
        }
    }

    /// What vendors give new ids to, one at a time first.
    private static let renumbered: [[SpendDimension]] = [
        [.advertiser], [.brand], [.product], [.vehicle], [.region], [.brand, .product], [.advertiser, .brand],
        [.advertiser, .brand, .product],
    ]

    /// Brings rows together that agree in some dimensions and in their amounts, each once.
    private mutating func pair(
        _ gone: [Int], _ come: [Int], by dimensions: [SpendDimension], as kind: Pair.Kind
    ) {
        guard !gone.isEmpty, !come.isEmpty else { return }
        var waiting: [[Int64]: [Int]] = [:]
        for row in come.reversed() { waiting[signature(row, of: cubes.new, by: dimensions), default: []].append(row) }
        var (goneFor, comeFor): (Set<Int>, Set<Int>) = ([], [])
        for row in gone {
            guard let partner = waiting[signature(row, of: cubes.old, by: dimensions)]?.popLast() else { continue }
            pairs.append(Pair(old: row, new: partner, kind: kind))
            goneFor.insert(row)
            comeFor.insert(partner)
        }
        vanished.removeAll(where: goneFor.contains)
        late.removeAll(where: comeFor.contains)
    }

    /// What a row says in some dimensions, and its amounts.
    func signature(_ row: Int, of side: ComparedCubes.Side, by dimensions: [SpendDimension]) -> [Int64] {
        let compared = side.rows[row]
        return dimensions.map { Int64(side.code($0, of: compared)) } + [compared.insertions, compared.spend]
    }
}

/// The periods that a delivery covers.
struct PeriodCoverage {
    private let cubes: ComparedCubes
    let months: Set<CivilMonth>
    /// From its first week to its last; `nil` where months are the periods.
    private let weeks: ClosedRange<CivilDay>?

    init(_ cubes: ComparedCubes, _ months: Set<CivilMonth>, isWeekly: Bool) {
        self.cubes = cubes
        self.months = months
        let days = isWeekly ? cubes.old.cube.names(in: .day).compactMap { CivilDay($0) } : []
        weeks = days.min().flatMap { first in days.max().map { first...$0 } }
    }

    /// Whether a row of the new delivery lies in them.
    func covers(_ row: ComparedRow) -> Bool {
        guard let month = month(of: row, in: cubes.new) else { return false }
        if let weeks, let day = day(of: row) { return weeks.contains(day) }
        return months.contains(month)
    }

    func month(of row: ComparedRow, in side: ComparedCubes.Side) -> CivilMonth? {
        cubes.members[.month].flatMap { CivilMonth($0.keys[Int(side.code(.month, of: row))]) }
    }

    private func day(of row: ComparedRow) -> CivilDay? {
        cubes.members[.day].flatMap { CivilDay($0.keys[Int(cubes.new.code(.day, of: row))]) }
    }
}
