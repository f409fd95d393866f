import GRDB
import MediaSpend
import WorkTime

/// The rows of one source under a choice of deliveries, within one transaction.
struct SpendReading {
    let market: MarketData
    private let database: Database
    private let chosen: [LiveMonths]
    /// The delivery after which names were changed that count as they were; `nil`: names as they are.
    private let namesAsOf: DeliveryID?

    /// `nil` when no delivery is chosen.
    init?(of source: String, _ choice: DeliveryChoice, in database: Database) throws {
        let deliveries = try DeliveryRecords(database: database).all(of: source)
        chosen = LiveMonths.chosen(choice, among: deliveries)
        guard let first = chosen.first?.stored.delivery else { return nil }
        market = MarketData(
            source: source, currency: first.currency, basis: first.basis, months: chosen.flatMap(\.months),
            countsInsertions: chosen.allSatisfy { $0.stored.delivery.countsInsertions })
        self.database = database
        namesAsOf =
            switch choice {
            case .latest: nil
            case .asOf(let delivery), .only(let delivery): delivery
            }
    }

    /// The names of some dimensions.
    func vocabulary(_ dimensions: Set<SpendDimension>) throws -> Vocabulary {
        var names = try NameRecords(database: database, source: market.source).vocabulary(dimensions.sorted())
        if let namesAsOf {
            try QualityRecords(database: database).undoNameChanges(after: namesAsOf, of: market.source, in: &names)
        }
        return names
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
                let chunk = try columns.chunk(at: position, ceilings(needed, names))
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

    /// The first code of each dimension that stands for nothing.
    private func ceilings(_ dimensions: Set<SpendDimension>, _ names: Vocabulary) -> [SpendDimension: Int64] {
        Dictionary(uniqueKeysWithValues: dimensions.map { ($0, ceiling($0, names)) })
    }

    private func ceiling(_ dimension: SpendDimension, _ names: Vocabulary) -> Int64 {
        switch dimension {
        case .month: Int64(CalendarCode.of(CivilMonth(of: .latest))) + 1
        case .day: Int64(CalendarCode.of(CivilDay.latest)) + 1
        default: Int64(names[dimension].count)
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
