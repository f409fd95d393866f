import Costing
import Monetary

extension FinancialStatusWords {
    var causeSection: Section {
        Section(book.say(CostCausePhrase.heading), CauseWords(status.cause, estimate, book).blocks)
    }

    var warningSection: Section {
        let heading = book.say(CostWarningPhrase.heading)
        guard !status.warnings.isEmpty else { return Section(heading, [.paragraph(book.say(CostWarningPhrase.none))]) }
        let notes = status.warnings.prefix(Self.shownWarnings).map { warning in
            let line = lineName(of: warning.sign)
            return Block.note(
                Note(
                    book.say(CostWarningPhrase.sign(warning.sign, line: line, amount: warning.amount)),
                    advice: book.say(CostWarningPhrase.deed(warning.deed, line: line, by: warning.actBy)),
                    tone: warning.level == .warn ? .bad : .warning))
        }
        let left = status.warnings.count - notes.count
        let more = left > 0 ? [Block.paragraph(book.say(CostWarningPhrase.more(left)))] : []
        return Section(heading, [.paragraph(book.say(CostWarningPhrase.introduction))] + notes + more)
    }

    /// A page is read; a hundred warnings are not.
    private static let shownWarnings = 15

    private func lineName(of sign: CostWarning.Sign) -> String {
        switch sign {
        case .invoiceLate(_, let line, _): shortName(line)
        default: sign.subject.map { shortName(LineID($0)) } ?? ""
        }
    }
}

/// The causes of a forecast being told in one language.
struct CauseWords {
    let cause: CostCause
    let estimate: CostEstimate
    let book: Phrasebook

    init(_ cause: CostCause, _ estimate: CostEstimate, _ book: Phrasebook) {
        self.cause = cause
        self.estimate = estimate
        self.book = book
    }

    /// The lines that matter, a picture, and the whole table.
    var blocks: [Block] {
        let sentences = sentences
        guard !sentences.isEmpty else { return [.paragraph(book.say(CostCausePhrase.noGap))] }
        return [
            .paragraph(
                book.say(CostCausePhrase.introduction(version: cause.version, approved: cause.approvedCost))),
            .list(sentences),
        ] + [chart].compactMap(\.self).map { .chart(.bar($0)) } + [.table(table)]
    }

    /// One for each of the three lines that matter most.
    var sentences: [String] { sentences(about: { _ in true }) }

    /// The same among some lines.
    func sentences(about isTold: (EstimateLine?) -> Bool) -> [String] {
        let told = cause.largest(cause.lines.count).filter { isTold(estimate.line($0.line)) }
        return told.prefix(3).compactMap { line in
            guard let kind = line.leading, let size = magnitude(line.gap), let part = magnitude(line[kind]) else {
                return nil
            }
            let name = name(line.line)
            guard part.minorUnits < size.minorUnits else {
                return book.say(
                    line.gap.isNegative
                        ? CostCausePhrase.allCheaper(name, size, kind) : .allDearer(name, size, kind))
            }
            return book.say(
                line.gap.isNegative
                    ? CostCausePhrase.cheaper(name, size, kind, part) : .dearer(name, size, kind, part))
        }
    }

    private func magnitude(_ money: Money) -> Money? { money.isNegative ? try? -money : money }
    private func name(_ line: LineID) -> String { estimate.line(line)?.name ?? line.rawValue }

    /// The causes that play a part, each with its total.
    private var kinds: [(kind: LineCause.Kind, total: Money)] {
        LineCause.Kind.allCases.compactMap { kind in
            guard cause.lines.contains(where: { !$0[kind].isZero }), let total = try? cause.total(kind) else {
                return nil
            }
            return (kind, total)
        }
    }

    private var chart: BarChart? {
        guard let gap = try? cause.gap(), let contingency = try? -cause.contingency else { return nil }
        let bars = kinds.map { bar(CostCausePhrase.kind($0.kind), $0.total) }
        let rest = cause.contingency.isZero ? [] : [bar(CostCausePhrase.contingency, contingency)]
        return BarChart(
            book.say(CostCausePhrase.chart(version: cause.version)),
            summary: book.say(CostCausePhrase.chartSummary(gap: gap)),
            unit: .money(currency: estimate.currency.code),
            bars: bars + rest + [bar(CostCausePhrase.gap, gap, .strong)])
    }

    private func bar(_ phrase: CostCausePhrase, _ money: Money, _ emphasis: Cell.Emphasis = .plain) -> BarChart.Bar {
        BarChart.Bar(
            book.say(phrase), money.approximateUnits, text: book.money(money, code: false, signed: true),
            emphasis: emphasis)
    }

    private var table: Table {
        let kinds = kinds
        let rows = cause.lines.filter { !$0.gap.isZero }.map { line in
            [Cell(name(line.line))] + kinds.map { book.cell(bare: line[$0.kind], signed: true) }
                + [book.cell(bare: line.gap, .strong, signed: true)]
        }
        let contingency = (try? -cause.contingency) ?? cause.contingency
        let reserve =
            [Cell(book.say(CostCausePhrase.contingency))] + kinds.map { _ in Cell("–", emphasis: .muted) }
            + [book.cell(bare: contingency, signed: true)]
        let all = rows + [reserve]
        let totals = kinds.map(\.total) + [(try? cause.gap()) ?? .zero(estimate.currency)]
        return Table(
            "causes", title: book.say(CostCausePhrase.heading),
            columns: [Column(book.say(FinancialPhrase.line))]
                + kinds.map { Column(book.say(CostCausePhrase.kind($0.kind)), .money, importance: .useful) }
                + [
                    Column(
                        book.say(LayoutPhrase.headingWithUnit(book.say(CostCausePhrase.gap), estimate.currency.code)),
                        .money)
                ],
            rows: all,
            totals: [Cell(book.say(.total), emphasis: .strong)]
                + totals.enumerated().map { column, total in
                    book.cell(bare: total, .strong, signed: true)
                        .computed(by: .sum(rows: 0..<all.count, column: column + 1))
                }, remark: book.say(CostCausePhrase.remark))
    }
}
