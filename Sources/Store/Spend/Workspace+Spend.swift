import GRDB
public import MediaSpend

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
        try read { try SpendReading(of: source, choice, in: $0)?.market }
    }

    /// The spend of a source, added up by some dimensions.
    ///
    /// - Parameters:
    ///   - source: the name of a layout, see ``spendSources()``.
    ///   - filter: which rows count.
    ///   - choice: whose rows count where a month was delivered more than once.
    /// - Returns: `nil` when nothing was delivered.
    /// - Throws: ``StoreFailure``; `CubeOverflow` when a sum passes 64 bits.
    public func cube(
        of source: String, by dimensions: [SpendDimension], where filter: CubeFilter = .all,
        _ choice: DeliveryChoice = .latest
    ) throws -> Cube? {
        try read { try Self.cube(of: source, by: dimensions, where: filter, choice, in: $0) }
    }

    /// The same within a transaction.
    static func cube(
        of source: String, by dimensions: [SpendDimension], where filter: CubeFilter, _ choice: DeliveryChoice,
        in database: Database
    ) throws -> Cube? {
        guard let reading = try SpendReading(of: source, choice, in: database) else { return nil }
        let needed = filter.dimensions.union(dimensions)
        let names = try reading.vocabulary(needed)
        var builder = CubeBuilder(by: dimensions, where: filter, in: names)
        try reading.forEachChunk(needed, where: filter, names) { builder.update(with: $0) }
        return try builder.finish(names, of: reading.market)
    }

    /// The rows of a source in the order of storing, chunk by chunk.
    ///
    /// - Parameters:
    ///   - dimensions: whose columns are read; the others are empty.
    ///   - body: takes each chunk with the names behind its codes; it must not call the workspace.
    /// - Throws: ``StoreFailure``, and what `body` throws.
    public func forEachChunk(
        of source: String, _ dimensions: Set<SpendDimension> = Set(SpendDimension.allCases),
        _ choice: DeliveryChoice = .latest, _ body: (OccurrenceChunk, Vocabulary) throws -> Void
    ) throws {
        try read { database in
            guard let reading = try SpendReading(of: source, choice, in: database) else { return }
            let names = try reading.vocabulary(dimensions)
            try reading.forEachChunk(dimensions, where: .all, names) { try body($0, names) }
        }
    }
}
