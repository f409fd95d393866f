import WorkTime

/// What each name of a dimension had month by month.
struct NamesByMonth {
    /// By key, so that a new name for an old key is no news; the one that says that none is stated is left out.
    private(set) var sums: [String: [CivilMonth: FigureSum]] = [:]
    /// What each is called, by the last table that has it.
    private(set) var names: [String: String] = [:]

    /// - Parameter tables: each by month first, and by the dimension.
    init(_ dimension: SpendDimension, in tables: [FigureCells]) {
        for cells in tables {
            guard let column = cells.dimensions.firstIndex(of: dimension) else { continue }
            let calendar = cells.calendar(0)
            var table = [FigureSum](repeating: FigureSum(), count: calendar.count * cells.members[column].count)
            for cell in 0..<cells.count {
                table[cells.code(column, of: cell) * calendar.count + cells.code(0, of: cell)].add(cells.sums[cell])
            }
            for (code, member) in cells.members[column].enumerated() where !member.key.isEmpty {
                names[member.key] = member.name
                for (position, month) in calendar.enumerated() {
                    let sum = table[code * calendar.count + position]
                    guard let month, sum.rows > 0 else { continue }
                    sums[member.key, default: [:]][month, default: FigureSum()].add(sum)
                }
            }
        }
    }
}
