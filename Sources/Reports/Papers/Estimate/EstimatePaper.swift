public import Costing
public import Diagnostics

/// An estimate as finance and the client read it: what is asked for against the ceiling, every line with what it costs and
/// what the contract adds, the reserves by their owners, the versions with their signatures, and what changed.
public struct EstimatePaper: Paper {
    public let estimate: CostEstimate
    public let totals: EstimateTotals
    /// All versions that are known, this one too where it is kept.
    public let record: EstimateRecord
    /// Against the version before; `nil` for a first one.
    public let difference: EstimateDifference?
    /// The estimate's file as the reader knows it.
    public let source: String
    /// What the reader should know about the input.
    public let findings: [Finding]

    public init(
        estimate: CostEstimate, totals: EstimateTotals, record: EstimateRecord, difference: EstimateDifference?,
        source: String, findings: [Finding] = []
    ) {
        self.estimate = estimate
        self.totals = totals
        self.record = record
        self.difference = difference
        self.source = source
        self.findings = findings
    }

    public func report(in book: Phrasebook) -> Report {
        let words = EstimatePaperWords(self, book)
        return Report(
            kind: "cost-estimate", language: book.language,
            title: book.say(CostEstimatePhrase.title(estimate.name, version: estimate.version)),
            subtitle: estimate.client, facts: words.facts, headline: words.headline,
            sections: [
                Section(book.say(CostEstimatePhrase.amounts), [.keyFigures(words.keyFigures), .table(words.sums)]),
                Section(
                    book.say(CostEstimatePhrase.subtotals),
                    [.table(words.categories)] + [words.phases].compactMap(\.self).map(Block.table)),
                Section(
                    book.say(CostEstimatePhrase.lines),
                    [.table(words.lines)] + [words.exchanges].compactMap(\.self).map(Block.table)),
                Section(book.say(CostEstimatePhrase.billing), [words.billing].compactMap(\.self).map(Block.table)),
                Section(book.say(CostEstimatePhrase.proof), [.table(words.proof)]),
                Section(book.say(CostEstimatePhrase.changes), [words.changes].compactMap(\.self).map(Block.table)),
                Section(book.say(CostEstimatePhrase.versions), [words.versions].compactMap(\.self).map(Block.table)),
                findings.section(book),
            ].filter { !$0.blocks.isEmpty })
    }
}
