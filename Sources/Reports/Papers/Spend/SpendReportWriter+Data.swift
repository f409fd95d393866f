import MediaSpend
import WorkTime

extension SpendReportWriter {
    /// What the reader should know of the data: months that are missing, and which delivery each month comes from.
    var data: Section? {
        let blocks =
            partial + [missing, origins.isEmpty ? nil : .table(QualityWords(book).table(origins))].compactMap(\.self)
        return blocks.isEmpty ? nil : Section(heading(.aboutTheData), blocks)
    }

    /// Growth against a part of a month reads like a cut.
    var partialMonths: [SpendSentence] {
        origins.partial(among: analysis.months).map { SpendSentence.partialMonth($0.month, until: $0.lastDay) }
    }

    private var partial: [Block] {
        partialMonths.map {
            .note(Note(book.say($0), advice: book.say(SpendSentence.partialMonthAdvice), tone: .warning))
        }
    }

    private var missing: Block? {
        let missing = analysis.missingMonths
        guard !missing.isEmpty else { return nil }
        return .note(
            Note(
                book.say(SpendSentence.monthsMissing(missing)), advice: book.say(SpendSentence.monthsMissingAdvice),
                tone: .warning))
    }
}
