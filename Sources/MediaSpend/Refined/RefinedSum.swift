import Monetary
import WorkTime

/// Groups of spend while parts of cells are added to them.
struct RefinedSum {
    private let refinement: Refinement
    private let currency: Currency
    private var cells: [RefinedCell] = []
    /// For each cell its exact net, in parts of the factors' measure; `nil` once something in it has no factor.
    private var nets: [Int128?] = []
    private var positions: [[String]: Int] = [:]
    private var unfactored: [UnfactoredKey: (months: ClosedRange<CivilMonth>, spend: Int128)] = [:]

    private struct UnfactoredKey: Hashable {
        let medium: String
        let vehicle: String
        let tier: String?
    }

    init(_ refinement: Refinement, _ currency: Currency) {
        self.refinement = refinement
        self.currency = currency
    }

    /// Adds all cells of a cube, or of a part of one.
    mutating func add(_ cube: Cube) {
        let reader = CellReader(cube, refinement)
        for cell in 0..<cube.count {
            let facts = reader.facts(of: cell)
            for part in reader.parts(of: cell, facts) { add(part, facts) }
        }
    }

    private mutating func add(_ part: CellPart, _ facts: CellFacts) {
        let position = positions[part.names] ?? insert(part.names)
        cells[position].rows += Int128(part.rows)
        cells[position].insertions += Int128(part.insertions)
        cells[position].spend += Int128(part.spend)
        guard let factors = refinement.factors else { return }
        if let parts = parts(facts, factors) {
            // |spend| < 2⁶³ in all and a factor has at most 10¹⁰ parts: no sum passes 2¹⁰⁰.
            nets[position] = nets[position].map { $0 + Int128(part.spend) * parts }
        } else {
            nets[position] = nil
            remember(part.spend, facts, factors)
        }
    }

    private mutating func insert(_ names: [String]) -> Int {
        positions[names] = cells.count
        cells.append(RefinedCell(names: names))
        nets.append(0)
        return cells.count - 1
    }

    // MARK: Factors

    private func parts(_ facts: CellFacts, _ factors: FactorTable) -> Int128? {
        facts.month.flatMap {
            factors.parts(
                medium: facts.names[.medium] ?? "", vehicle: facts.names[.vehicle] ?? "",
                advertiser: facts.names[.advertiser] ?? "", in: $0)
        }
    }

    private mutating func remember(_ spend: Int64, _ facts: CellFacts, _ factors: FactorTable) {
        guard let month = facts.month else { return }
        let key = UnfactoredKey(
            medium: facts.names[.medium] ?? "", vehicle: facts.names[.vehicle] ?? "",
            tier: factors.tier(of: facts.names[.advertiser] ?? ""))
        let known = unfactored[key]
        let months = known.map { min($0.months.lowerBound, month)...max($0.months.upperBound, month) } ?? month...month
        unfactored[key] = (months, (known?.spend ?? 0) + Int128(spend))
    }

    // MARK: The end

    func finish(_ market: MarketData) throws(Refinement.Fault) -> RefinedSpend {
        var finished = cells
        if refinement.factors != nil {
            for index in finished.indices {
                guard let exact = nets[index] else { continue }
                guard let rounded = try? Rounding.halfEven.quotient(of: exact, over: FactorTable.measure),
                    let net = Int64(exactly: rounded)
                else { throw .netTooLarge }
                finished[index].net = net
            }
        }
        finished.sort { left, right in
            for (first, second) in zip(left.names, right.names) where first != second {
                return first.unicodeScalars.lexicographicallyPrecedes(second.unicodeScalars)
            }
            return false
        }
        return RefinedSpend(
            columns: refinement.columns, market: market, cells: finished, hasNet: refinement.factors != nil,
            withoutFactor: withoutFactor)
    }

    private var withoutFactor: [UnfactoredSpend] {
        unfactored.map { key, sum in
            UnfactoredSpend(
                medium: key.medium, vehicle: key.vehicle, tier: key.tier, months: sum.months,
                // Parts of a cube's cells, whose sizes add up to less than 2⁶³.
                spend: Money(minorUnits: Int64(sum.spend), currency))
        }.sorted { left, right in
            if left.spend.minorUnits != right.spend.minorUnits { return left.spend.minorUnits > right.spend.minorUnits }
            return (left.medium, left.vehicle, left.tier ?? "") < (right.medium, right.vehicle, right.tier ?? "")
        }
    }
}
