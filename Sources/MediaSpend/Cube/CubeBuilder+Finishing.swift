extension CubeBuilder {
    /// The cube, sorted by what its codes say.
    ///
    /// - Throws: ``CubeOverflow`` when the sizes of all rows of a measure add up to more than an `Int64` holds.
    public func finish(_ vocabulary: Vocabulary, of market: MarketData) throws(CubeOverflow) -> Cube {
        var alone = [self]
        return try Self.finish(&alone, vocabulary, of: market)
    }

    /// The cube of what several builders added up. They are emptied on the way, so that no more than one month is there
    /// twice.
    ///
    /// - Throws: as ``finish(_:of:)``.
    public static func finish(
        _ builders: inout [CubeBuilder], _ vocabulary: Vocabulary, of market: MarketData
    ) throws(CubeOverflow) -> Cube {
        precondition(!builders.isEmpty, "a cube of nobody")
        let dimensions = builders[0].dimensions
        try builders.checkSizes()
        let members = zip(dimensions, builders.occurringCodes()).map { Members($0, $1, vocabulary) }
        var cells = SortedCells(sizes: members.map(\.sorted.count))
        for month in Set(builders.flatMap(\.tables.keys)).sorted() {
            var part = CubeBuilder(by: dimensions)
            for position in builders.indices {
                part.add(builders[position].takeCells(of: month), of: builders[position], to: month)
            }
            let merged = part.takeCells(of: month)
            let codes = part.packing.columns(of: merged.map(\.key))
            cells.append(merged, ranks: zip(codes, members).map { codes, members in members.ranks(of: codes) })
        }
        // Parts that are months are in order already where months come first.
        if dimensions.firstIndex(of: .month) ?? 0 > 0 { cells.sort() }
        return Cube(cells, dimensions, members: members.map(\.sorted), of: market)
    }
}

extension [CubeBuilder] {
    /// - Throws: when the sizes of all that was added to any of them pass what an `Int64` holds.
    func checkSizes() throws(CubeOverflow) {
        var whole = CubeBuilder(by: [])
        for builder in self { whole.addSizes(of: builder) }
        try whole.checkSizes()
    }

    /// For each dimension, and each of its codes, whether it occurs.
    fileprivate func occurringCodes() -> [[Bool]] {
        var occurs = Array<[Bool]>(repeating: [], count: self[0].dimensions.count)
        for builder in self {
            for table in builder.tables.values {
                for (position, codes) in builder.packing.columns(of: table.cells.map(\.key)).enumerated() {
                    mark(codes, in: &occurs[position])
                }
            }
        }
        return occurs
    }
}

/// Notes that codes occur.
func mark(_ codes: [UInt32], in occurs: inout [Bool]) {
    let missing = Int(codes.max() ?? 0) + 1 - occurs.count
    if missing > 0 { occurs.append(contentsOf: repeatElement(false, count: missing)) }
    for code in codes { occurs[Int(code)] = true }
}

/// The members of a dimension that occur, in order, and the place of each code among them.
struct Members: Sendable {
    let sorted: [CubeColumn.Member]
    private let rankOfCode: [UInt32]

    init(_ dimension: SpendDimension, _ occurs: [Bool], _ vocabulary: Vocabulary) {
        let entries = occurs.indices.filter { occurs[$0] }.map { index in
            let code = UInt32(index)
            let text = vocabulary.text(of: code, in: dimension)
            let key = dimension.isNamed ? vocabulary[dimension].key(of: code) : text
            return (index: index, member: CubeColumn.Member(name: text, key: key))
        }.sorted { $0.member < $1.member }
        var ranks = [UInt32](repeating: 0, count: occurs.count)
        for (rank, entry) in entries.enumerated() { ranks[entry.index] = UInt32(rank) }
        sorted = entries.map(\.member)
        rankOfCode = ranks
    }

    func ranks(of codes: [UInt32]) -> [UInt32] { codes.map { rankOfCode[Int($0)] } }
}
