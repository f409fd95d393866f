public import Costing
import Monetary
import WorkTime

/// The letter that asks the client for approval before a job passes what was approved: amount, reason, options, what happens
/// otherwise, and by when an answer is needed. Ready to send, in the client's language.
///
/// It holds nothing that is the agency's own, such as its management reserve or its margins.
public struct RequestPaper: Paper {
    public let request: ApprovalRequest
    public let number: Int
    public let estimate: CostEstimate

    public init(request: ApprovalRequest, number: Int, estimate: CostEstimate) {
        self.request = request
        self.number = number
        self.estimate = estimate
    }

    public func report(in book: Phrasebook) -> Report {
        let words = RequestWords(request, estimate, book)
        return Report(
            kind: "cost-request", language: book.language, title: book.say(RequestPhrase.title(estimate.name)),
            subtitle: book.say(RequestPhrase.greeting(client: request.client)),
            facts: [
                .init(book.say(FinancialPhrase.job), request.job.rawValue),
                .init(book.say(RequestPhrase.number), book.say(RequestPhrase.numbered(number))),
                .init(book.say(RequestPhrase.date), book.day(request.date)),
                .init(book.say(RequestPhrase.answerBy), book.day(request.answerBy)),
                .init(
                    book.say(RequestPhrase.approvedVersion),
                    book.say(FinancialPhrase.version(request.version, .approved))),
            ], headline: words.headline,
            sections: [
                Section(book.say(RequestPhrase.figures), [.paragraph(words.situation), .table(words.figureTable)]),
                Section(book.say(RequestPhrase.reasonHeading), words.reasons),
                Section(book.say(RequestPhrase.optionsHeading), words.options),
                Section(book.say(RequestPhrase.effectHeading), words.effect),
                Section(
                    book.say(RequestPhrase.signature),
                    [.paragraph(book.say(RequestPhrase.closing)), .table(words.signatures)]),
            ])
    }
}

/// A request for approval being told in one language.
private struct RequestWords {
    let request: ApprovalRequest
    let estimate: CostEstimate
    let book: Phrasebook

    init(_ request: ApprovalRequest, _ estimate: CostEstimate, _ book: Phrasebook) {
        self.request = request
        self.estimate = estimate
        self.book = book
    }

    var headline: Report.Headline {
        let price: RequestPhrase = request.price == request.amount ? .samePrice : .price(request.price)
        return Report.Headline(
            [
                RequestPhrase.ask(request.amount, job: estimate.name), price, .by(request.answerBy),
            ].map { book.say($0) }, tone: .warning)
    }

    var situation: String {
        book.say(
            RequestPhrase.situation(
                approved: request.approvedCost, price: request.approvedPrice, version: request.version,
                forecast: request.forecast,
                confidence: request.confidence, probability: request.probabilityOver))
    }

    var figureTable: Table {
        let draw = request.contingency
        // Reasons are told line by line, so the contingency that takes up a part of them stands apart.
        let parts: [(RequestPhrase, Money)] =
            draw.contingency.isZero ? [] : [(.approvedLines, draw.budget), (.approvedContingency, draw.contingency)]
        let rows: [(RequestPhrase, Money)] =
            parts + [(.approved, request.approvedCost), (.forecast, request.forecast), (.asked, request.amount)]
        return Table(
            "figures", title: book.say(RequestPhrase.figures),
            columns: [Column(book.say(RequestPhrase.figure)), Column(estimate.currency.code, .money)],
            rows: rows.map { [Cell(book.say($0.0)), book.cell(bare: $0.1, $0.1 == request.amount ? .strong : .plain)] })
    }

    /// What a line costs the agency at a price agreed with the client is no business of the client.
    var reasons: [Block] {
        let sentences = CauseWords(request.causes, estimate, book).sentences(about: { $0?.basis != .fixed })
        return sentences.isEmpty ? [.paragraph(book.say(RequestPhrase.reasonNone))] : [.list(sentences)]
    }

    // MARK: Options

    var options: [Block] {
        let table = request.cuts.isEmpty ? [] : [Block.table(cutTable)]
        return [.list([approve, cut, contingency].map { book.say($0) })] + table
    }

    private var approve: RequestPhrase {
        .optionApprove(
            request.amount, total: (try? request.approvedCost + request.amount) ?? request.forecast,
            price: (try? request.approvedPrice + request.price) ?? request.approvedPrice)
    }

    private var cut: RequestPhrase {
        guard !request.cuts.isEmpty, let saved = try? request.cuts.map(\.cut).total(in: estimate.currency) else {
            return .optionCutNothing
        }
        return saved == request.amount ? .optionCut(saved) : .optionCutNotEnough(saved, of: request.amount)
    }

    private var contingency: RequestPhrase {
        let draw = request.contingency
        if draw.contingency.isZero { return .optionContingencyNone }
        return draw.fromContingency == draw.contingency
            ? .optionContingencyGone(draw.contingency)
            : .optionContingency(used: draw.fromContingency, of: draw.contingency)
    }

    private var cutTable: Table {
        Table(
            "cuts", title: book.say(RequestPhrase.cutTable),
            columns: [
                Column(book.say(FinancialPhrase.line)),
                Column(
                    book.say(LayoutPhrase.headingWithUnit(book.say(RequestPhrase.available), estimate.currency.code)),
                    .money),
                Column(
                    book.say(LayoutPhrase.headingWithUnit(book.say(RequestPhrase.cut), estimate.currency.code)), .money),
            ],
            rows: request.cuts.map { cut in
                [
                    Cell(estimate.line(cut.line)?.name ?? cut.line.rawValue), book.cell(bare: cut.available),
                    book.cell(bare: cut.cut),
                ]
            })
    }

    // MARK: Ending

    var effect: [Block] {
        let bound: RequestPhrase =
            request.alreadyCommitted.isZero ? .nothingBound : .bound(request.alreadyCommitted)
        return [
            .paragraph(
                book.list(
                    sentences: [RequestPhrase.effect(request.answerBy.advanced(by: 1)), bound].map { book.say($0) }))
        ]
    }

    var signatures: Table {
        let blank = Cell("", emphasis: .blank)
        return Table(
            "signatures", title: book.say(RequestPhrase.signature),
            columns: [Column(""), Column(book.say(RequestPhrase.signature)), Column(book.say(RequestPhrase.date))],
            rows: [
                [Cell(book.say(RequestPhrase.agency)), blank, blank],
                [Cell(book.say(RequestPhrase.client)), blank, blank],
            ])
    }
}
