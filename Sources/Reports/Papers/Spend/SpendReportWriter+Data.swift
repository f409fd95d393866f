import MediaSpend
import WorkTime

extension SpendReportWriter {
    /// What the reader should know of the data: months that are missing, and which delivery each month comes from.
    var data: Section? {
        let blocks = [missing, origins.isEmpty ? nil : .table(QualityWords(book).table(origins))].compactMap(\.self)
        return blocks.isEmpty ? nil : Section(heading(.aboutTheData), blocks)
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
