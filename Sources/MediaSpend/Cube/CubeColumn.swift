/// One dimension of a cube: its members in order, and which of them each cell has.
struct CubeColumn: Hashable, Sendable {
    let dimension: SpendDimension
    /// What the members are called, in order: names by their Unicode scalars, months and days by time. Two members of
    /// one name differ by their key.
    var members: [Member]
    /// For each cell the position of its member.
    var cells: [UInt32]

    struct Member: Hashable, Sendable, Comparable {
        let name: String
        let key: String

        static func < (left: Member, right: Member) -> Bool {
            // By bytes: UTF-8 sorts as its scalars do, and “é” in one scalar or in two are two names.
            left.name.utf8.elementsEqual(right.name.utf8)
                ? left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
                : left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
        }
    }

    init(dimension: SpendDimension, members: [Member], cells: [UInt32]) {
        self.dimension = dimension
        self.members = members
        self.cells = cells
    }

    /// - Parameter codes: one for each cell.
    init(_ dimension: SpendDimension, codes: [UInt32], vocabulary: Vocabulary) {
        let occurring = Set(codes).map { code in
            let text = vocabulary.text(of: code, in: dimension)
            let key = dimension.isNamed ? vocabulary[dimension].key(of: code) : text
            return (code: code, member: Member(name: text, key: key))
        }.sorted { $0.member < $1.member }
        var ranks = [UInt32](repeating: 0, count: Int(codes.max() ?? 0) + 1)
        for (rank, entry) in occurring.enumerated() { ranks[Int(entry.code)] = UInt32(rank) }
        self.init(dimension: dimension, members: occurring.map(\.member), cells: codes.map { ranks[Int($0)] })
    }

    /// The same column with its cells in another order.
    func reordered(_ order: [Int]) -> CubeColumn {
        CubeColumn(dimension: dimension, members: members, cells: order.map { cells[$0] })
    }
}

extension [CubeColumn] {
    /// The order of cells that sorts them by the first column, then by the second, and so on.
    ///
    /// - Complexity: O(columns × (cells + members)): a counting sort by each column, the last one first.
    func sortingOrder(count: Int) -> [Int] {
        var order = Array<Int>(0..<count)
        for column in reversed() {
            var starts = [Int](repeating: 0, count: column.members.count + 1)
            for cell in column.cells { starts[Int(cell) + 1] += 1 }
            for member in column.members.indices { starts[member + 1] += starts[member] }
            var sorted = order
            for cell in order {
                let member = Int(column.cells[cell])
                sorted[starts[member]] = cell
                starts[member] += 1
            }
            order = sorted
        }
        return order
    }
}
