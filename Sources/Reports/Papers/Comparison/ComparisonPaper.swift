public import Scheduling

/// What moved between two plans and why: for a planner who has to tell others.
public struct ComparisonPaper: Paper {
    public let comparison: PlanComparison
    /// The plans' files as the reader knows them.
    public let oldSource: String
    public let newSource: String

    public init(comparison: PlanComparison, oldSource: String, newSource: String) {
        self.comparison = comparison
        self.oldSource = oldSource
        self.newSource = newSource
    }

    public func report(in book: Phrasebook) -> Report {
        let words = ComparisonWords(comparison, book)
        let causes = Section(book.say(ComparisonPhrase.causes), [.list(words.causes)])
        let lists = [
            Section(
                book.say(ComparisonPhrase.comeAndGone), words.comeAndGone.isEmpty ? [] : [.list(words.comeAndGone)]),
            Section(book.say(ComparisonPhrase.criticality), words.criticalityChanges.map(Block.paragraph)),
            Section(book.say(.findings), words.new.findingNotes.map(Block.note)),
        ]
        return Report(
            kind: "plan-diff", language: book.language,
            title: book.say(ComparisonPhrase.title(comparison.new.project.name)),
            facts: [
                .init(book.say(ComparisonPhrase.oldPlan), oldSource),
                .init(book.say(ComparisonPhrase.newPlan), newSource),
            ], headline: words.headline,
            sections: (comparison.moved.isEmpty ? [] : [causes]) + [moved(words), promises(words)]
                + lists.filter { !$0.blocks.isEmpty })
    }

    private func moved(_ words: ComparisonWords) -> Section {
        let book = words.book
        let blocks: [Block] =
            comparison.moved.isEmpty
            ? [.paragraph(book.say(ComparisonPhrase.noneMoved))] : [.table(words.movedTable)]
        return Section(book.say(ComparisonPhrase.moved), blocks)
    }

    private func promises(_ words: ComparisonWords) -> Section {
        let book = words.book
        let block: Block =
            comparison.promises.isEmpty ? .paragraph(book.say(PlanPhrase.nothingPromised)) : .table(words.promiseTable)
        return Section(book.say(PlanPhrase.promises), [block])
    }
}
