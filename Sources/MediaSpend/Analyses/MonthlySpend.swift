public import WorkTime

/// Spend month by month of each brand, of each medium of each category, or of whatever else a cube is grouped by: the
/// table that most analyses look things up in.
///
/// Papers speak of names: two advertisers of one name, which a vendor keeps apart by a key, are one line here.
///
/// All amounts are minor units of the market's currency; `nil` stands for a month that was not delivered.
public struct MonthlySpend: Sendable {
    public let market: MarketData
    /// The months that the table can tell of.
    public let window: ClosedRange<CivilMonth>
    /// What each line is: one name for each dimension it was made by, sorted.
    public let keys: [[String]]
    /// Line after line, every month of the window.
    private let amounts: [Int64]
    /// How many of the months before each of the window were delivered, and of all of them.
    private let covered: [Int]

    /// - Parameters:
    ///   - dimensions: what makes a line; not the month.
    ///   - window: cells of other months, and of none, are left out.
    /// - Precondition: the cube is grouped by the dimensions and by month.
    public init(_ cube: Cube, by dimensions: [SpendDimension], in window: ClosedRange<CivilMonth>) {
        let width = window.count
        let cells = cube.grouped(by: dimensions + [.month])
        let months = cells.column(.month)
        let places = months.members.map { member in
            CivilMonth(member.name).flatMap { window.contains($0) ? window.lowerBound.distance(to: $0) : nil }
        }
        let keyColumns = dimensions.map(cells.column)
        // Cells of a line stand side by side; lines of one name do not, where a vendor tells them apart by a key.
        let isUnambiguous = keyColumns.allSatisfy { Set($0.members.map(\.name)).count == $0.members.count }
        var lineOf: [[String]: Int] = [:]
        var keys: [[String]] = []
        var amounts: [Int64] = []
        var line = 0
        for cell in 0..<cells.count {
            if cell == 0 || keyColumns.contains(where: { $0.cells[cell] != $0.cells[cell - 1] }) {
                let key = keyColumns.map { $0.members[Int($0.cells[cell])].name }
                line = isUnambiguous ? keys.count : lineOf[key] ?? keys.count
                if line == keys.count {
                    if !isUnambiguous { lineOf[key] = line }
                    keys.append(key)
                    amounts.append(contentsOf: repeatElement(0, count: width))
                }
            }
            guard let place = places[Int(months.cells[cell])] else { continue }
            amounts[line * width + place] += cells.spend[cell]
        }
        let order = keys.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }
        let isSorted = order.elementsEqual(keys.indices)
        market = cube.market
        self.window = window
        self.keys = isSorted ? keys : order.map { keys[$0] }
        self.amounts = isSorted ? amounts : order.flatMap { amounts[$0 * width..<($0 + 1) * width] }
        covered = window.reduce(into: [0]) { $0.append($0[$0.count - 1] + (cube.market.covers($1) ? 1 : 0)) }
    }

    /// How many lines there are.
    public var count: Int { keys.count }

    /// What a line spent in a month.
    public func spend(_ line: Int, in month: CivilMonth) -> Int64? {
        guard covers(month...month) else { return nil }
        return amounts[line * window.count + window.lowerBound.distance(to: month)]
    }

    /// What a line spent over several months together.
    public func spend(_ line: Int, through months: ClosedRange<CivilMonth>) -> Int64? {
        guard covers(months) else { return nil }
        let first = line * window.count + window.lowerBound.distance(to: months.lowerBound)
        return amounts[first...first + months.lowerBound.distance(to: months.upperBound)].reduce(0, +)
    }

    /// What each line spent in a month.
    func amounts(in month: CivilMonth) -> [Int64?] { (0..<count).map { spend($0, in: month) } }

    /// What all lines together spent in a month.
    public func total(in month: CivilMonth) -> Int64? { total(through: month...month) }

    /// What all lines together spent over several months.
    public func total(through months: ClosedRange<CivilMonth>) -> Int64? {
        guard covers(months) else { return nil }
        return (0..<count).reduce(0) { $0 + (spend($1, through: months) ?? 0) }
    }

    /// Whether the table can tell of each of these months.
    private func covers(_ months: ClosedRange<CivilMonth>) -> Bool {
        guard window.contains(months.lowerBound), window.contains(months.upperBound) else { return false }
        let first = window.lowerBound.distance(to: months.lowerBound)
        let count = months.lowerBound.distance(to: months.upperBound) + 1
        return covered[first + count] - covered[first] == count
    }
}
