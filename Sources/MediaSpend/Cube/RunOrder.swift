import WorkTime

/// What sorts runs: the order of the names behind codes, and which of them count.
struct RunOrder: Sendable {
    /// Of each dimension that cells are grouped by.
    private let members: [Members]
    /// For each of these the members that count, by their places; `nil`: all.
    private let admitted: [[Bool]?]
    /// Which of these the cube is asked by, in its order.
    private let kept: [Int]

    /// - Parameters:
    ///   - grouped: what cells are grouped by.
    ///   - occurs: of several threads, for each of these dimensions and its codes whether it occurs.
    ///   - dimensions: what the cube is asked by.
    init(
        of grouped: [SpendDimension], occurs: [[[Bool]]], by dimensions: [SpendDimension], where filter: CubeFilter,
        _ vocabulary: Vocabulary
    ) {
        let members = grouped.indices.map { position in
            Members(grouped[position], anyOf(occurs.map { $0[position] }), vocabulary)
        }
        self.members = members
        admitted = grouped.indices.map { position in
            let names =
                grouped[position] == .month
                ? filter.months.map { Set($0.map(\.description)) } : filter.names[grouped[position]]
            return names.map { names in members[position].sorted.map { names.contains($0.name) } }
        }
        kept = dimensions.map { dimension in
            guard let position = grouped.firstIndex(of: dimension) else {
                preconditionFailure("cells by \(grouped) are not by \(dimension)")
            }
            return position
        }
    }

    /// The members of the dimensions that the cube is asked by.
    var keptMembers: [[CubeColumn.Member]] { kept.map { members[$0].sorted } }

    /// Exchanges the codes of a run for the places of their names, and sorts it by them, in its own room.
    ///
    /// Cells that do not count go, and so do dimensions that the cube is not asked by: several cells of a run may have
    /// the same key afterwards.
    func sort(_ run: CellRun, in storage: any CellStorage) throws -> CellRun {
        let words = try run.words(from: storage)
        let counting = countingCells(words, run)
        let columns = kept.map { position in
            let all = ranks(of: position, words, run.layout)
            return counting.map { $0.map { all[$0] } } ?? all
        }
        var sorted = run
        sorted.count = counting?.count ?? run.count
        sorted.layout = CellLayout(dimensions: kept.count)
        let order = ascendingOrder(of: columns, sizes: kept.map { members[$0].sorted.count }, count: sorted.count)
        var piece: [UInt64] = []
        for first in stride(from: 0, to: order.count, by: CellRun.pieceSize) {
            piece.removeAll(keepingCapacity: true)
            for cell in order[first..<min(first + CellRun.pieceSize, order.count)] {
                sorted.layout.appendKey(of: columns, Int(cell), to: &piece)
                let end = (counting.map { $0[Int(cell)] } ?? Int(cell)) * run.layout.size + run.layout.size
                piece.append(words[end - 3])
                piece.append(words[end - 2])
                piece.append(words[end - 1])
            }
            try sorted.write(piece, from: first, to: storage)
        }
        return sorted
    }

    private func ranks(of position: Int, _ words: [UInt64], _ layout: CellLayout) -> [UInt32] {
        members[position].ranks(of: layout.column(position, of: words, stride: layout.size))
    }

    /// The cells of a run that count; `nil` when all do.
    private func countingCells(_ words: [UInt64], _ run: CellRun) -> [Int]? {
        guard admitted.contains(where: { $0 != nil }) else { return nil }
        var cells = Array(0..<run.count)
        for (position, admitted) in admitted.enumerated() {
            guard let admitted else { continue }
            let ranks = ranks(of: position, words, run.layout)
            cells.removeAll { !admitted[Int(ranks[$0])] }
        }
        return cells
    }
}

/// For each code whether it occurs in any of these.
private func anyOf(_ occurs: [[Bool]]) -> [Bool] {
    var any = [Bool](repeating: false, count: occurs.map(\.count).max() ?? 0)
    for one in occurs { for code in one.indices where one[code] { any[code] = true } }
    return any
}
