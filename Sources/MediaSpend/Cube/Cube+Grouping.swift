extension Cube {
    /// The same spend by fewer dimensions, or by the same in another order.
    ///
    /// - Precondition: the cube is grouped by each of them.
    public func grouped(by dimensions: [SpendDimension]) -> Cube {
        dimensions == self.dimensions ? self : grouped(by: dimensions.map(column), cells: Array(0..<count))
    }

    /// The cells whose name in a dimension is one of `names`; the dimension stays.
    ///
    /// - Precondition: the cube is grouped by the dimension.
    public func restricted(to names: Set<String>, in dimension: SpendDimension) -> Cube {
        let column = column(dimension)
        let isAdmitted = column.members.map { names.contains($0.name) }
        return grouped(by: columns, cells: (0..<count).filter { isAdmitted[Int(column.cells[$0])] })
    }

    /// The cube of each name in a dimension; the dimension stays.
    ///
    /// - Precondition: the cube is grouped by the dimension.
    func parts(by dimension: SpendDimension) -> [String: Cube] {
        let column = column(dimension)
        var cells = [[Int]](repeating: [], count: column.members.count)
        for cell in 0..<count { cells[Int(column.cells[cell])].append(cell) }
        // Members of one name, which a vendor tells apart by a key, are one part.
        let ofName = Dictionary(zip(column.members.map(\.name), cells)) { $0 + $1 }
        return ofName.mapValues { grouped(by: columns, cells: $0) }
    }

    private func grouped(by columns: [CubeColumn], cells chosen: [Int]) -> Cube {
        let ranks = columns.map { column in chosen.map { column.cells[$0] } }
        let sums = CellSums(
            rows: chosen.map { rows[$0] }, insertions: chosen.map { insertions[$0] }, spend: chosen.map { spend[$0] })
        do throws(CubeOverflow) {
            return try Cube(adding: columns, ranks: ranks, sums, of: market) ?? hashed(by: columns, ranks, sums)
        } catch {
            // |a + b| ≤ |a| + |b|: a cube's cells can only grow smaller together.
            preconditionFailure("parts of a cube overflow in \(error.measure)")
        }
    }

    /// Where there are too many names to sort by: 64 bits do not tell them apart.
    private func hashed(by columns: [CubeColumn], _ ranks: [[UInt32]], _ sums: CellSums) -> Cube {
        var packing = KeyPacking(widths: columns.map { KeyPacking.width(of: UInt32($0.members.count)) })
        let keys = packing.words(of: ranks, count: sums.count)
        var table = CellTable()
        table.add(
            keys.indices.map { cell in
                CellTable.Cell(
                    key: keys[cell], rows: sums.rows[cell], insertions: sums.insertions[cell], spend: sums.spend[cell])
            })
        let grouped = zip(columns, packing.columns(of: table.cells.map(\.key))).map { $0.keeping($1) }
        var cells = SortedCells(sizes: grouped.map(\.members.count))
        cells.append(table.cells, ranks: grouped.map(\.cells))
        return Cube(cells, columns.map(\.dimension), members: grouped.map(\.members), of: market)
    }
}

extension CubeColumn {
    /// The same dimension over other cells, given by the positions of their members; members that no longer occur go.
    func keeping(_ positions: [UInt32]) -> CubeColumn {
        var occurs = [Bool](repeating: false, count: members.count)
        for position in positions { occurs[Int(position)] = true }
        var moved = [UInt32](repeating: 0, count: members.count)
        var kept: [Member] = []
        for position in members.indices where occurs[position] {
            moved[position] = UInt32(kept.count)
            kept.append(members[position])
        }
        return CubeColumn(dimension: dimension, members: kept, cells: positions.map { moved[Int($0)] })
    }
}
