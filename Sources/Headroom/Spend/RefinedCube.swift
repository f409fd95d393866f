import Diagnostics
import Formats
public import MediaSpend
import Monetary

/// What a column of sums of a table of spend counts.
public enum SpendMeasure: String, Sendable, CaseIterable {
    case rows
    /// Empty where the data count none.
    case insertions
    /// As the data state it, with the decimals of the currency.
    case spend
    /// By factors from the rate card; empty where some of a cell has no factor.
    case net
}

/// Spend by levels of a taxonomy and with net beside the rate card, as a table for other programs.
public struct RefinedCube: Sendable {
    public let spend: RefinedSpend
    /// Warnings and notes on what was read, on names that the taxonomy does not know, and on spend without a factor.
    public let findings: [Finding]

    /// - Parameter cube: grouped by each of the refinement's dimensions.
    /// - Throws: a `Rejection` when factors are asked of data that are net already, or a net is too large; ``Failure``
    ///   when cells that wait outside of memory cannot be read again.
    public init(_ cube: SpendCube, by refinement: Refinement, findings: [Finding] = []) throws {
        do {
            spend = try refinement.of(cube.parts)
        } catch let fault as Refinement.Fault {
            throw Rejection(findings: [fault.finding])
        }
        self.findings =
            findings + cube.findings + (try Self.unknownNames(in: cube.parts, refinement.taxonomy))
            + Self.withoutFactor(spend)
    }

    /// One record a cell under a header of the columns and measures.
    ///
    /// A name that a spreadsheet would take for a formula gets an apostrophe in front.
    public func csv(_ measures: [SpendMeasure]) -> String {
        var writer = CSVWriter()
        writer.write(spend.columns.map { .text($0.rawValue) } + measures.map { .text($0.rawValue) })
        for cell in 0..<spend.count {
            writer.write(
                spend.columns.indices.map { .text(spend.name(of: cell, $0)) } + measures.map { value($0, of: cell) })
        }
        return writer.text
    }

    /// Writes ``csv(_:)`` to a file, whole or not at all.
    ///
    /// - Throws: `.cannotWrite`.
    public func write(_ measures: [SpendMeasure], to path: String) throws(Failure) {
        try OutputFile.write(csv(measures).utf8, to: path)
    }

    private func value(_ measure: SpendMeasure, of cell: Int) -> CSVCell {
        switch measure {
        case .rows: .integer(Int(spend.rows[cell]))
        case .insertions: spend.market.countsInsertions ? .integer(Int(spend.insertions[cell])) : .empty
        case .spend: .figure(spend.spend(of: cell).money.amount)
        case .net: spend.net(of: cell).map { .figure($0.money.amount) } ?? .empty
        }
    }

    // MARK: Findings

    private static func unknownNames(in parts: CubeParts, _ taxonomy: Taxonomy?) throws -> [Finding] {
        guard let taxonomy else { return [] }
        let unknown = try UnknownNames(in: parts, taxonomy: taxonomy)
        return TaxonomyLevel.allCases.compactMap { level in
            let count = unknown.lines.count { $0.level == level }
            guard count > 0 else { return nil }
            let spend = parts.market.money(unknown.spend(at: level))
            return Finding(
                "taxonomy.unknown-names", .warning,
                "the taxonomy does not know \(count) names of the level \(level.rawValue), with a spend of \(spend)",
                advice: "headroom spend names lists them, with the names that may be meant")
        }
    }

    /// How many gaps in the factors are told one by one.
    private static let gapLimit = 20

    private static func withoutFactor(_ spend: RefinedSpend) -> [Finding] {
        let gaps = spend.withoutFactor
        var findings = gaps.prefix(gapLimit).map { gap -> Finding in
            let tier = gap.tier.map { ", tier “\($0)”" } ?? ""
            let months =
                gap.months.lowerBound == gap.months.upperBound
                ? "\(gap.months.lowerBound)" : "\(gap.months.lowerBound) to \(gap.months.upperBound)"
            return Finding(
                "factors.missing", .warning,
                "no factor is for “\(gap.medium)”, “\(gap.vehicle)”\(tier) in \(months): a spend of \(gap.spend) has no net",
                advice: "add a factor; until then net stays empty where this spend belongs")
        }
        if gaps.count > gapLimit, let last = findings.indices.last {
            findings[last].message += ", and so in \(gaps.count - gapLimit) more places"
        }
        return findings
    }
}

extension Refinement.Fault {
    fileprivate var finding: Finding {
        switch self {
        case .alreadyNet:
            Finding(
                "factors.already-net", .error, "the data are net already, and factors turn a rate card into net",
                advice: "leave out --factors, or correct the basis that the layout states")
        case .netTooLarge:
            Finding(
                "factors.too-large", .error, "the net of a cell is more than can be counted",
                advice: "look for a factor with the wrong unit")
        }
    }
}
