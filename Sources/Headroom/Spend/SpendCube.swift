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

    public let cube: Cube
    /// Warnings and notes on the files that were read.
    public let findings: [Finding]

    /// Adds up month files, without storing them. Files that share a month are added, not exchanged.
    ///
    /// - Parameters:
    ///   - paths: the files; all of one layout, currency and basis.
    ///   - layout: the name of a layout of the seeds, or its file; `nil`: the one that fits the first file.
    /// - Throws: a `Rejection` with everything that is wrong with the files; ``Failure``.
    public init(
        adding paths: [String], layout: String? = nil, year: Int? = nil, by dimensions: [SpendDimension],
        where filter: CubeFilter = .all, workers: Workers = .all
    ) throws {
        (cube, findings) = try translatingSpendFaults {
            let layout = try Layout(named: layout, fitting: paths.first)
            var sum = DeliveredCube(by: dimensions, where: filter, of: layout, on: workers)
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
    /// - Throws: a `Rejection` when it is not plain which data are meant, or there is no such delivery; ``Failure``.
    public init(
        store: String, source: String?, by dimensions: [SpendDimension], where filter: CubeFilter = .all,
        asOf: DeliveryID? = nil
    ) throws {
        (cube, findings) = try translatingSpendFaults {
            let workspace = try Workspace.existing(at: store)
            let source = try workspace.source(asked: source)
            let choice = try workspace.choice(asOf: asOf)
            if let cube = try workspace.cube(of: source, by: dimensions, where: filter, choice) {
                let unmet = UnmetConditions(filter, cube) { dimension, filter in
                    try workspace.cube(of: source, by: [dimension], where: filter, choice)?.names(in: dimension) ?? []
                }
                return (cube, try unmet.findings())
            }
            throw Rejection(findings: [
                workspace.unknownDelivery(asOf?.rawValue ?? 0, among: try workspace.deliveries(of: source))
            ])
        }
    }

    /// One record a cell under a header of the dimensions and measures, in the order of the dimensions.
    ///
    /// A name that a spreadsheet would take for a formula gets an apostrophe in front.
    public func csv(_ measures: [Measure]) -> String {
        var bytes: [UInt8] = []
        CubeTable(cube, measures).write(on: .one) { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Writes ``csv(_:)`` to a file, whole or not at all.
    ///
    /// - Throws: ``Failure``; `.cannotWrite`.
    public func write(_ measures: [Measure], to path: String, on workers: Workers = .all) throws {
        try OutputFile.write(to: path) { write in
            var failure: (any Error)?
            CubeTable(cube, measures).write(on: workers) { bytes in
                guard failure == nil else { return }
                do { try write(bytes) } catch { failure = error }
            }
            if let failure { throw failure }
        }
    }
}
