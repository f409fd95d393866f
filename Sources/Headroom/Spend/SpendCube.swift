import Diagnostics
import Formats
import Interchange
public import MediaSpend
public import Parallel
import Store

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
            return (try sum.finish(), findings.inReadingOrder)
        }
    }

    /// Adds up what a workspace holds.
    ///
    /// - Parameter source: the layout of the data; needed only where a workspace holds data of several.
    /// - Throws: a `Rejection` when it is not plain which data are meant; ``Failure``.
    public init(
        store: String, source: String?, by dimensions: [SpendDimension], where filter: CubeFilter = .all
    ) throws {
        cube = try translatingSpendFaults {
            let workspace = try Workspace.existing(at: store)
            return try Self.cube(of: try workspace.source(asked: source), by: dimensions, where: filter, in: workspace)
        }
        findings = []
    }

    private static func cube(
        of source: String, by dimensions: [SpendDimension], where filter: CubeFilter, in workspace: Workspace
    ) throws -> Cube {
        guard let cube = try workspace.cube(of: source, by: dimensions, where: filter) else {
            throw Failure(.ours, workspace.name, cause: "the data went away while being read")
        }
        return cube
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
    /// - Throws: `.cannotWrite`.
    public func write(_ measures: [Measure], to path: String, on workers: Workers = .all) throws(Failure) {
        try OutputFile.write(to: path) { (file: inout OutputFile.Stream) throws(Failure) in
            CubeTable(cube, measures).write(on: workers) { file.write($0) }
        }
    }
}
