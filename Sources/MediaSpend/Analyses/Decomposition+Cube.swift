public import WorkTime

extension Decomposition {
    /// The cells that spend is taken apart by.
    public static let cellDimensions: [SpendDimension] = [.medium, .daypart, .adLength]

    /// Each category's change between two months, by category.
    ///
    /// - Precondition: the cube is grouped by month, category and ``cellDimensions``.
    public static func byCategory(
        _ cube: Cube, from: CivilMonth, to: CivilMonth, by method: DecompositionMethod = .stepwise
    ) -> [Decomposition] {
        let cells = cube.grouped(by: [.category] + cellDimensions + [.month])
            .restricted(to: [from.description, to.description], in: .month)
        let categories = cells.column(.category)
        let months = cells.column(.month)
        let cellColumns = cellDimensions.map(cells.column)
        let isLater = months.members.map { $0.name == to.description }

        var pairs = [[CellPair]](repeating: [], count: categories.members.count)
        for cell in 0..<cells.count {
            let category = Int(categories.cells[cell])
            // Months come last in the order, so the two months of a cell stand side by side.
            let continues =
                cell > 0 && categories.cells[cell] == categories.cells[cell - 1]
                && cellColumns.allSatisfy { $0.cells[cell] == $0.cells[cell - 1] }
            if !continues { pairs[category].append(CellPair()) }
            let purchase = CellPair.Purchase(insertions: cells.insertions[cell], spend: cells.spend[cell])
            let last = pairs[category].count - 1
            if isLater[Int(months.cells[cell])] {
                pairs[category][last].after = purchase
            } else {
                pairs[category][last].before = purchase
            }
        }
        return categories.members.indices.map {
            Decomposition(
                categories.members[$0].name, from: from, to: to, cells: pairs[$0], by: method, in: cube.market)
        }
    }
}
