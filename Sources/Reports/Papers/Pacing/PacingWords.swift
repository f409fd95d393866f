import Costing
import Monetary
import WorkTime

/// The pace of media being told in one language.
struct PacingWords {
    let pacing: JobPacing
    let estimate: CostEstimate
    let book: Phrasebook

    init(_ pacing: JobPacing, _ estimate: CostEstimate, _ book: Phrasebook) {
        self.pacing = pacing
        self.estimate = estimate
        self.book = book
    }

    /// Within so much of 1 a flight is on pace.
    private static let tolerance = 0.05

    // MARK: Headline

    var headline: Report.Headline {
        guard !pacing.lines.isEmpty else { return Report.Headline([book.say(PacingPhrase.noMedia)]) }
        guard let totals = try? pacing.totals(), let index = try? Double(totals.index) else {
            return Report.Headline([book.say(PacingPhrase.notBegun)])
        }
        let isOff = abs(index - 1) > Self.tolerance
        let pace: PacingPhrase =
            if !isOff { .onPace(index: index, spend: totals.spend, expected: totals.expected) } else if index > 1 {
                .fast(index: index, spend: totals.spend, expected: totals.expected)
            } else { .slow(index: index, spend: totals.spend, expected: totals.expected) }
        return Report.Headline(
            [book.say(pace), book.say(ending(totals.deviation))], tone: isOff ? .warning : .good)
    }

    private func ending(_ deviation: Money) -> PacingPhrase {
        if deviation.isZero { return .endsExact }
        guard deviation.isNegative, let under = try? -deviation else { return .endsOver(deviation) }
        return .endsUnder(under)
    }

    // MARK: Blocks

    var blocks: [Block] {
        let remarks = pacing.isCapped ? [Block.note(Note(book.say(PacingPhrase.cappedRemark)))] : []
        return [.table(netTable)] + [chart].compactMap(\.self).map { .chart(.bar($0)) } + remarks + [.table(grossTable)]
    }

    private var netTable: Table {
        Table(
            "pacing", title: book.say(PacingPhrase.heading),
            columns: [
                Column(book.say(FinancialPhrase.line)), Column(book.say(PacingPhrase.flight), importance: .extra),
                Column(book.say(PacingPhrase.days), alignment: .trailing, importance: .useful),
                Column(heading(.budget), .money), Column(heading(.expected), .money, importance: .useful),
                Column(heading(.spend), .money), Column(book.say(PacingPhrase.index), .percent),
                Column(heading(.projected), .money, importance: .useful), Column(heading(.deviation), .money),
                Column(heading(.daily), .money, importance: .extra),
            ], rows: pacing.lines.map(netRow), totals: netTotals,
            remark: book.say(PacingPhrase.netRemark(pacing.through)))
    }

    private func netRow(_ line: LinePacing) -> [Cell] {
        let net = line.net
        return [
            Cell(name(line.line)),
            Cell("\(book.day(net.flight.lowerBound, .brief)) – \(book.day(net.flight.upperBound, .brief))"),
            Cell("\(net.elapsedDays)/\(net.days)"), book.cell(bare: net.budget),
            money { () throws(Undefined) in try expected(net) }, book.cell(bare: net.spend),
            index { () throws(Undefined) in try net.index },
            money { () throws(Undefined) in try net.projectedSpend },
            money(signed: true) { () throws(Undefined) in try net.deviation },
            money { () throws(Undefined) in try net.dailySpendLeft },
        ]
    }

    private var netTotals: [Cell]? {
        guard let totals = try? pacing.totals(), pacing.lines.count > 1 else { return nil }
        return [
            Cell(book.say(.total), emphasis: .strong), .empty, .empty, book.cell(bare: totals.budget, .strong),
            book.cell(bare: totals.expected, .strong), book.cell(bare: totals.spend, .strong),
            index { () throws(Undefined) in try totals.index }, .empty,
            book.cell(bare: totals.deviation, .strong, signed: true), .empty,
        ]
    }

    private var grossTable: Table {
        Table(
            "pacing-gross", title: book.say(PacingPhrase.gross),
            columns: [
                Column(book.say(FinancialPhrase.line)), Column(heading(.grossBudget), .money),
                Column(heading(.grossSpend), .money), Column(book.say(PacingPhrase.index), .percent),
                Column(book.say(PacingPhrase.units), alignment: .trailing),
                Column(book.say(PacingPhrase.unitIndex), .percent),
            ],
            rows: pacing.lines.map { line in
                [
                    Cell(name(line.line)), book.cell(bare: line.gross.budget), book.cell(bare: line.gross.spend),
                    index { () throws(Undefined) in try line.gross.index }, Cell(units(line)),
                    index { () throws(Undefined) in try line.deliveryIndex },
                ]
            }, remark: book.say(PacingPhrase.grossRemark))
    }

    private func units(_ line: LinePacing) -> String {
        guard let units = line.units else { return "–" }
        return "\(number(units)) / \(number(line.quantity))" + (line.unit.map { " \($0)" } ?? "")
    }

    private func number(_ rate: Rate) -> String {
        rate.denominator == 1 ? book.integer(Int(clamping: rate.numerator)) : book.number(Double(rate), decimals: 2)
    }

    private var chart: BarChart? {
        let known = pacing.lines.compactMap { line in (try? line.net.index).map { (name(line.line), Double($0)) } }
        guard known.count > 1 else { return nil }
        return BarChart(
            book.say(PacingPhrase.chart), summary: book.say(PacingPhrase.chartSummary), unit: .percent,
            bars: known.map { name, index in
                BarChart.Bar(
                    name, index, text: book.percent(index, decimals: 0), reference: 1,
                    emphasis: abs(index - 1) > Self.tolerance ? .missed : .plain)
            }, referenceLabel: book.percent(1, decimals: 0))
    }

    // MARK: Cells

    private func heading(_ phrase: PacingPhrase) -> String {
        book.say(LayoutPhrase.headingWithUnit(book.say(phrase), pacing.currency.code))
    }

    private func name(_ line: LineID) -> String { estimate.line(line)?.name ?? line.rawValue }

    private func expected(_ net: Pacing) throws(Undefined) -> Money {
        do { return try net.expectedSpend() } catch { throw .tooLarge }
    }

    private func money(signed: Bool = false, _ compute: () throws(Undefined) -> Money) -> Cell {
        do throws(Undefined) {
            return book.cell(bare: try compute(), signed: signed)
        } catch {
            return book.cell(.absent(reason: book.say(UndefinedPhrase(error))))
        }
    }

    private func index(_ compute: () throws(Undefined) -> Rate) -> Cell {
        do throws(Undefined) {
            let index = Double(try compute())
            return book.cell(.percent(index, decimals: 1), abs(index - 1) > Self.tolerance ? .missed : .plain)
        } catch {
            return book.cell(.absent(reason: book.say(UndefinedPhrase(error))))
        }
    }
}
