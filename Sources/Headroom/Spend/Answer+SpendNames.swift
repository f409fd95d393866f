import Diagnostics
import Formats
import MediaSpend
import Monetary
import Reports

extension Answer {
    /// The names of data that a taxonomy does not know, by spend, with the names that may be meant; without a taxonomy,
    /// names that are written in two ways.
    ///
    /// - Parameters:
    ///   - cube: grouped by each of ``UnknownNames/dimensions``.
    ///   - taxonomy: the path of a taxonomy, YAML or CSV by its name.
    /// - Throws: a `Rejection` with everything that is wrong with the taxonomy; ``Failure``.
    public static func spendNames(in cube: SpendCube, taxonomy path: String?) throws -> Answer {
        let reading = try path.map { try Refinement.read(taxonomy: $0) }
        let names = try UnknownNames(in: cube.parts, taxonomy: reading?.0)
        return Answer(
            name: "spend-names", findings: (reading?.1.inReadingOrder ?? []) + cube.findings, isNegative: false,
            body: [
                "currency": .string(names.market.currency.code), "basis": .string(names.market.basis.rawValue),
                "names": .array(names.lines.map { $0.json(names.market) }),
            ], paper: SpendNamesPaper(names, hasTaxonomy: path != nil))
    }
}

extension UnknownNames.Line {
    fileprivate func json(_ market: MarketData) -> JSONValue {
        .object(
            [
                ("level", .string(level.rawValue)), ("name", .string(name)),
                ("spend", .string(market.money(spend).amount)), ("currency", .string(market.currency.code)),
                ("rows", .integer(Int(rows))),
            ] + jsonMember("proposal", proposal.map { .string($0.name) }, else: "no-name-is-near")
                + (proposal.map { [("likeness", .string($0.reason.rawValue))] } ?? []))
    }
}
