import Scheduling
public import Workflow

/// A plan after a slip: what has to move and why, what stands, and the price of doing otherwise.
public struct RepairPaper: Paper {
    public let repair: PlanRepair
    /// The plan's file as the reader knows it.
    public let source: String
    /// What was agreed; `nil` for the baseline that the file keeps, if any.
    public let reference: Reference?

    /// Where the dates come from that were told to everybody.
    public enum Reference: Sendable {
        /// A plan's file as the reader knows it.
        case file(String)
        /// A timetable that a client has accepted.
        case accepted(Proposal)
    }

    public init(repair: PlanRepair, source: String, reference: Reference?) {
        self.repair = repair
        self.source = source
        self.reference = reference
    }

    public func report(in book: Phrasebook) -> Report {
        let words = RepairWords(repair, book)
        var facts = [Report.Fact(book.say(.source), source)]
        if repair.hasReference {
            facts.append(.init(book.say(RepairPhrase.reference), origin(book)))
        }
        return Report(
            kind: "plan-repair", language: book.language,
            title: book.say(RepairPhrase.title(repair.before.project.name)), facts: facts, headline: words.headline,
            sections: moving(words) + alternatives(words) + [promises(words), standing(words)] + shifts(words))
    }

    private func origin(_ book: Phrasebook) -> String {
        switch reference {
        case nil: return book.say(RepairPhrase.ownBaseline)
        case .file(let name)?: return name
        case .accepted(let proposal)?:
            let words = proposal.acceptance.map {
                PromisePhrase.acceptedTimetable(proposal.number, $0.date, client: $0.client)
            }
            return book.say(words ?? .timetables)
        }
    }

    private func moving(_ words: RepairWords) -> [Section] {
        guard !repair.repair.moved.isEmpty else { return [] }
        let book = words.book
        let introduction: [Block] =
            repair.repair.isProven ? [.paragraph(book.say(RepairPhrase.toMoveIntroduction))] : []
        return [
            Section(book.say(RepairPhrase.toMove), introduction + [.table(words.movedTable), .list(words.reasons)])
        ]
    }

    private func promises(_ words: RepairWords) -> Section {
        let book = words.book
        let block: Block =
            repair.repair.schedule.deadlines.isEmpty
            ? .paragraph(book.say(PlanPhrase.nothingPromised)) : .table(words.plan.deadlineTable)
        return Section(book.say(PlanPhrase.promises), [block])
    }

    private func standing(_ words: RepairWords) -> Section {
        let book = words.book
        let block: Block =
            words.standing.isEmpty ? .paragraph(book.say(RepairPhrase.noneKept)) : .table(words.standingTable)
        return Section(book.say(RepairPhrase.kept), [block])
    }

    private func shifts(_ words: RepairWords) -> [Section] {
        guard repair.hasReference else { return [] }
        let book = words.book
        guard !repair.shifts.isEmpty else {
            return [Section(book.say(RepairPhrase.shifted), [.paragraph(book.say(RepairPhrase.noShift))])]
        }
        let origins: [Block] = words.origins.map { [.paragraph(book.say($0))] } ?? []
        return [Section(book.say(RepairPhrase.shifted), origins + [.table(words.shiftTable)])]
    }

    private func alternatives(_ words: RepairWords) -> [Section] {
        guard !repair.repair.isComplete else { return [] }
        let book = words.book
        guard !repair.alternatives.ranked.isEmpty else {
            return [Section(book.say(RepairPhrase.alternatives), [.paragraph(book.say(RepairPhrase.noAlternative))])]
        }
        let introduction: [Block] =
            words.shownAlternatives.saves ? [] : [.paragraph(book.say(RepairPhrase.noneSaves))]
        return [
            Section(book.say(RepairPhrase.alternatives), introduction + [.table(words.alternativeTable)] + lists(words))
        ]
    }

    private func lists(_ words: RepairWords) -> [Block] {
        words.combinations.enumerated().flatMap { place, changes -> [Block] in
            [
                .paragraph(words.book.say(RepairPhrase.listed(place + 1))),
                .list(changes.map { words.book.say(words.plan.phrase(for: $0)) }),
            ]
        }
    }
}
