import Costing
import Monetary
import WorkTime

extension FinancialStatusWords {
    /// The chain of each line, figures side by side and none written over another, with the contingency as a row of its own,
    /// so that everything adds up to what was approved.
    var lineTable: Table {
        let rows = outlook.lines.map(row) + [contingencyRow]
        return Table(
            "lines", title: book.say(FinancialPhrase.lines),
            columns: [
                Column(book.say(FinancialPhrase.line)), Column(heading(.approved), .money),
                Column(heading(.ordered), .money, importance: .extra),
                Column(heading(.accrued), .money, importance: .useful),
                Column(heading(.invoiced), .money, importance: .extra),
                Column(heading(.paid), .money, importance: .extra), Column(heading(.forecast), .money),
                Column(heading(.headroom), .money),
            ], rows: rows, totals: totals(below: rows.count), remark: book.say(FinancialPhrase.linesRemark))
    }

    private func row(_ line: LineOutlook) -> [Cell] {
        let standing = status.standing(of: line.line)
        let nothing = Money.zero(currency)
        let headroom = (try? line.headroom()) ?? nothing
        return [
            Cell(name(line.line)), book.cell(bare: line.budget), book.cell(bare: standing?.ordered ?? nothing),
            book.cell(bare: line.accrued), book.cell(bare: standing?.invoiced ?? nothing),
            book.cell(bare: standing?.paid ?? nothing), book.cell(bare: line.atConfidence),
            book.cell(bare: headroom, headroom.isNegative ? .missed : .plain, signed: true),
        ]
    }

    private var contingencyRow: [Cell] {
        let (contingency, nothing) = (estimate.contingency, Cell("–", emphasis: .muted))
        return [
            Cell(book.say(FinancialPhrase.contingency)), book.cell(bare: contingency), nothing, nothing, nothing,
            nothing,
            nothing, book.cell(bare: contingency, signed: true),
        ]
    }

    private func totals(below count: Int) -> [Cell] {
        let standings = outlook.lines.compactMap { status.standing(of: $0.line) }
        let amounts: [Money?] = [
            outlook.approvedCost, try? standings.map(\.ordered).total(in: currency),
            outlook.status.latest.actualCost, try? standings.map(\.invoiced).total(in: currency),
            try? standings.map(\.paid).total(in: currency), outlook.atConfidence, outlook.headroom,
        ]
        return [Cell(book.say(.total), emphasis: .strong)]
            + amounts.enumerated().map { column, amount in
                guard let amount else { return Cell("–") }
                let isHeadroom = column == amounts.count - 1
                return book.cell(
                    bare: amount, isHeadroom && amount.isNegative ? .missed : .strong, signed: isHeadroom
                ).computed(by: .sum(rows: 0..<count, column: column + 1))
            }
    }

    // MARK: Months

    /// Each month end against the version that held then, the latest first.
    var monthTable: Table {
        let readings = Dictionary(
            outlook.status.readings.map { ($0.status.stated.day, $0) }
        ) { first, _ in first }
        let rows = outlook.status.points.reversed().map { point in
            let value = readings[point.day]?.value
            return [
                book.cell(point.day, .dated), book.cell(.integer(point.version)), book.cell(bare: point.budget),
                book.cell(bare: point.plannedValue), book.cell(bare: point.earnedValue),
                book.cell(bare: point.actualCost),
                ratio { () throws(Undefined) in try Self.known(value).costPerformanceIndex },
                ratio { () throws(Undefined) in try Self.known(value).schedulePerformanceIndex },
                ratio { () throws(Undefined) in try Self.schedule(readings[point.day]).performanceIndex },
            ]
        }
        return Table(
            "months", title: book.say(FinancialPhrase.months),
            columns: [
                Column(book.say(FinancialPhrase.month), .date),
                Column(book.say(FinancialPhrase.versionColumn), .integer, importance: .extra),
                Column(heading(.budget), .money, importance: .extra),
                Column(heading(.planned), .money, importance: .useful),
                Column(heading(.earned), .money), Column(heading(.accrued), .money), Column("CPI", .number),
                Column("SPI", .number, importance: .extra), Column("SPI(t)", .number, importance: .useful),
            ], rows: rows, rowLimit: 24, remark: book.say(FinancialPhrase.monthsRemark))
    }

    private static func known(_ value: EarnedValue?) throws(Undefined) -> EarnedValue {
        guard let value else { throw .noPlannedValue }
        return value
    }

    private static func schedule(_ reading: StatusReading?) throws(Undefined) -> EarnedSchedule {
        guard let reading else { throw .noPlannedValue }
        return try reading.schedule.get()
    }

    private func ratio(_ compute: () throws(Undefined) -> Rate) -> Cell {
        do throws(Undefined) {
            return book.cell(.number(Double(try compute()), decimals: 2))
        } catch {
            return book.cell(.absent(reason: book.say(UndefinedPhrase(error))))
        }
    }

    // MARK: The client

    var clientTable: Table {
        let rows: [(FinancialPhrase, Money)] = [
            (.toBeBilled, status.dueToBeBilled), (.sentToClient, status.invoiced), (.received, status.received),
        ]
        return Table(
            "client", title: book.say(FinancialPhrase.clientSide),
            columns: [Column(""), Column(currency.code, .money)],
            rows: rows.map { [Cell(book.say($0.0)), book.cell(bare: $0.1)] })
    }

    // MARK: Indices

    /// The indices of the day, each with what it says, or why it has no value.
    var indexTable: Result<Table, Undefined> {
        figure { () throws(Undefined) in try outlook.status.series }.map { series in
            CostForecastWords(CostOutlook(series, approved: outlook.approvedCost), book).measureTable
        }
    }
}
