import WorkTime

/// What each name of a dimension had month by month.
struct NamesByMonth {
    struct Sum {
        var rows: Int64 = 0
        var spend: Int64 = 0
    }

    /// By name; the name that says that none is stated is left out.
    private(set) var sums: [String: [CivilMonth: Sum]] = [:]

    /// - Parameter cubes: of different months, each grouped by month and by the dimension.
    init(_ dimension: SpendDimension, in cubes: [Cube]) {
        for cube in cubes {
            let cells = cube.grouped(by: [dimension, .month])
            let (names, months) = (cells.column(dimension), cells.column(.month))
            let calendar = months.members.map { CivilMonth($0.name) }
            for cell in 0..<cells.count {
                let name = names.members[Int(names.cells[cell])].name
                guard !name.isEmpty, let month = calendar[Int(months.cells[cell])] else { continue }
                sums[name, default: [:]][month, default: Sum()].rows += cells.rows[cell]
                sums[name]?[month]?.spend += cells.spend[cell]
            }
        }
    }
}
