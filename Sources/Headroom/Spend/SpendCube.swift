import Diagnostics
import Formats
import Interchange
public import MediaSpend
import Monetary
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
        adding paths: [String], layout: String? = nil, year: Int? = nil, by dimensions: [SpendDimension]
    ) throws {
        (cube, findings) = try translatingSpendFaults {
            let layout = try Layout(named: layout, fitting: paths.first)
            var sum = DeliveredCube(by: dimensions)
            var findings = FindingList()
            for path in paths {
                do {
                    let reading = try MonthFileReader(layout, year: year).read(path) { sum.add($0, named: $1) }
                    sum.end(reading.delivery, named: reading.vocabulary)
                    findings.report(contentsOf: reading.findings)
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
    /// - Parameters:
    ///   - source: the layout of the data; needed only where a workspace holds data of several.
    ///   - asOf: the delivery after which nothing counts; `nil`: all deliveries.
    /// - Throws: a `Rejection` when it is not plain which data are meant, or there is no such delivery; ``Failure``.
    public init(store: String, source: String?, by dimensions: [SpendDimension], asOf: DeliveryID? = nil) throws {
        cube = try translatingSpendFaults {
            let workspace = try Workspace.existing(at: store)
            let source = try workspace.source(asked: source)
            if let cube = try workspace.cube(of: source, by: dimensions, DeliveryChoice(asOf: asOf)) { return cube }
            throw Rejection(findings: [
                workspace.unknownDelivery(asOf?.rawValue ?? 0, among: try workspace.deliveries(of: source))
            ])
        }
        findings = []
    }

    /// One record a cell under a header of the dimensions and measures, in the order of the dimensions.
    ///
    /// Names stand as they are, also those that a spreadsheet would take for formulas: this is a table for programs.
    public func csv(_ measures: [Measure]) -> String {
        var writer = CSVWriter(guardsFormulas: false)
        writer.write(cube.dimensions.map { .text($0.rawValue) } + measures.map { .text($0.rawValue) })
        for cell in 0..<cube.count {
            writer.write(
                cube.dimensions.map { .text(cube.name(of: cell, in: $0)) } + measures.map { value($0, of: cell) })
        }
        return writer.text
    }

    /// Writes ``csv(_:)`` to a file, whole or not at all.
    ///
    /// - Throws: `.cannotWrite`.
    public func write(_ measures: [Measure], to path: String) throws(Failure) {
        try OutputFile.write(csv(measures).utf8, to: path)
    }

    private func value(_ measure: Measure, of cell: Int) -> CSVCell {
        switch measure {
        case .rows: .integer(Int(cube.rows[cell]))
        case .insertions: cube.market.countsInsertions ? .integer(Int(cube.insertions[cell])) : .empty
        case .spend: .figure(AmountStyle.plain.text(of: cube.market.money(cube.spend[cell])))
        }
    }
}
