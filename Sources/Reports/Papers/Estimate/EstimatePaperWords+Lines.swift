import Costing
import Monetary

/// The columns of the table of lines that others refer to.
enum EstimateLineColumn: Int {
    case quantity = 2
    case rate = 3
    case supplierAmount = 4
    case cost = 5
    case addition = 6
    case price = 7
    case exchange = 8
}

extension EstimatePaperWords {
    /// The lines, those of one category together, within it those of one phase, each in the order of the file.
    var sortedLines: [EstimateLine] {
        let categories = order(of: \.category)
        let phases = order(of: \.phase)
        return estimate.lines.enumerated().sorted { left, right in
            let first = (categories[left.element.category] ?? 0, phases[left.element.phase] ?? 0, left.offset)
            let second = (categories[right.element.category] ?? 0, phases[right.element.phase] ?? 0, right.offset)
            return first < second
        }.map(\.element)
    }

    /// Which value comes how early in the file.
    private func order<Value: Hashable>(of value: (EstimateLine) -> Value) -> [Value: Int] {
        var order: [Value: Int] = [:]
        for line in estimate.lines where order[value(line)] == nil { order[value(line)] = order.count }
        return order
    }

    /// The total of a column of the lines, for formulas.
    func reference(_ column: EstimateLineColumn) -> Formula {
        .cell(CellReference(row: estimate.lines.count, column: column.rawValue, in: "lines"))
    }

    var lines: Table {
        let rows = sortedLines.enumerated().map { row(of: $1, $0) }
        return Table(
            "lines", title: book.say(CostEstimatePhrase.lines), columns: lineColumns, rows: rows,
            totals: [Cell(book.say(.total))] + [Cell](repeating: .empty, count: 4)
                + [total(.cost, totals.cost), total(.addition, totals.addition), total(.price, totals.price)]
                + [Cell](repeating: .empty, count: 5),
            rowLimit: 200, remark: book.say(CostEstimatePhrase.lineRemark))
    }

    private func total(_ column: EstimateLineColumn, _ amount: Money) -> Cell {
        book.cell(bare: amount, .strong).computed(
            by: .sum(rows: estimate.lines.indices, column: column.rawValue))
    }

    /// What is added up stands before what is only looked up: a page may be too narrow for all.
    private var lineColumns: [Column] {
        [
            Column(book.say(CostEstimatePhrase.category), importance: .useful),
            Column(book.say(CostEstimatePhrase.line)),
            Column(book.say(CostEstimatePhrase.quantity), .number, importance: .useful),
            Column(book.say(CostEstimatePhrase.rate), .number, importance: .useful),
            Column(book.say(CostEstimatePhrase.supplierAmount), .money, importance: .useful),
            Column(heading(.cost), .money), Column(heading(.addition), .money), Column(heading(.price), .money),
            Column(book.say(CostEstimatePhrase.exchange), .number, importance: .extra),
            Column(book.say(CostEstimatePhrase.contract), importance: .extra),
            Column(book.say(CostEstimatePhrase.phase), importance: .extra),
            Column(book.say(CostEstimatePhrase.supplier), importance: .extra),
            Column(book.say(CostEstimatePhrase.unit), importance: .extra),
        ]
    }

    private func row(of line: EstimateLine, _ row: Int) -> [Cell] {
        let formulas = EstimateLineFormulas(line, row: row, currency)
        let addition = (try? line.addition()) ?? .zero(currency)
        let stated = (try? line.statedRate()) ?? line.unitCost
        return [
            Cell(line.category == "other" ? book.say(.other) : line.category), Cell(line.name), quantity(of: line),
            number(stated, atLeast: line.supplierCurrency.exponent),
            book.cell(.money(line.supplierCost)).computed(by: formulas.supplierAmount),
            book.cell(bare: line.cost).computed(by: formulas.cost),
            book.cell(bare: addition).computed(by: formulas.addition),
            book.cell(bare: line.price).computed(by: formulas.price),
            line.supplierCurrency == currency ? .empty : number(line.exchangeRate), Cell(contract(of: line)),
            Cell(line.phase ?? ""), Cell(line.supplier ?? ""), Cell(line.unit ?? ""),
        ]
    }

    /// With its unit where it is read, and alone where it is computed with.
    private func quantity(of line: EstimateLine) -> Cell {
        var cell = number(line.quantity)
        if let unit = line.unit { cell.text += " \(unit)" }
        return cell
    }

    /// How the price comes from the cost.
    private func contract(of line: EstimateLine) -> String {
        switch line.basis {
        case .passThrough: book.say(CostEstimatePhrase.passThrough)
        case .fixed: book.say(CostEstimatePhrase.fixedPrice)
        case .markup(let share): book.say(CostEstimatePhrase.markup(percent(share)))
        case .commission(let commission):
            book.say(
                line.isStatedGross
                    ? CostEstimatePhrase.commissionOfGross(percent(commission.shareOfGross))
                    : .commissionOnNet(percent(commission.shareOfGross)))
        }
    }

    // MARK: Subtotals

    /// The lines that share a value, in the order of the table of lines, with their rows there.
    func groups<Value: Hashable>(by value: (EstimateLine) -> Value) -> [(value: Value, rows: [Int])] {
        var groups: [(value: Value, rows: [Int])] = []
        var places: [Value: Int] = [:]
        for (row, line) in sortedLines.enumerated() {
            let key = value(line)
            if let place = places[key] {
                groups[place].rows.append(row)
            } else {
                places[key] = groups.count
                groups.append((key, [row]))
            }
        }
        return groups
    }

    var categories: Table {
        subtotals(
            "categories", .byCategory, .category,
            groups(by: \.category).map { ($0.value == "other" ? book.say(.other) : $0.value, $0.rows) })
    }

    /// `nil` where no line names a phase.
    var phases: Table? {
        guard estimate.lines.contains(where: { $0.phase != nil }) else { return nil }
        return subtotals(
            "phases", .byPhase, .phase,
            groups(by: \.phase).map { ($0.value ?? book.say(CostEstimatePhrase.noPhase), $0.rows) })
    }

    private func subtotals(
        _ id: String, _ title: CostEstimatePhrase, _ head: CostEstimatePhrase, _ groups: [(name: String, rows: [Int])]
    ) -> Table {
        let sorted = sortedLines
        let rows = groups.map { name, rows -> [Cell] in
            let lines = rows.map { sorted[$0] }
            return [
                Cell(name), subtotal(.cost, lines.map(\.cost), rows),
                subtotal(.addition, lines.map { (try? $0.addition()) ?? .zero(currency) }, rows),
                subtotal(.price, lines.map(\.price), rows),
            ]
        }
        let sums = [totals.cost, totals.addition, totals.price].enumerated().map { index, amount in
            book.cell(bare: amount, .strong).computed(by: .sum(rows: rows.indices, column: index + 1))
        }
        return Table(
            id, title: book.say(title),
            columns: [
                Column(book.say(head)), Column(heading(.cost), .money), Column(heading(.addition), .money),
                Column(heading(.price), .money),
            ], rows: rows, totals: [Cell(book.say(.total))] + sums)
    }

    /// Parts of a sum that fits, of amounts that are not negative, fit too.
    private func subtotal(_ column: EstimateLineColumn, _ amounts: [Money], _ rows: [Int]) -> Cell {
        let cell = (try? amounts.total(in: currency)).map { book.cell(bare: $0) } ?? .empty
        return cell.computed(by: .sum(rows.map { CellReference(row: $0, column: column.rawValue, in: "lines") }))
    }
}
