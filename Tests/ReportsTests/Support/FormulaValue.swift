import Monetary
import Testing

@testable import Reports

/// Works formulas out exactly, and shares no code with those who write them.
struct FormulaValue {
    private let tables: [String: Table]
    private let own: Table

    init(_ report: Report, in own: Table) {
        tables = Dictionary(report.tables.map { ($0.id, $0) }) { first, _ in first }
        self.own = own
    }

    func value(of formula: Formula) throws -> Rate {
        switch formula {
        case .cell(let reference): try value(of: cell(reference).figure) ?? 0
        case .number(let rate): rate
        case .sum(let references):
            try references.reduce(Rate.zero) { try $0 + (value(of: cell($1).figure) ?? 0) }
        case .plus(let left, let right): try value(of: left) + value(of: right)
        case .minus(let left, let right): try value(of: left) - value(of: right)
        case .times(let left, let right): try value(of: left) * value(of: right)
        case .over(let left, let right): try value(of: left) / value(of: right)
        case .least(let left, let right): try min(value(of: left), value(of: right))
        case .most(let left, let right): try max(value(of: left), value(of: right))
        case .rounded(let inner, let places):
            try Rate(value(of: inner).times(power(places), rounding: .halfUp), over: power(places))
        }
    }

    private func power(_ places: Int) -> Int128 { (0..<places).reduce(1) { power, _ in power * 10 } }

    private func cell(_ reference: CellReference) throws -> Cell {
        let table = try reference.table.map { try #require(tables[$0]) } ?? own
        return reference.row == table.rows.count
            ? try #require(table.totals)[reference.column] : table.rows[reference.row][reference.column]
    }

    /// `nil` for words.
    func value(of figure: Figure) throws -> Rate? {
        switch figure {
        case .money(let money): try Rate(Int128(money.minorUnits), over: Int128(money.currency.minorUnitsPerUnit))
        case .integer(let count): Rate(count)
        // Figures without a unit have at most six decimals here.
        case .number(let number, _): try Rate(Int128((number * 1_000_000).rounded()), over: 1_000_000)
        default: nil
        }
    }
}

/// Every cell that follows from others has the very value that its formula comes to.
func expectTrueFormulas(_ report: Report, sourceLocation: SourceLocation = #_sourceLocation) throws {
    var count = 0
    for table in report.tables {
        let values = FormulaValue(report, in: table)
        for cell in (table.rows + [table.totals].compactMap(\.self)).joined() {
            guard let formula = cell.formula else { continue }
            count += 1
            let (stated, computed) = (try values.value(of: cell.figure), try values.value(of: formula))
            #expect(stated == computed, "\(table.id): \(cell.text)", sourceLocation: sourceLocation)
        }
    }
    #expect(count > 0, sourceLocation: sourceLocation)
}
