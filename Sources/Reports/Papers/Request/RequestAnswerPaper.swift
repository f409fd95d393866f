public import Costing
import Monetary
import WorkTime

/// What a client answered to a request, with all requests of the job and what is to be done now. The agency's own paper.
public struct RequestAnswerPaper: Paper {
    /// Of one job, in order, at least one.
    public let requests: [KeptRequest]
    /// The number of the one that was answered now.
    public let number: Int
    public let estimate: CostEstimate
    /// The number that the next version of the estimate has.
    public let nextVersion: Int

    public init(requests: [KeptRequest], number: Int, estimate: CostEstimate, nextVersion: Int) {
        self.requests = requests
        self.number = number
        self.estimate = estimate
        self.nextVersion = nextVersion
    }

    public func report(in book: Phrasebook) -> Report {
        Report(
            kind: "cost-request-answer", language: book.language, title: book.say(RequestPhrase.title(estimate.name)),
            subtitle: estimate.client,
            facts: [
                .init(book.say(FinancialPhrase.job), estimate.job.rawValue),
                .init(book.say(RequestPhrase.number), book.say(RequestPhrase.numbered(number))),
            ], headline: headline(book),
            sections: [Section(book.say(RequestPhrase.number), [.table(table(book))])])
    }

    private func headline(_ book: Phrasebook) -> Report.Headline {
        guard let answer = requests.first(where: { $0.number == number })?.answer else { return Report.Headline([]) }
        let (next, tone): (RequestPhrase, Tone) =
            switch answer.kind {
            case .approved: (.makeChangeOrder(nextVersion), .good)
            case .declined: (.keepWithin, .bad)
            case .withdrawn: (.noFurther, .neutral)
            }
        return Report.Headline(
            [RequestPhrase.answered(answer.kind, answer.amount, answer.date, answer.name), next].map { book.say($0) },
            tone: tone)
    }

    private func table(_ book: Phrasebook) -> Table {
        Table(
            "requests", title: book.say(RequestPhrase.number),
            columns: [
                Column(book.say(RequestPhrase.number), .integer), Column(book.say(RequestPhrase.date), .date),
                Column(book.say(RequestPhrase.asked), .money), Column(book.say(RequestPhrase.answerBy), .date),
                Column(book.say(RequestPhrase.answer)),
            ],
            rows: requests.map { request in
                let answer = request.answer.map {
                    book.say(RequestPhrase.answered($0.kind, $0.amount, $0.date, $0.name))
                }
                return [
                    book.cell(.integer(request.number)), book.cell(request.date, .dated),
                    book.cell(.money(request.amount)),
                    book.cell(request.answerBy, .dated), Cell(answer ?? "–"),
                ]
            })
    }
}
