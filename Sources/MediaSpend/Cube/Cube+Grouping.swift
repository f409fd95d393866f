extension Cube {
    /// The same spend by fewer dimensions, or by the same in another order.
    ///
    /// - Precondition: the cube is grouped by each of them.
    public func grouped(by dimensions: [SpendDimension]) -> Cube {
        grouped(by: dimensions.map(column), cells: Array(0..<count))
    }

    /// The cells whose name in a dimension is one of `names`; the dimension stays.
    ///
    /// - Precondition: the cube is grouped by the dimension.
    public func restricted(to names: Set<String>, in dimension: SpendDimension) -> Cube {
        let column = column(dimension)
        let isAdmitted = column.members.map { names.contains($0.name) }
        return grouped(by: columns, cells: (0..<count).filter { isAdmitted[Int(column.cells[$0])] })
    }

    private func grouped(by columns: [CubeColumn], cells chosen: [Int]) -> Cube {
        var packing = KeyPacking(widths: columns.map { KeyPacking.width(of: UInt32($0.members.count)) })
        let keys = packing.words(of: columns.map { column in chosen.map { column.cells[$0] } }, count: chosen.count)
        var table = CellTable()
        table.add(
            zip(chosen, keys).map { cell, key in
                CellTable.Cell(key: key, rows: rows[cell], insertions: insertions[cell], spend: spend[cell])
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
