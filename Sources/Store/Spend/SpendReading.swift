import GRDB
import MediaSpend
import WorkTime

/// The rows of one source under a choice of deliveries, within one transaction.
struct SpendReading {
    let market: MarketData
    private let database: Database
    private let chosen: [LiveMonths]
    private let memory: SpendMemory
    /// The delivery after which names were changed that count as they were; `nil`: names as they are.
    private let namesAsOf: DeliveryID?

    /// `nil` when no delivery is chosen.
    init?(of source: String, _ choice: DeliveryChoice, in database: Database, _ memory: SpendMemory) throws {
        chosen = LiveMonths.chosen(choice, among: try memory.deliveries(of: source, in: database))
        guard let first = chosen.first?.stored.delivery else { return nil }
        market = MarketData(
            source: source, currency: first.currency, basis: first.basis, months: chosen.flatMap(\.months),
            countsInsertions: chosen.allSatisfy { $0.stored.delivery.countsInsertions })
        self.database = database
        self.memory = memory
        namesAsOf =
            switch choice {
            case .latest: nil
            case .asOf(let delivery), .only(let delivery): delivery
            }
    }

    /// The names of some dimensions.
    func vocabulary(_ dimensions: Set<SpendDimension>) throws -> Vocabulary {
        let names = try memory.names(dimensions, of: market.source, in: database)
        var vocabulary = Vocabulary()
        for dimension in dimensions where dimension.isNamed {
            if let table = names[dimension] { vocabulary[dimension] = table }
        }
        if let namesAsOf {
            try QualityRecords(database: database).undoNameChanges(
                after: namesAsOf, of: market.source, in: &vocabulary)
        }
        return vocabulary
    }

    /// The spend by some dimensions: from roll-ups where they can tell, otherwise from the rows.
    ///
    /// - Parameter bound: what cells that are added up from rows may take of memory; `nil`: all that they need.
    /// - Throws: `CubeOverflow`, ``Damage``, what the storage of cells throws.
    func parts(
        by dimensions: [SpendDimension], where filter: CubeFilter, within bound: CellBound?
    ) throws -> CubeParts {
        let needed = filter.dimensions.union(dimensions)
        let names = try vocabulary(needed)
        if let level = RollUpLevel.smallest(with: needed),
            let cube = try cube(from: level, by: dimensions, where: filter, names)
        {
            return CubeParts(cube)
        }
        var builders = [SpillingBuilder(CubeBuilder(by: dimensions, where: filter, in: names), within: bound)]
        try forEachChunk(needed, where: filter, names) { try builders[0].update(with: $0) }
        return try SpillingBuilder.finish(&builders, by: dimensions, names, of: market)
    }

    /// The spend by some dimensions of a level; `nil` when one of its roll-ups cannot be believed.
    private func cube(
        from level: RollUpLevel, by dimensions: [SpendDimension], where filter: CubeFilter, _ names: Vocabulary
    ) throws -> Cube? {
        let codes = filter.coded(with: names)
        let records = RollUpRecords(database: database)
        var selection = RollUpSelection(level, by: dimensions, where: codes)
        for live in chosen {
            for total in live.stored.delivery.months where live.months.contains(total.month) {
                let month = CalendarCode.of(total.month)
                guard codes.mayPass(.month, in: month...month) else { continue }
                guard let rollUp = try records.rollUp(level, total, of: live.stored) else { return nil }
                guard selection.add(rollUp, of: month, names) else { return nil }
            }
        }
        let known = try orders(of: dimensions, names)
        let months =
            (market.months.first ?? CivilMonth(of: .earliest))...(market.months.last ?? CivilMonth(of: .earliest))
        let orders = dimensions.compactMap { $0 == .month ? NameOrder(months) : known[$0] }
        guard orders.count == dimensions.count else { return nil }
        return try Cube.adding(dimensions, orders, codes: selection.codes, selection.sums, of: market)
    }

    /// The order of the names of some dimensions, as they are called under this choice.
    private func orders(of dimensions: [SpendDimension], _ names: Vocabulary) throws -> [SpendDimension: NameOrder] {
        guard namesAsOf != nil else {
            return try memory.orders(Set(dimensions), of: market.source, in: database)
        }
        return Dictionary(
            uniqueKeysWithValues: dimensions.filter(\.isNamed).map { ($0, NameOrder(names[$0])) })
    }

    /// Hands on the rows that count, one chunk after the other; chunks in which no row can pass the filter are skipped
    /// unread, but rows of the others are not looked at.
    func forEachChunk(
        _ dimensions: Set<SpendDimension>, where filter: CubeFilter, _ names: Vocabulary,
        _ body: (OccurrenceChunk) throws -> Void
    ) throws {
        let codes = filter.coded(with: names)
        for live in chosen {
            let columns = ColumnRecords(database: database, delivery: live.stored.id)
            for position in 0..<(try columns.count()) {
                let part = live.part(of: try columns.limits(of: .month, at: position))
                guard part != .nothing, try mayPass(codes, columns, position) else { continue }
                let needed = part == .some ? dimensions.union([.month]) : dimensions
                let chunk = try columns.chunk(at: position, needed)
                try check(needed, columns, position, names)
                try body(part == .some ? chunk.only(live.codes) : chunk)
            }
        }
    }

    private func mayPass(_ codes: CodeFilter, _ columns: ColumnRecords, _ position: Int) throws -> Bool {
        for dimension in codes.admitted.keys {
            guard codes.mayPass(dimension, in: try columns.limits(of: dimension, at: position)) else { return false }
        }
        return true
    }

    /// Every code stands for something.
    private func check(
        _ dimensions: Set<SpendDimension>, _ columns: ColumnRecords, _ position: Int, _ names: Vocabulary
    ) throws {
        for dimension in dimensions {
            let most = try columns.limits(of: dimension, at: position).upperBound
            guard Int64(most) < names.ceiling(of: dimension) else {
                throw columns.damage(.codes(dimension), position, "code \(most) stands for nothing")
            }
        }
    }
}

extension Vocabulary {
    /// The first code of a dimension that stands for nothing.
    func ceiling(of dimension: SpendDimension) -> Int64 {
        switch dimension {
        case .month: Int64(CalendarCode.of(CivilMonth(of: .latest))) + 1
        case .day: Int64(CalendarCode.of(CivilDay.latest)) + 1
        default: Int64(self[dimension].count)
        }
    }
}

extension OccurrenceChunk {
    /// The rows of some months.
    fileprivate func only(_ months: Set<UInt32>) -> OccurrenceChunk {
        let rows = self[.month].indices.filter { months.contains(self[.month][$0]) }
        var codes: [SpendDimension: [UInt32]] = [:]
        for dimension in SpendDimension.allCases where !self[dimension].isEmpty {
            codes[dimension] = rows.map { self[dimension][$0] }
        }
        return OccurrenceChunk(
            codes: codes, insertions: rows.map { insertions[$0] }, spend: rows.map { spend[$0] })
    }
}
