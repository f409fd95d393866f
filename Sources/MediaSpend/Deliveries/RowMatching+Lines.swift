import Monetary
import WorkTime

extension RowMatching {
    private var market: MarketData { cubes.new.cube.market }

    // MARK: Totals

    /// Old and new spend of the periods that the old delivery covers.
    var totals: (before: Money, after: Money) {
        let covered = cubes.new.rows.lazy.filter { coverage.covers($0) }.reduce(Int64(0)) { $0 + $1.spend }
        return (market.money(cubes.old.cube.totalSpend), market.money(covered))
    }

    var months: [DeliveryComparison.MonthLine] {
        var before: [CivilMonth: Int64] = Dictionary(
            uniqueKeysWithValues: coverage.months.map { ($0, 0) })
        var after: [CivilMonth: Int64] = [:]
        for row in cubes.old.rows {
            if let month = coverage.month(of: row, in: cubes.old) { before[month, default: 0] += row.spend }
        }
        for row in cubes.new.rows {
            guard let month = coverage.month(of: row, in: cubes.new) else { continue }
            // Of a month that is covered in part, only that part is compared.
            if before[month] == nil || coverage.covers(row) { after[month, default: 0] += row.spend }
        }
        return Set(before.keys).union(after.keys).sorted().map { month in
            DeliveryComparison.MonthLine(
                month: month, before: before[month].map(market.money), after: market.money(after[month] ?? 0))
        }
    }

    // MARK: Lines

    /// The rows that are not the same, by the size of the change, equals in the order of the identity. Rows of new
    /// periods are none of the old span's business and are left out.
    var lines: [DeliveryComparison.Line] {
        typealias Change = (kind: DeliveryComparison.Kind, old: Int?, new: Int?)
        var changes: [Change] = pairs.compactMap { pair in
            switch pair.kind {
            case .same: nil
            case .changed: (.changed, pair.old, pair.new)
            case .reclassified: (.reclassified, pair.old, pair.new)
            case .rekeyed: (.rekeyed, pair.old, pair.new)
            }
        }
        changes += vanished.map { (.vanished, $0, nil) }
        changes += late.map { (.lateAdded, nil, $0) }
        func size(_ change: Change) -> UInt64 {
            let after = change.new.map { cubes.new.rows[$0].spend } ?? 0
            return (Int128(after) - Int128(change.old.map { cubes.old.rows[$0].spend } ?? 0)).clampedMagnitude
        }
        return changes.enumerated().map { (place: $0.offset, size: size($0.element), change: $0.element) }
            .sorted { ($0.size, $1.place) > ($1.size, $0.place) }
            .prefix(DeliveryComparison.shownLines).compactMap { line($0.change.kind, $0.change.old, $0.change.new) }
    }

    private func line(_ kind: DeliveryComparison.Kind, _ old: Int?, _ new: Int?) -> DeliveryComparison.Line? {
        let side = new == nil ? cubes.old : cubes.new
        guard let position = new ?? old else { return nil }
        let row = side.rows[position]
        guard let month = coverage.month(of: row, in: side) else { return nil }
        let names = identity.dimensions.filter { $0 != .month }.map { dimension in
            cubes.members[dimension]?.name(of: side.code(dimension, of: row)) ?? ""
        }
        return DeliveryComparison.Line(
            kind: kind, month: month, names: names, before: old.map { market.money(cubes.old.rows[$0].spend) },
            after: new.map { market.money(cubes.new.rows[$0].spend) })
    }

    // MARK: Names

    /// Keys of both deliveries that have another name now. Two dimensions that are read from the same columns count once.
    var renames: [DeliveryComparison.Rename] {
        var seen: Set<[String]> = []
        var renames: [DeliveryComparison.Rename] = []
        for dimension in SpendDimension.named {
            guard let members = cubes.members[dimension] else { continue }
            for (code, key) in members.keys.enumerated() {
                guard let from = members.oldNames[code], let to = members.newNames[code], from != to,
                    seen.insert([key, from, to]).inserted
                else { continue }
                renames.append(DeliveryComparison.Rename(dimension: dimension, key: key, from: from, to: to))
            }
        }
        return renames
    }

    /// From which category or medium to which, the largest first, equals by name and dimension.
    var reclassifications: [DeliveryComparison.Reclassification] {
        struct Way: Hashable {
            let dimension: SpendDimension
            let (from, to): (String, String)
        }
        var ways: [Way: (rows: Int, spend: Int64)] = [:]
        for pair in pairs where pair.kind == .reclassified {
            let (old, new) = (cubes.old.rows[pair.old], cubes.new.rows[pair.new])
            for dimension in Self.classes {
                let from = names(cubes.old.allCodes(dimension, of: old), dimension)
                let to = names(cubes.new.allCodes(dimension, of: new), dimension)
                guard from != to else { continue }
                ways[Way(dimension: dimension, from: from, to: to), default: (0, 0)].rows += 1
                ways[Way(dimension: dimension, from: from, to: to)]?.spend += new.spend
            }
        }
        return ways.map { way, sum in
            DeliveryComparison.Reclassification(
                dimension: way.dimension, from: way.from, to: way.to, rows: sum.rows, spend: market.money(sum.spend))
        }.sorted { left, right in
            let sizes = (left.spend.minorUnits.magnitude, right.spend.minorUnits.magnitude)
            // Two dimensions may be read from one column, and then all but the dimension is the same.
            let names = ((left.from, left.to, left.dimension), (right.from, right.to, right.dimension))
            return sizes.0 == sizes.1 ? names.0 < names.1 : sizes.0 > sizes.1
        }
    }

    private func names(_ codes: Set<UInt32>, _ dimension: SpendDimension) -> String {
        codes.sorted().map { cubes.members[dimension]?.name(of: $0) ?? "" }.joined(separator: ", ")
    }
}

extension Int128 {
    /// Its size, or the largest that 64 bits hold.
    fileprivate var clampedMagnitude: UInt64 { UInt64(clamping: magnitude) }
}
