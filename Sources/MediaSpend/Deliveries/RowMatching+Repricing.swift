import Monetary

extension RowMatching {
    /// Vehicles of which everything costs one factor of what it cost, with as many insertions as before; everything
    /// together where one factor explains it all.
    var repricings: [DeliveryComparison.Repricing] {
        let dimension: SpendDimension = hasVehicles ? .vehicle : .medium
        let bought = pairs.filter { $0.kind == .same || $0.kind == .changed }
        if let all = repricing(of: bought, name: nil) { return [all] }
        let byVehicle = Dictionary(grouping: bought) { pair in
            cubes.old.allCodes(dimension, of: cubes.old.rows[pair.old]).sorted()
        }
        guard byVehicle.count > 1 else { return [] }
        return byVehicle.sorted { $0.key.lexicographicallyPrecedes($1.key) }.compactMap { codes, pairs in
            guard codes.count == 1, let name = cubes.members[dimension]?.name(of: codes[0]), !name.isEmpty else {
                return nil
            }
            return repricing(of: pairs, name: name)
        }
    }

    private var hasVehicles: Bool { cubes.members[.vehicle].map { $0.keys != [""] } ?? false }

    /// How many rows must have followed the factor.
    private static let evidence = 3

    /// `nil` unless each row follows one factor that is not 1, to the unit in which amounts are stated.
    private func repricing(of pairs: [Pair], name: String?) -> DeliveryComparison.Repricing? {
        let rows = pairs.map { (cubes.old.rows[$0.old], cubes.new.rows[$0.new]) }.filter {
            $0.0.spend != 0 || $0.1.spend != 0
        }
        guard rows.count >= Self.evidence, rows.allSatisfy({ $0.0.insertions == $0.1.insertions }) else { return nil }
        let before = rows.reduce(Int128(0)) { $0 + Int128($1.0.spend) }
        let after = rows.reduce(Int128(0)) { $0 + Int128($1.1.spend) }
        guard before > 0, after > 0, before != after, Set(rows.map(\.0.spend)).count > 1 else { return nil }
        let unit: Int128 = [10_000, 100].first { unit in rows.allSatisfy { $0.1.spend % Int64(unit) == 0 } } ?? 1
        // |after − before × factor| ≤ one unit, without a division. Sums stay below 2⁶³, so products below 2¹²⁶.
        let follows = rows.allSatisfy { old, new in
            (Int128(new.spend) * before - Int128(old.spend) * after).magnitude <= UInt128(unit * before)
        }
        let market = cubes.new.cube.market
        guard follows, rows.contains(where: { ($0.1.spend - $0.0.spend).magnitude > UInt64(unit) }) else { return nil }
        return DeliveryComparison.Repricing(
            name: name, rows: rows.count { $0.0.spend != $0.1.spend }, before: market.money(Int64(before)),
            after: market.money(Int64(after)))
    }
}
