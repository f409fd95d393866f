import MediaSpend
import WorkTime

extension SpendReportWriter {
    /// What the reader should know of the data: months that are missing.
    var data: Section? {
        let missing = analysis.missingMonths
        guard !missing.isEmpty else { return nil }
        return Section(
            heading(.aboutTheData),
            [
                .note(
                    Note(
                        book.say(SpendSentence.monthsMissing(missing)),
                        advice: book.say(SpendSentence.monthsMissingAdvice), tone: .warning))
            ])
    }
}
