public import MediaSpend

/// What was understood of a month file that no layout is known for: its columns, and what the file does not say.
public struct LayoutProposalPaper: Paper {
    public let proposal: LayoutProposal
    public let file: String

    public init(_ proposal: LayoutProposal, file: String) {
        self.proposal = proposal
        self.file = file
    }

    public func report(in book: Phrasebook) -> Report {
        let assumed = proposal.assumptions.map { book.say(LayoutProposalPhrase.assumption($0)) }
        return Report(
            kind: "layout-proposal", language: book.language, title: book.say(LayoutProposalPhrase.title),
            facts: [
                Report.Fact(book.say(LayoutProposalPhrase.file), file),
                Report.Fact(book.say(LayoutProposalPhrase.encoding), proposal.encoding.rawValue),
                Report.Fact(
                    book.say(LayoutProposalPhrase.delimiter),
                    book.say(LayoutProposalPhrase.delimiterName(proposal.delimiter))),
            ],
            headline: .init(
                [
                    book.say(LayoutProposalPhrase.understood(header: proposal.headerLine, lines: proposal.lines)),
                    book.say(LayoutProposalPhrase.next(assumptions: assumed.count)),
                ], tone: assumed.isEmpty ? .neutral : .warning),
            sections: [Section(book.say(LayoutProposalPhrase.columns), [.table(table(book))])]
                + (assumed.isEmpty ? [] : [Section(book.say(LayoutProposalPhrase.assumptions), [.list(assumed)])]))
    }

    private func table(_ book: Phrasebook) -> Table {
        let rows = proposal.columns.map { column in
            [
                Cell(column.name), Cell(book.say(LayoutProposalPhrase.role(column.role))),
                Cell(book.say(LayoutProposalPhrase.kind(column.kind))), Cell(column.examples.joined(separator: " | ")),
            ]
        }
        return Table(
            "columns", title: book.say(LayoutProposalPhrase.columns),
            columns: [
                Column(book.say(LayoutProposalPhrase.column)), Column(book.say(LayoutProposalPhrase.readAs)),
                Column(book.say(LayoutProposalPhrase.contents), importance: .extra),
                Column(book.say(LayoutProposalPhrase.examples)),
            ], rows: rows)
    }
}
