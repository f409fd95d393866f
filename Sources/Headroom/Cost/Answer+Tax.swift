public import Diagnostics
import Formats
import Interchange
public import Monetary
import Reports
public import WorkTime

/// What an agency received and paid for media in a period, and by which table it is taxed.
public struct TaxRequest: Sendable {
    /// With tax.
    public var receipts: Money
    /// With tax.
    public var payments: Money
    /// The day whose rules hold.
    public var day: CivilDay
    /// A table of the seeds.
    public var place: String
    /// A table of one's own; goes before ``place``.
    public var file: InputFile?

    public init(receipts: Money, payments: Money, day: CivilDay, place: String = "china", file: InputFile? = nil) {
        self.receipts = receipts
        self.payments = payments
        self.day = day
        self.place = place
        self.file = file
    }
}

extension Answer {
    /// The taxes and fees of a period, each with its base, relief and proof.
    ///
    /// - Throws: a `Rejection` when the table is wrong or unknown, no rule holds on the day, or amounts are too large.
    public static func tax(of request: TaxRequest) throws(Rejection) -> Answer {
        let (table, found) = try request.table()
        let rules = table.rules(on: request.day)
        guard !rules.isEmpty else {
            throw Rejection(
                "cost.no-tax", "no tax of the table holds on \(request.day)",
                advice: "state another day, or another table")
        }
        let statement: TaxStatement
        do throws(MonetaryFault) {
            statement = try TaxStatement(
                receipts: request.receipts, payments: request.payments, by: rules, on: request.day)
        } catch {
            throw Rejection("cost.overflow", "\(error)", advice: "check the amounts")
        }
        let findings = found + rules.compactMap { $0.unverified(on: request.day) }
        return Answer(
            name: "taxes.\(request.day)", findings: findings, isNegative: false, body: statement.json(by: rules),
            paper: TaxPaper(statement: statement, table: table, findings: findings))
    }
}

extension Rejection {
    /// One error about no place of a file.
    fileprivate init(_ id: FindingID, _ message: String, advice: String) {
        self.init(findings: [Finding(id, .error, message, advice: advice)])
    }
}

extension TaxRequest {
    fileprivate func table() throws(Rejection) -> (table: TaxTable, findings: [Finding]) {
        if let file {
            var findings = FindingList()
            let source = try file.text(findings: &findings)
            try findings.throwIfErrors()
            let (table, more) = try TaxFile.read(source)
            return (table, findings.inReadingOrder + more)
        }
        if let table = TaxTable.seeds[place] { return (table, []) }
        let known = TaxTable.seeds.keys.sorted()
        throw Rejection(
            "cost.unknown-place", "there is no table of taxes for “\(place)”",
            advice: nearestName(to: place, among: known).map { "did you mean “\($0)”?" }
                ?? "use one of: \(known.joined(separator: ", ")), or give a table of your own")
    }
}

extension TaxRule {
    /// A warning where the rule, or the relief that holds on the day, was not looked up in its source.
    fileprivate func unverified(on day: CivilDay) -> Finding? {
        guard !isVerified || relief(on: day).map({ !$0.isVerified }) == true else { return nil }
        let named = [isVerified ? nil : source, relief(on: day).flatMap { $0.isVerified ? nil : $0.source }]
        let sources = named.compactMap { $0?.split(separator: " / ").first.map(String.init) }.joined(separator: "; ")
        return Finding(
            "cost.tax-unverified", .warning, "the rule of “\(id)” for \(day) was not looked up in its source",
            advice: "compare it with \(sources.isEmpty ? "the law" : sources) before you rely on it")
    }
}

extension TaxStatement {
    /// The members that `cost tax --json` states.
    fileprivate func json(by rules: [TaxRule]) -> JSONValue {
        .object([
            ("date", .string(day.description)), ("currency", .string(receipts.currency.code)),
            ("receipts", .string(receipts.amount)), ("mediaPayments", .string(payments.amount)),
            ("due", .string(due.amount)),
            (
                "taxes",
                .array(
                    zip(entries, rules).map { entry, rule in
                        [
                            "id": .string(entry.tax.rawValue), "name": .string(rule.name),
                            "rate": .string(rule.rate.description), "base": .string(entry.base.amount),
                            "charged": .string(entry.charged.amount), "credited": .string(entry.credited.amount),
                            "relief": .string(entry.relief.amount), "due": .string(entry.due.amount),
                            "unusedDeduction": .string(entry.unusedDeduction.amount),
                            "source": rule.source.map(JSONValue.string) ?? .null, "isVerified": .bool(rule.isVerified),
                        ]
                    })
            ),
        ])
    }
}
