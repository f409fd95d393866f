import GRDB
import MediaSpend
import Synchronization

/// What a workspace has read before and need not read again: deliveries and names are only ever added, so that the last
/// number of each tells whether anything is new.
///
/// Another program may add some at any time; each question looks at the numbers first, in its own transaction.
final class SpendMemory: Sendable {
    private let sources = Mutex<[String: Source]>([:])

    /// What is known of one source.
    private struct Source {
        let last: Last
        var deliveries: [StoredDelivery]?
        var names: [SpendDimension: NameTable] = [:]
        var orders: [SpendDimension: NameOrder] = [:]
    }

    /// The last numbers that were given.
    private struct Last: Equatable {
        let delivery: Int64
        let names: Int64

        init(in database: Database) throws {
            let statement = try database.cachedStatement(
                sql:
                    "SELECT coalesce((SELECT max(id) FROM spend_delivery), 0), coalesce((SELECT max(id) FROM spend_names), 0)"
            )
            let row = try Row.fetchOne(statement)
            guard let row else { throw Damage("it has no numbers") }
            delivery = try row.value(0)
            names = try row.value(1)
        }
    }

    /// All deliveries of a source in the order of storing.
    func deliveries(of source: String, in database: Database) throws -> [StoredDelivery] {
        let last = try Last(in: database)
        if let known = known(source, last)?.deliveries { return known }
        let deliveries = try DeliveryRecords(database: database).all(of: source)
        keep(source, last) { $0.deliveries = deliveries }
        return deliveries
    }

    /// The names of some dimensions; months and days are left out.
    func names(
        _ dimensions: Set<SpendDimension>, of source: String, in database: Database
    ) throws -> [SpendDimension: NameTable] {
        let last = try Last(in: database)
        let known = known(source, last)?.names ?? [:]
        let missing = dimensions.filter { $0.isNamed && known[$0] == nil }
        guard !missing.isEmpty else { return known }
        let vocabulary = try NameRecords(database: database, source: source).vocabulary(missing.sorted())
        let names = known.merging(missing.map { ($0, vocabulary[$0]) }) { known, _ in known }
        keep(source, last) { $0.names.merge(names) { known, _ in known } }
        return names
    }

    /// The order of the names of some dimensions; months and days are left out.
    func orders(
        _ dimensions: Set<SpendDimension>, of source: String, in database: Database
    ) throws -> [SpendDimension: NameOrder] {
        let last = try Last(in: database)
        let known = known(source, last)?.orders ?? [:]
        let missing = dimensions.filter { $0.isNamed && known[$0] == nil }
        guard !missing.isEmpty else { return known }
        let names = try names(missing, of: source, in: database)
        let orders = known.merging(names.filter { missing.contains($0.key) }.mapValues { NameOrder($0) }) { known, _ in
            known
        }
        keep(source, last) { $0.orders.merge(orders) { known, _ in known } }
        return orders
    }

    private func known(_ source: String, _ last: Last) -> Source? {
        sources.withLock { $0[source] }.flatMap { $0.last == last ? $0 : nil }
    }

    private func keep(_ source: String, _ last: Last, _ change: (inout Source) -> Void) {
        sources.withLock { sources in
            var known = sources[source].flatMap { $0.last == last ? $0 : nil } ?? Source(last: last)
            change(&known)
            sources[source] = known
        }
    }
}
