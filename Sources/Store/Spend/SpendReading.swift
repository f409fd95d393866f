import GRDB
import MediaSpend
import Parallel
import Synchronization
import WorkTime

/// The rows of one source under a choice of deliveries, within one transaction.
struct SpendReading {
    let market: MarketData
    private let database: Database
    private let chosen: [LiveMonths]
    private let memory: SpendMemory
    /// Who decodes rows and adds them up.
    private let workers: Workers
    /// The delivery after which names were changed that count as they were; `nil`: names as they are.
    private let namesAsOf: DeliveryID?

    /// `nil` when no delivery is chosen.
    init?(
        of source: String, _ choice: DeliveryChoice, in database: Database, _ memory: SpendMemory,
        on workers: Workers = .one
    ) throws {
        chosen = LiveMonths.chosen(choice, among: try memory.deliveries(of: source, in: database))
        guard let first = chosen.first?.stored.delivery else { return nil }
        market = MarketData(
            source: source, currency: first.currency, basis: first.basis, months: chosen.flatMap(\.months),
            countsInsertions: chosen.allSatisfy { $0.stored.delivery.countsInsertions })
        self.database = database
        self.memory = memory
        self.workers = workers
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
        return try counted(by: dimensions, where: filter, within: bound, names)
    }

    /// The spend by some dimensions, from the rows: this thread reads them, and all decode them and add them up.
    private func counted(
        by dimensions: [SpendDimension], where filter: CubeFilter, within bound: CellBound?, _ names: Vocabulary
    ) throws -> CubeParts {
        // What does not pass is left out while chunks are decoded.
        let builder = CubeBuilder(by: dimensions, in: names)
        var builders = Array(
            repeating: SpillingBuilder(builder, within: bound, sharedBy: workers.count), count: workers.count)
        let faults = FirstFault()
        builders.withUnsafeMutableBufferPointer { builders in
            // Each thread adds to a builder of its own.
            nonisolated(unsafe) let builders = builders
            workers.spread { (chunk: StoredChunk, thread) in
                faults.noting(chunk.place) { try builders[thread].update(with: try chunk.decoded()) }
            } feed: { leave in
                do {
                    try forEachStored(Set(dimensions), where: filter, names) { chunk in
                        guard faults.areNone else { throw FirstFault.Stopped() }
                        leave(chunk)
                    }
                } catch {
                    faults.note(error)
                }
            }
        }
        try faults.rethrow()
        return try SpillingBuilder.finish(&builders, by: dimensions, names, of: market) { count, work in
            workers.inOrder(count, make: work) { _ in }
        }
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

    /// Hands on the rows that pass a filter, one chunk after the other; chunks in which none can are skipped unread.
    func forEachChunk(
        _ dimensions: Set<SpendDimension>, where filter: CubeFilter = .all, _ names: Vocabulary,
        _ body: (OccurrenceChunk) throws -> Void
    ) throws {
        try forEachStored(dimensions, where: filter, names) { try body(try $0.decoded()) }
    }

    /// The same, before the chunks are decoded.
    private func forEachStored(
        _ dimensions: Set<SpendDimension>, where filter: CubeFilter, _ names: Vocabulary,
        _ body: (StoredChunk) throws -> Void
    ) throws {
        let filter = filter.coded(with: names)
        for live in chosen {
            let columns = ColumnRecords(database: database, delivery: live.stored.id)
            let counted = filter.narrowed(to: live.codes, in: .month)
            for position in 0..<(try columns.count(holding: live.stored.delivery.rows)) {
                guard try columns.mayPass(counted, at: position) else { continue }
                let chunk = try columns.chunk(at: position, dimensions, where: counted)
                try chunk.check(names)
                try body(chunk)
            }
        }
    }
}

/// What went wrong while several threads worked on chunks that one of them reads in their order.
///
/// Chunks before one with a fault were left before it, and are still worked on: the first damage is the same on any number
/// of threads.
private final class FirstFault: Sendable {
    private let found = Mutex<(inChunks: [(place: StoredChunk.Place, error: any Error)], whileReading: (any Error)?)>(
        ([], nil))

    /// Says that no more chunks are wanted.
    struct Stopped: Error {}

    var areNone: Bool { found.withLock { $0.inChunks.isEmpty } }

    func noting(_ place: StoredChunk.Place, _ work: () throws -> Void) {
        do { try work() } catch { found.withLock { $0.inChunks.append((place, error)) } }
    }

    /// Notes what went wrong while chunks were read, which is behind all that were left.
    func note(_ error: any Error) {
        if !(error is Stopped) { found.withLock { $0.whileReading = error } }
    }

    /// - Throws: the fault of the first chunk; that of reading when there is no other.
    func rethrow() throws {
        let error = found.withLock { found in
            found.inChunks.min { $0.place < $1.place }?.error ?? found.whileReading
        }
        if let error { throw error }
    }
}
