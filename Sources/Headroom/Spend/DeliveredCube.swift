import Diagnostics
import MediaSpend
import Monetary
import WorkTime

/// A cube over several deliveries while it is added up: the names of each become those of all.
struct DeliveredCube {
    private var builder: CubeBuilder
    private var names = Vocabulary()
    private var deliveries: [Delivery] = []
    /// The named dimensions of the cube; others are not looked at.
    private let dimensions: [SpendDimension]
    /// For each of them the common code for each code of the file that is being read.
    private var codes: [SpendDimension: [UInt32]] = [:]

    init(by dimensions: [SpendDimension]) {
        builder = CubeBuilder(by: dimensions)
        self.dimensions = dimensions.filter(\.isNamed)
        begin()
    }

    /// Adds rows of the file that is being read.
    mutating func add(_ chunk: OccurrenceChunk, named others: Vocabulary) {
        var recoded = chunk
        for dimension in dimensions {
            extend(dimension, by: others[dimension])
            recoded.recode(dimension, through: codes[dimension] ?? [])
        }
        builder.update(with: recoded)
    }

    /// Ends the file that is being read.
    mutating func end(_ delivery: Delivery, named others: Vocabulary) {
        for dimension in dimensions {
            extend(dimension, by: others[dimension])
            for (other, code) in (codes[dimension] ?? []).enumerated() {
                if let label = others[dimension].label(of: UInt32(other)) { names[dimension].relabel(code, label) }
            }
        }
        deliveries.append(delivery)
        begin()
    }

    /// - Throws: a `Rejection` when the deliveries are in several currencies; `CubeOverflow`.
    func finish() throws -> Cube {
        guard let first = deliveries.first else { preconditionFailure("a cube of no delivery") }
        for other in deliveries where other.currency != first.currency {
            throw Rejection(findings: [
                Finding(
                    "spend.another-currency", .error,
                    "“\(other.file)” states amounts in \(other.currency.code), and “\(first.file)” in \(first.currency.code)",
                    advice: "add up one currency at a time")
            ])
        }
        return try builder.finish(
            names,
            of: MarketData(
                source: first.source, currency: first.currency, basis: first.basis,
                months: deliveries.flatMap { $0.months.map(\.month) },
                countsInsertions: deliveries.allSatisfy(\.countsInsertions)))
    }

    private mutating func begin() {
        for dimension in dimensions { codes[dimension] = [NameTable.notStated] }
    }

    private mutating func extend(_ dimension: SpendDimension, by table: NameTable) {
        for code in (codes[dimension]?.count ?? 0)..<table.count {
            codes[dimension]?.append(names[dimension].code(for: table.key(of: UInt32(code))))
        }
    }
}
