public import Scheduling

/// Whether a plan is sound, whatever its dates: the fourteen points, and what to mend.
public struct HealthPaper: Paper {
    public let check: HealthCheck
    /// The plan's file as the reader knows it.
    public let source: String

    public init(check: HealthCheck, source: String) {
        self.check = check
        self.source = source
    }

    public func report(in book: Phrasebook) -> Report {
        let words = HealthWords(check, book)
        let findings = Section(book.say(.findings), words.plan.findingNotes.map(Block.note))
        return Report(
            kind: "plan-check", language: book.language,
            title: book.say(HealthPhrase.title(check.schedule.project.name)),
            facts: [
                .init(book.say(.source), source),
                .init(book.say(PlanPhrase.activityCount), book.integer(check.schedule.activities.count)),
            ], headline: headline(words),
            sections: [points(words), violations(words)] + (findings.blocks.isEmpty ? [] : [findings]))
    }

    // MARK: Headline

    private func headline(_ words: HealthWords) -> Report.Headline {
        let book = words.book
        let applicable = check.points.count { $0.status != .notApplicable }
        let failed = check.points.filter { $0.status == .fail }.map(words.name)
        let lead: HealthPhrase =
            failed.isEmpty ? .allPass(applicable) : .someFail(failed.count, of: applicable, failed)
        let tone: Tone = !failed.isEmpty ? .bad : check.violations.isEmpty ? .good : .warning
        return Report.Headline([book.say(lead), book.say(rules(words))], tone: tone)
    }

    private func rules(_ words: HealthWords) -> HealthPhrase {
        guard !check.violations.isEmpty else { return .noRuleBroken }
        let broken = HealthViolation.Rule.allCases.filter { rule in check.violations.contains { $0.rule == rule } }
        return .rulesBroken(check.violations.count, broken.map(words.name))
    }

    // MARK: Sections

    private func points(_ words: HealthWords) -> Section {
        let book = words.book
        let note: [Block] = check.countsFinished ? [.paragraph(book.say(HealthPhrase.countsFinished))] : []
        return Section(book.say(HealthPhrase.points), note + [.table(words.pointTable), .list(words.countings)])
    }

    private func violations(_ words: HealthWords) -> Section {
        let book = words.book
        let table = words.violationTable
        let gaveUp: [Block] = check.gaveUpOnRedundantLinks ? [.note(Note(book.say(HealthPhrase.gaveUp)))] : []
        return Section(
            book.say(HealthPhrase.violations),
            (table.rows.isEmpty
                ? [.paragraph(book.say(HealthPhrase.nothingToMend))] : [.list(words.groups), .table(table)]) + gaveUp)
    }
}
