import MediaSpend
import WorkTime

extension SpendReportWriter {
    /// What the reader should know of the data: months that are missing, and which delivery each month comes from.
    var data: Section? {
        let blocks =
            partial + [missing, origins.isEmpty ? nil : .table(QualityWords(book).table(origins))].compactMap(\.self)
        return blocks.isEmpty ? nil : Section(heading(.aboutTheData), blocks)
    }

    /// Of the months that the headline compares: growth against a part of a month reads like a cut.
    var partialMonths: [SpendSentence] {
        let compared = [month, analysis.months.previous, analysis.months.yearAgo]
        return origins.partial.filter { compared.contains($0.month) }.map(sentence)
    }

    /// Whether the month itself is known in part.
    var isPartial: Bool { origins.partial.contains { $0.month == month } }

    private var partial: [Block] {
        origins.partial.map {
            .note(Note(book.say(sentence($0)), advice: book.say(SpendSentence.partialMonthAdvice), tone: .warning))
        }
    }

    private func sentence(_ partial: (month: CivilMonth, lastDay: CivilDay)) -> SpendSentence {
        .partialMonth(partial.month, until: partial.lastDay)
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
