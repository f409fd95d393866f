import Diagnostics
import Interchange
import MediaSpend
import Monetary
import Parallel

/// A cube over several deliveries while it is added up. One vocabulary names what all of them bring.
struct DeliveredCube {
    private var builders: [SpillingBuilder]
    private var names = Vocabulary()
    private var deliveries: [Delivery] = []
    private let dimensions: [SpendDimension]
    private let filter: CubeFilter
    /// Whether names are known only when all is read, because keys tell them apart: the filter waits until then.
    private let filtersLate: Bool
    private let workers: Workers

    /// - Parameter memory: what cells may take; `nil`: all that they need.
    init(
        by dimensions: [SpendDimension], where filter: CubeFilter = .all, of layout: Layout, within memory: CubeMemory?,
        on workers: Workers
    ) {
        filtersLate = filter.names.keys.contains { layout.hasKeys(of: $0) || $0 == .day }
        self.dimensions = dimensions
        self.filter = filter
        self.workers = workers
        let grouped = filtersLate ? filter.dimensions(with: dimensions) : dimensions
        if !filtersLate {
            for (dimension, names) in filter.names.sorted(by: { $0.key < $1.key }) {
                for name in names.sorted() { _ = self.names[dimension].code(for: name) }
            }
        }
        let builder = CubeBuilder(by: grouped, where: filtersLate ? .all : filter, in: names)
        builders = Array(
            repeating: SpillingBuilder(builder, within: memory?.bound, sharedBy: workers.count), count: workers.count)
    }

    /// Adds the rows of a file.
    ///
    /// - Returns: warnings and notes on it.
    /// - Throws: what reading it throws.
    mutating func add(_ path: String, _ reader: MonthFileReader) throws -> [Finding] {
        let wanted = filter.dimensions.union(dimensions)
        let reading = try builders.withUnsafeMutableBufferPointer { builders in
            // Each thread adds to a builder of its own.
            nonisolated(unsafe) let builders = builders
            return try reader.read(
                path, names: names, dimensions: wanted, on: workers, blockSize: MonthFileReader.smallBlockSize,
                make: { chunk, worker in Result { try builders[worker].update(with: chunk) } }, take: { try $0.get() })
        }
        names = reading.vocabulary
        deliveries.append(reading.delivery)
        return reading.findings
    }

    /// - Throws: a `Rejection` when the deliveries are in several currencies; `CubeOverflow`; ``Failure``.
    mutating func finish() throws -> CubeParts {
        guard let first = deliveries.first else { preconditionFailure("a cube of no delivery") }
        for other in deliveries where other.currency != first.currency {
            throw Rejection(findings: [
                Finding(
                    "spend.another-currency", .error,
                    "“\(other.file)” states amounts in \(other.currency.code), and “\(first.file)” in \(first.currency.code)",
                    advice: "add up one currency at a time")
            ])
        }
        return try SpillingBuilder.finish(
            &builders, by: dimensions, where: filtersLate ? filter : .all, names,
            of: MarketData(
                source: first.source, currency: first.currency, basis: first.basis,
                months: deliveries.flatMap { $0.months.map(\.month) },
                countsInsertions: deliveries.allSatisfy(\.countsInsertions)),
            concurrently: { workers.inOrder($0, make: $1) { _ in } })
    }
}

extension Layout {
    /// Whether names of a dimension are told apart by a key beside them.
    fileprivate func hasKeys(of dimension: SpendDimension) -> Bool {
        if case .column(let column) = dimensions[dimension] { column.key != nil } else { false }
    }
}
