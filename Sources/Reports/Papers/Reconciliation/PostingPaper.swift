public import Costing
public import Diagnostics
public import Monetary
public import WorkTime

/// What a posting has brought to the books: by job and kind of event, with the proof that the books balance.
public struct PostingPaper: Paper {
    public let postings: [Posting]
    public let workspace: String
    public let findings: [Finding]

    /// The posting to the books of one job.
    public struct Posting: Hashable, Sendable {
        public let job: JobID
        /// `nil` where all was in the books already.
        public let batch: Int?
        public let kinds: [Kind]
        public let posted: Int
        public let repeated: Int
        public let postings: Int
        public let proof: [Money]
        public let reopened: [CivilMonth]

        public init(
            job: JobID, batch: Int?, kinds: [Kind], posted: Int, repeated: Int, postings: Int, proof: [Money],
            reopened: [CivilMonth]
        ) {
            self.job = job
            self.batch = batch
            self.kinds = kinds
            self.posted = posted
            self.repeated = repeated
            self.postings = postings
            self.proof = proof
            self.reopened = reopened
        }

        /// The events of one kind.
        public struct Kind: Hashable, Sendable {
            public let kind: CostEvent.Kind
            public let count: Int
            /// All amounts before tax, in the currency of the books.
            public let bookAmount: Money

            public init(kind: CostEvent.Kind, count: Int, bookAmount: Money) {
                self.kind = kind
                self.count = count
                self.bookAmount = bookAmount
            }
        }
    }

    public init(_ postings: [Posting], workspace: String, findings: [Finding] = []) {
        self.postings = postings
        self.workspace = workspace
        self.findings = findings
    }

    public func report(in book: Phrasebook) -> Report {
        Report(
            kind: "cost-posting", language: book.language, title: book.say(LedgerPhrase.posted),
            facts: [Report.Fact(book.say(SpendImportPhrase.workspace), workspace)],
            headline: .init(
                postings.flatMap { sentences(on: $0, book) },
                tone: postings.contains { !$0.reopened.isEmpty } ? .warning : .good),
            sections: [
                Section(book.say(LedgerPhrase.events), [.table(kinds(book))]),
                Section(book.say(LedgerPhrase.proof), [.table(proof(book))]),
                findings.section(book),
            ].filter { !$0.blocks.isEmpty })
    }

    private func sentences(on posting: Posting, _ book: Phrasebook) -> [String] {
        var sentences = [
            book.say(
                posting.posted == 0
                    ? LedgerPhrase.nothingNew(posting.job.rawValue, posting.repeated)
                    : .brought(posting.job.rawValue, posting.posted, posting.postings, posting.repeated))
        ]
        if !posting.reopened.isEmpty {
            sentences.append(book.say(LedgerPhrase.reopened(posting.reopened.map { book.month($0) })))
        }
        return sentences
    }

    private func kinds(_ book: Phrasebook) -> Table {
        let rows = postings.flatMap { posting in
            posting.kinds.map { kind in
                [
                    Cell(posting.job.rawValue), Cell(book.say(LedgerPhrase.kind(kind.kind))),
                    book.cell(.integer(kind.count)), book.cell(.money(kind.bookAmount)),
                ]
            }
        }
        return Table(
            "events", title: book.say(LedgerPhrase.events),
            columns: [
                Column(book.say(LedgerPhrase.job)), Column(book.say(LedgerPhrase.kindHead)),
                Column(book.say(LedgerPhrase.count), .integer), Column(book.say(LedgerPhrase.amount), .money),
            ], rows: rows)
    }

    private func proof(_ book: Phrasebook) -> Table {
        let rows = postings.flatMap { posting in
            posting.proof.map { sum in
                [
                    Cell(posting.job.rawValue), Cell(sum.currency.code),
                    book.cell(bare: sum, sum.isZero ? .kept : .missed),
                ]
            }
        }
        return Table(
            "proof", title: book.say(LedgerPhrase.proof),
            columns: [
                Column(book.say(LedgerPhrase.job)), Column(book.say(LedgerPhrase.currency)),
                Column(book.say(LedgerPhrase.allAccounts), .money),
            ], rows: rows)
    }
}
