import WorkTime

/// Spend added up by some dimensions, in no order: what the rules of the quality gate go through. Unlike a ``Cube`` it is
/// not sorted, and a group may come in several cells.
public struct FigureCells: Sendable {
    let dimensions: [SpendDimension]
    /// By column, what the codes of the cells stand for.
    private(set) var members: [[CubeColumn.Member]]
    /// Cell after cell, a code for each column.
    private(set) var codes: [UInt32] = []
    private(set) var sums: [FigureSum] = []

    var count: Int { sums.count }

    func code(_ column: Int, of cell: Int) -> Int { Int(codes[cell * dimensions.count + column]) }
    func member(_ column: Int, of cell: Int) -> CubeColumn.Member { members[column][code(column, of: cell)] }

    /// The months of a column of months, by code.
    func calendar(_ column: Int) -> [CivilMonth?] { members[column].map { CivilMonth($0.name) } }

    init(
        _ dimensions: [SpendDimension], _ members: [[CubeColumn.Member]], _ codes: [UInt32] = [],
        _ sums: [FigureSum] = []
    ) {
        self.dimensions = dimensions
        self.members = members
        self.codes = codes
        self.sums = sums
    }

    /// The cells of some months; the first column is that of the months. Members that no longer occur go.
    func restricted(to months: Set<CivilMonth>) -> FigureCells {
        let isKept = calendar(0).map { $0.map(months.contains) ?? false }
        var places = members.map { [UInt32?](repeating: nil, count: $0.count) }
        var kept = FigureCells(dimensions, dimensions.map { _ in [] })
        for cell in 0..<count where isKept[code(0, of: cell)] {
            for column in dimensions.indices {
                let code = code(column, of: cell)
                let place = places[column][code] ?? UInt32(kept.members[column].count)
                if place == UInt32(kept.members[column].count) {
                    places[column][code] = place
                    kept.members[column].append(members[column][code])
                }
                kept.codes.append(place)
            }
            kept.sums.append(sums[cell])
        }
        return kept
    }

    /// - Parameter cube: grouped by them in this order.
    public init(_ cube: Cube) {
        dimensions = cube.dimensions
        members = cube.columns.map(\.members)
        for cell in 0..<cube.count {
            for column in cube.columns { codes.append(column.cells[cell]) }
            sums.append(
                FigureSum(rows: cube.rows[cell], insertions: cube.insertions[cell], spend: cube.spend[cell]))
        }
    }

    init(_ packed: PackedSums, _ names: Vocabulary) {
        dimensions = [.month] + packed.fields.map(\.dimension)
        var members = dimensions.map { _ in [CubeColumn.Member]() }
        var places = dimensions.map { _ in CodePlaces() }
        var codes: [UInt32] = []
        var sums: [FigureSum] = []
        let dimensions = dimensions
        packed.forEach { cell, sum in
            for (column, code) in cell.enumerated() {
                let place = places[column].place(of: code)
                if Int(place) == members[column].count {
                    members[column].append(CubeColumn.Member(code, in: dimensions[column], names))
                }
                codes.append(place)
            }
            sums.append(sum)
        }
        self.members = members
        self.codes = codes
        self.sums = sums
    }
}

/// Codes numbered in the order in which they come.
private struct CodePlaces {
    /// One more than the place of each small code, which nearly all are; 0 for none.
    private var small: [UInt32] = []
    private var large: [UInt32: UInt32] = [:]
    private var count: UInt32 = 0

    private static let mostSmall: UInt32 = 1 << 16

    mutating func place(of code: UInt32) -> UInt32 {
        if code < small.count, small[Int(code)] > 0 { return small[Int(code)] - 1 }
        if let place = large[code] { return place }
        defer { count += 1 }
        guard code < Self.mostSmall else {
            large[code] = count
            return count
        }
        let missing = Int(code) + 1 - small.count
        if missing > 0 { small.append(contentsOf: repeatElement(0, count: missing)) }
        small[Int(code)] = count + 1
        return count
    }
}

extension CubeColumn.Member {
    fileprivate init(_ code: UInt32, in dimension: SpendDimension, _ names: Vocabulary) {
        let text = names.text(of: code, in: dimension)
        self.init(name: text, key: dimension.isNamed ? names[dimension].key(of: code) : text)
    }
}

extension FigureCells {
    /// Rows, insertions and spend by the names of each group, for those who compare figures.
    package var listed: [String: [Int64]] {
        (0..<count).reduce(into: [:]) { listed, cell in
            let name = dimensions.indices.map { member($0, of: cell).key }.joined(separator: "|")
            let sum = listed[name] ?? [0, 0, 0]
            listed[name] = [sum[0] + sums[cell].rows, sum[1] + sums[cell].insertions, sum[2] + sums[cell].spend]
        }
    }
}
