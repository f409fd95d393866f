public import Costing
import Diagnostics
import Monetary
import WorkTime

/// How the media of a job keeps pace with its flights: net, gross and in units, with what the flights come to.
public struct PacingPaper: Paper {
    public let pacing: JobPacing
    public let estimate: CostEstimate

    public init(pacing: JobPacing, estimate: CostEstimate) {
        self.pacing = pacing
        self.estimate = estimate
    }

    public func report(in book: Phrasebook) -> Report {
        let words = PacingWords(pacing, estimate, book)
        return Report(
            kind: "media-pacing", language: book.language, title: book.say(PacingPhrase.title(estimate.name)),
            subtitle: estimate.client,
            facts: [
                .init(book.say(FinancialPhrase.job), estimate.job.rawValue),
                .init(book.say(PacingPhrase.dataThrough), book.day(pacing.through)),
                .init(
                    book.say(PacingPhrase.calendar),
                    book.say(pacing.calendar.isEven ? PacingPhrase.even : .weighted)),
                .init(book.say(PacingPhrase.cap), book.say(pacing.isCapped ? PacingPhrase.capped : .uncapped)),
            ], headline: words.headline,
            sections: pacing.lines.isEmpty ? [] : [Section(book.say(PacingPhrase.heading), words.blocks)])
    }
}
