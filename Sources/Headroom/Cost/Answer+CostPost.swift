public import Costing
import Diagnostics
import Formats
import Interchange
import MediaSpend
public import Monetary
import Reports
import Store
public import WorkTime

extension Answer {
    /// Posts events to the books of jobs, all of them or none.
    ///
    /// - Parameters:
    ///   - inputs: ledger tables.
    ///   - job: whose events these are; `nil` where each line says so.
    ///   - currency: that of the books, where no estimate and no posting says it.
    ///   - day: the day of posting; `nil` takes that of the last event.
    ///   - store: the workspace, which is made when there is none.
    /// - Throws: a ``Rejection`` with every fault, and the books are as they were; ``Failure``.
    public static func costPost(
        _ inputs: [InputFile], job: JobID?, currency: Currency? = nil, on day: CivilDay?, in store: String
    ) throws -> Answer {
        var reading = LedgerReading(of: job, currency: currency)
        for input in inputs { reading.add(input.bytes, file: input.path) }
        let found = reading.findings.inReadingOrder
        // Lines of a file that is no proper table would only be found at fault for that.
        try FindingList(found.filter { !$0.isOfLines }).throwIfErrors()
        let day = day ?? reading.drafts.flatMap(\.rows).map(\.date.value).max() ?? .earliest
        let files = inputs.map { LedgerFile(name: $0.path, digest: ContentDigest(of: $0.bytes.span).description) }
        // What is refused already is held against the books, and makes none.
        let path = FindingList(found).hasErrors && !OutputFile.exists(store) ? nil : store
        let receipts = try keepingLedger(in: path, showing: inputs) {
            try $0.post(reading.drafts, from: files, on: day, after: found)
        }
        let findings = found + showing(receipts.flatMap(\.findings), inputs)
        let postings = receipts.map(PostingPaper.Posting.init)
        return Answer(
            name: "\(receipts.first?.job.fileStem ?? "ledger").posting", findings: findings, isNegative: false,
            body: ["store": .string(store), "jobs": .array(receipts.map(\.json))],
            paper: PostingPaper(postings, workspace: store, findings: findings))
    }

    /// Writes to the workspace; what is rejected shows its lines.
    ///
    /// - Parameter store: `nil` for one that is not kept.
    private static func keepingLedger<Value>(
        in store: String?, showing inputs: [InputFile], _ work: (Workspace) throws -> Value
    ) throws -> Value {
        if let store, let slash = store.lastIndex(of: "/"), slash > store.startIndex {
            try OutputFile.makeFolder(String(store[..<slash]))
        }
        do {
            return try translatingStoreFailures { try work(store.map { try Workspace(at: $0) } ?? .inMemory()) }
        } catch let rejection as Rejection {
            throw Rejection(findings: showing(rejection.findings, inputs))
        }
    }

    private static func showing(_ findings: [Finding], _ inputs: [InputFile]) -> [Finding] {
        guard !findings.isEmpty else { return [] }
        let sources = inputs.map { SourceText(String(decoding: $0.bytes, as: UTF8.self), file: $0.path) }
        return findings.map { finding in sources.reduce(finding) { $1.showing($0) } }
    }
}

extension Finding {
    /// Whether it is about what a line says, and not about how the file is written.
    fileprivate var isOfLines: Bool { id.rawValue.hasPrefix("cost.") }
}

extension PostingReceipt {
    fileprivate var json: JSONValue {
        let number: [JSONMember] =
            batch.map { [("batch", .integer($0))] } ?? [("batch", .null), ("batchReason", "nothing-new")]
        let counts: [JSONMember] = [
            ("currency", .string(currency.code)), ("posted", .integer(events.count)),
            ("skipped", .integer(repeated)), ("postings", .integer(postings)),
        ]
        let kinds = JSONValue.array(
            PostingPaper.Posting(self).kinds.map { kind in
                [
                    "kind": .string(kind.kind.rawValue), "events": .integer(kind.count),
                    "amount": kind.bookAmount.json, "currency": .string(currency.code),
                ]
            })
        return .object(
            [("job", .string(job.rawValue))] + number + counts + [
                ("kinds", kinds),
                ("proof", .array(proof.map { ["currency": .string($0.currency.code), "sum": $0.json] })),
                ("reopened", .array(reopened.map { .string($0.description) })),
            ])
    }
}

extension PostingPaper.Posting {
    fileprivate init(_ receipt: PostingReceipt) {
        var kinds: [CostEvent.Kind: (count: Int, total: MoneyTotal)] = [:]
        for event in receipt.events {
            var kind = kinds[event.kind] ?? (0, MoneyTotal(in: receipt.currency))
            kind.count += 1
            try? kind.total.add(event.bookAmount)
            kinds[event.kind] = kind
        }
        self.init(
            job: receipt.job, batch: receipt.batch,
            kinds: CostEvent.Kind.allCases.compactMap { kind in
                guard let known = kinds[kind], let amount = try? known.total.money() else { return nil }
                return .init(kind: kind, count: known.count, bookAmount: amount)
            },
            posted: receipt.events.count, repeated: receipt.repeated, postings: receipt.postings, proof: receipt.proof,
            reopened: receipt.reopened)
    }
}
