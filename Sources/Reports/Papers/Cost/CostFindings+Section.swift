import Diagnostics

extension [Finding] {
    /// What the reader should know about the input, as cost papers end with; empty where there is nothing.
    func section(_ book: Phrasebook) -> Section {
        let notes = map { finding in
            Note(
                book.say(CostFindingPhrase(finding)), advice: book.say(CostAdvicePhrase(finding)),
                tone: finding.severity == .note ? .neutral : .warning)
        }
        return Section(book.say(.findings), notes.map(Block.note))
    }
}
