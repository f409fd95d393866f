import Diagnostics
import Formats
import Interchange
public import MediaSpend
public import Parallel
public import Store

/// Spend added up by any dimensions, as a table for other programs: `headroom spend cube`.
public struct SpendCube: Sendable {
    /// What a column of sums counts.
    public enum Measure: String, Sendable, CaseIterable {
        case rows
        /// Empty where the data count none.
        case insertions
        /// With the decimals of the currency.
        case spend
    }

    /// The cells, in memory or where they wait.
    package let parts: CubeParts
    /// Warnings and notes on the files that were read.
    public let findings: [Finding]

    /// Adds up month files, without storing them. Files that share a month are added, not exchanged.
    ///
    /// - Parameters:
    ///   - paths: the files; all of one layout, currency and basis.
    ///   - layout: the name of a layout of the seeds, or its file; `nil`: the one that fits the first file.
    ///   - memory: what the cells may take; `nil`: all that they need.
    /// - Throws: a `Rejection` with everything that is wrong with the files; ``Failure``.
    public init(
        adding paths: [String], layout: String? = nil, year: Int? = nil, by dimensions: [SpendDimension],
        where filter: CubeFilter = .all, within memory: CubeMemory? = nil, workers: Workers = .all
    ) throws {
        (parts, findings) = try translatingSpendFaults {
            let layout = try Layout(named: layout, fitting: paths.first)
            var sum = DeliveredCube(by: dimensions, where: filter, of: layout, within: memory, on: workers)
            var findings = FindingList()
            for path in paths {
                do {
                    findings.report(contentsOf: try sum.add(path, MonthFileReader(layout, year: year)))
                } catch let rejection as Rejection {
                    findings.report(contentsOf: rejection.findings)
                }
            }
            try findings.throwIfErrors()
            let cube = try sum.finish()
            findings.report(contentsOf: try UnmetConditions(filter, cube).findings())
            return (cube, findings.inReadingOrder)
        }
    }

    /// Adds up what a workspace holds.
    ///
    /// - Parameters:
    ///   - source: the layout of the data; needed only where a workspace holds data of several.
    ///   - filter: which rows count.
    ///   - asOf: the delivery after which nothing counts; `nil`: all deliveries.
    ///   - memory: what the cells may take; `nil`: all that they need.
    /// - Throws: a `Rejection` when it is not plain which data are meant, or there is no such delivery; ``Failure``.
    public init(
        store: String, source: String?, by dimensions: [SpendDimension], where filter: CubeFilter = .all,
        asOf: DeliveryID? = nil, within memory: CubeMemory? = nil, workers: Workers = .all
    ) throws {
        (parts, findings) = try translatingSpendFaults {
            let workspace = try Workspace.existing(at: store)
            let source = try workspace.source(asked: source)
            let choice = try workspace.choice(asOf: asOf)
            if let parts = try workspace.parts(
                of: source, by: dimensions, where: filter, choice, within: memory?.bound, on: workers)
            {
                let unmet = UnmetConditions(filter, parts) { dimension, filter in
                    try workspace.cube(of: source, by: [dimension], where: filter, choice, on: workers)?
                        .names(in: dimension) ?? []
                }
                return (parts, try unmet.findings())
            }
            throw Rejection(findings: [
                workspace.unknownDelivery(asOf?.rawValue ?? 0, among: try workspace.deliveries(of: source))
            ])
        }
    }

    /// The cube, in memory.
    ///
    /// - Throws: ``Failure`` when cells that wait outside of memory cannot be read again.
    public var cube: Cube { get throws { try parts.whole() } }

    /// One record a cell under a header of the dimensions and measures, in the order of the dimensions.
    ///
    /// A name that a spreadsheet would take for a formula gets an apostrophe in front.
    ///
    /// - Throws: as ``cube``.
    public func csv(_ measures: [Measure]) throws -> String {
        var bytes: [UInt8] = []
        try write(measures, on: .one) { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Hands on the bytes of ``csv(_:)``, piece by piece.
    ///
    /// - Throws: as ``cube``, and what `handOn` throws.
    public func write(
        _ measures: [Measure], on workers: Workers = .all, _ handOn: ([UInt8]) throws -> Void
    ) throws {
        try CubeTable(parts, measures).write(on: workers, handOn)
    }

    /// Writes ``csv(_:)`` to a file, whole or not at all.
    ///
    /// - Throws: ``Failure``; `.cannotWrite`.
    public func write(_ measures: [Measure], to path: String, on workers: Workers = .all) throws {
        try OutputFile.write(to: path) { try write(measures, on: workers, $0) }
    }
}
