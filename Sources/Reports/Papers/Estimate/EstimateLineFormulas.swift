import Costing
import Monetary

/// What the amounts of a line follow from, as formulas over the cells of its row.
///
/// A formula stands only where a spreadsheet, which rounds halves away from zero, comes to the very amount of the books:
/// not for an agreed price, and not where an exchange ends on half a cent and was rounded to the even one.
struct EstimateLineFormulas {
    private let line: EstimateLine
    private let row: Int
    private let currency: Currency

    init(_ line: EstimateLine, row: Int, _ currency: Currency) {
        self.line = line
        self.row = row
        self.currency = currency
    }

    private func cell(_ column: EstimateLineColumn) -> Formula { .cell(row: row, column: column.rawValue) }

    private var isForeign: Bool { line.supplierCurrency != currency }

    /// Quantity × rate, in the currency of the supplier.
    private var stated: Formula {
        .rounded(.times(cell(.quantity), cell(.rate)), places: line.supplierCurrency.exponent)
    }

    /// Less the commission where the rate is gross.
    var supplierAmount: Formula? {
        guard line.isStatedGross, case .commission(let commission) = line.basis else { return stated }
        let share = Formula.number(commission.shareOfGross)
        return .minus(stated, .rounded(.times(stated, share), places: line.supplierCurrency.exponent))
    }

    var cost: Formula? {
        guard isForeign else { return cell(.supplierAmount) }
        guard isExact(line.supplierCost, line.cost) else { return nil }
        return .rounded(.times(cell(.supplierAmount), cell(.exchange)), places: currency.exponent)
    }

    /// Whether rounding halves up comes to what the books say.
    private func isExact(_ amount: Money, _ booked: Money) -> Bool {
        (try? amount.converted(to: currency, at: line.exchangeRate, rounding: .halfUp)) == booked
    }

    var addition: Formula? { .minus(cell(.price), cell(.cost)) }

    var price: Formula? {
        switch line.basis {
        case .passThrough: return cell(.cost)
        case .fixed: return nil
        case .markup(let share):
            return .plus(cell(.cost), .rounded(.times(cell(.cost), .number(share)), places: currency.exponent))
        case .commission(let commission):
            guard line.isStatedGross else {
                guard let net = try? 1 - commission.shareOfGross else { return nil }
                return .rounded(.over(cell(.cost), .number(net)), places: currency.exponent)
            }
            guard isForeign else { return stated }
            guard let gross = grossInSupplierCurrency, isExact(gross, line.price) else { return nil }
            return .rounded(.times(stated, cell(.exchange)), places: currency.exponent)
        }
    }

    private var grossInSupplierCurrency: Money? {
        guard let rate = try? line.statedRate(), let units = try? line.quantity * rate,
            let minor = try? units.times(Int128(line.supplierCurrency.minorUnitsPerUnit), rounding: .halfUp)
        else { return nil }
        return try? Money(exactly: minor, line.supplierCurrency)
    }
}
