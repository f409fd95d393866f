import GRDB
public import MediaSpend
public import Parallel
public import WorkTime

extension Workspace {
    /// The names of the layouts that deliveries came through, in the order of their first delivery.
    ///
    /// - Throws: ``StoreFailure``.
    public func spendSources() throws -> [String] {
        try deliveries().reduce(into: []) { sources, stored in
            if !sources.contains(stored.delivery.source) { sources.append(stored.delivery.source) }
        }
    }

    /// All deliveries, or those of one source, in the order of storing.
    ///
    /// - Throws: ``StoreFailure``.
    public func deliveries(of source: String? = nil) throws -> [StoredDelivery] {
        try read { try DeliveryRecords(database: $0).all(of: source) }
    }

    /// The delivery that brought these contents, if one did: for those who know the digest before they read a file.
    ///
    /// - Throws: ``StoreFailure``.
    public func delivery(_ digest: ContentDigest, of source: String) throws -> StoredDelivery? {
        try read { try DeliveryRecords(database: $0).find(digest, of: source) }
    }

    /// What the figures of a source are, and for which months; `nil` when nothing was delivered.
    ///
    /// - Throws: ``StoreFailure``.
    public func market(of source: String, _ choice: DeliveryChoice = .latest) throws -> MarketData? {
        try read { try SpendReading(of: source, choice, in: $0, memory)?.market }
    }

    /// The spend of a source, added up by some dimensions.
    ///
    /// - Parameters:
    ///   - source: the name of a layout, see ``spendSources()``.
    ///   - filter: which rows count.
    ///   - choice: whose rows count where a month was delivered more than once.
    ///   - workers: who adds up rows, where no roll-up can tell; the cube is the same on any number.
    /// - Returns: `nil` when nothing was delivered.
    /// - Throws: ``StoreFailure``; `CubeOverflow` when a sum passes 64 bits.
    public func cube(
        of source: String, by dimensions: [SpendDimension], where filter: CubeFilter = .all,
        _ choice: DeliveryChoice = .latest, on workers: Workers = .all
    ) throws -> Cube? {
        try parts(of: source, by: dimensions, where: filter, choice, within: nil, on: workers)?.whole()
    }

    /// Several cubes of a source, all of one state of the workspace.
    ///
    /// - Parameter body: is given what adds up the spend of the rows that pass a filter by some dimensions; it must not
    ///   call the workspace.
    /// - Returns: what `body` returns; `nil` when nothing was delivered.
    /// - Throws: as ``cube(of:by:where:_:)``, and what `body` throws.
    public func cubes<Value>(
        of source: String, _ choice: DeliveryChoice = .latest, on workers: Workers = .all,
        _ body: (_ cube: ([SpendDimension], CubeFilter) throws -> Cube) throws -> Value
    ) throws -> Value? {
        try read { database in
            guard let reading = try SpendReading(of: source, choice, in: database, memory, on: workers) else {
                return nil
            }
            return try body { dimensions, filter in
                try reading.parts(by: dimensions, where: filter, within: nil).whole()
            }
        }
    }

    /// The same part by part, where cells may take only so much of memory.
    ///
    /// - Throws: what the storage of cells throws, too.
    package func parts(
        of source: String, by dimensions: [SpendDimension], where filter: CubeFilter = .all,
        _ choice: DeliveryChoice = .latest, within bound: CellBound?, on workers: Workers = .all
    ) throws -> CubeParts? {
        try read { database in
            try SpendReading(of: source, choice, in: database, memory, on: workers)?
                .parts(by: dimensions, where: filter, within: bound)
        }
    }

    /// The rows of a source in the order of storing, chunk by chunk.
    ///
    /// - Parameters:
    ///   - dimensions: whose columns are read; the others are empty.
    ///   - months: only their rows are handed on; chunks without one are passed over unread.
    ///   - body: takes each chunk with the names behind its codes; it must not call the workspace.
    /// - Throws: ``StoreFailure``, and what `body` throws.
    public func forEachChunk(
        of source: String, _ dimensions: Set<SpendDimension> = Set(SpendDimension.allCases),
        _ choice: DeliveryChoice = .latest, in months: Set<CivilMonth>? = nil,
        _ body: (OccurrenceChunk, Vocabulary) throws -> Void
    ) throws {
        try read { database in
            guard let reading = try SpendReading(of: source, choice, in: database, memory) else { return }
            let names = try reading.vocabulary(dimensions)
            try reading.forEachChunk(dimensions, where: CubeFilter(months: months), names) { try body($0, names) }
        }
    }
}
