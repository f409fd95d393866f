/// Ids that went, each with the new id under which all of its rows stand now.
struct RekeySearch {
    /// One id that became another.
    struct Move {
        let old: [Int]
        let new: [Int]
        let rekey: DeliveryComparison.Rekey
    }

    private(set) var moves: [Move] = []

    /// How many rows with an amount must agree.
    private static let evidence = 2

    init(_ matching: RowMatching, _ dimensions: [SpendDimension]) {
        let cubes = matching.cubes
        let others = matching.identity.dimensions.filter { !dimensions.contains($0) }
        // Ids that both sides know in other rows were not exchanged.
        let kept = matching.pairs.reduce(into: Set<[UInt32]>()) { ids, pair in
            ids.insert(Self.id(pair.old, of: cubes.old, dimensions))
            ids.insert(Self.id(pair.new, of: cubes.new, dimensions))
        }
        let gone = Self.rows(matching.vanished, of: cubes.old, dimensions).filter { !kept.contains($0.key) }
        let come = Self.rows(matching.late, of: cubes.new, dimensions).filter { !kept.contains($0.key) }
        var byContents: [[[Int64]]: [[UInt32]]] = [:]
        for (id, rows) in come {
            byContents[Self.contents(rows, cubes.new, others, matching), default: []].append(id)
        }
        var found: [(old: [UInt32], new: [UInt32])] = []
        for (id, rows) in gone where rows.count(where: { cubes.old.rows[$0].spend != 0 }) >= Self.evidence {
            let twins = byContents[Self.contents(rows, cubes.old, others, matching)] ?? []
            if twins.count == 1, twins[0] != id { found.append((id, twins[0])) }
        }
        // One new id for two old ones is a merger, of which nothing is said here.
        let takers = Dictionary(grouping: found) { $0.new }
        found.removeAll { (takers[$0.new]?.count ?? 0) > 1 }
        moves = found.sorted { $0.old.lexicographicallyPrecedes($1.old) }.map { pair in
            let rows = gone[pair.old] ?? []
            return Move(
                old: rows, new: come[pair.new] ?? [],
                rekey: DeliveryComparison.Rekey(
                    dimensions: dimensions, from: Self.names(pair.old, dimensions, cubes, isOld: true),
                    to: Self.names(pair.new, dimensions, cubes, isOld: false), rows: rows.count,
                    spend: cubes.old.cube.market.money(rows.reduce(0) { $0 + cubes.old.rows[$1].spend })))
        }
    }

    private static func id(_ row: Int, of side: ComparedCubes.Side, _ dimensions: [SpendDimension]) -> [UInt32] {
        dimensions.map { side.code($0, of: side.rows[row]) }
    }

    private static func rows(
        _ rows: [Int], of side: ComparedCubes.Side, _ dimensions: [SpendDimension]
    ) -> [[UInt32]: [Int]] {
        Dictionary(grouping: rows) { id($0, of: side, dimensions) }
    }

    /// What the rows say but for the id, in an order that both sides share.
    private static func contents(
        _ rows: [Int], _ side: ComparedCubes.Side, _ others: [SpendDimension], _ matching: RowMatching
    ) -> [[Int64]] {
        rows.map { matching.signature($0, of: side, by: others) }.sorted { $0.lexicographicallyPrecedes($1) }
    }

    private static func names(
        _ id: [UInt32], _ dimensions: [SpendDimension], _ cubes: ComparedCubes, isOld: Bool
    ) -> [String] {
        zip(dimensions, id).map { dimension, code in
            guard let members = cubes.members[dimension] else { return "" }
            let names = isOld ? members.oldNames : members.newNames
            return names[Int(code)] ?? members.name(of: code)
        }
    }
}
