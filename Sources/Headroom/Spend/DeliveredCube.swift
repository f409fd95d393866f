import Diagnostics
import Interchange
import MediaSpend
import Monetary
import Parallel

/// A cube over several deliveries while it is added up. One vocabulary names what all of them bring.
struct DeliveredCube {
    private var builders: [CubeBuilder]
    private var names = Vocabulary()
    private var deliveries: [Delivery] = []
    private let dimensions: [SpendDimension]
    private let workers: Workers

    init(by dimensions: [SpendDimension], on workers: Workers) {
        builders = Array(repeating: CubeBuilder(by: dimensions), count: workers.count)
        self.dimensions = dimensions
        self.workers = workers
    }

    /// Adds the rows of a file.
    ///
    /// - Returns: warnings and notes on it.
    /// - Throws: what reading it throws.
    mutating func add(_ path: String, _ reader: MonthFileReader) throws -> [Finding] {
        let wanted = Set(dimensions)
        let reading = try builders.withUnsafeMutableBufferPointer { builders in
            // Each thread adds to a builder of its own.
            nonisolated(unsafe) let builders = builders
            return try reader.read(
                path, names: names, dimensions: wanted, on: workers, blockSize: MonthFileReader.smallBlockSize,
                make: { chunk, worker in builders[worker].update(with: chunk) }, take: { _ in })
        }
        names = reading.vocabulary
        deliveries.append(reading.delivery)
        return reading.findings
    }

    /// - Throws: a `Rejection` when the deliveries are in several currencies; `CubeOverflow`.
    mutating func finish() throws -> Cube {
        guard let first = deliveries.first else { preconditionFailure("a cube of no delivery") }
        for other in deliveries where other.currency != first.currency {
            throw Rejection(findings: [
                Finding(
                    "spend.another-currency", .error,
                    "“\(other.file)” states amounts in \(other.currency.code), and “\(first.file)” in \(first.currency.code)",
                    advice: "add up one currency at a time")
            ])
        }
        return try CubeBuilder.finish(
            &builders, names,
            of: MarketData(
                source: first.source, currency: first.currency, basis: first.basis,
                months: deliveries.flatMap { $0.months.map(\.month) },
                countsInsertions: deliveries.allSatisfy(\.countsInsertions)))
    }
}
