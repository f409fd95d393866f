public import Costing
public import Monetary
public import WorkTime

/// The books of a job as a journal in plain text, as hledger reads it: a transaction for each event, and for what follows from
/// all of them on the last day, the matching, one more for each line of an order.
///
/// Account names are readable, `cost:tv-north`, and different for different accounts: what has a meaning in a journal is
/// written as a percent sign and its number. Orders stand in accounts of their own under `memorandum`.
public struct JournalText: Sendable {
    public private(set) var text: String

    /// - Parameter day: the last day that counts.
    /// - Throws: `overflow`.
    public init(_ ledger: Ledger, through day: CivilDay) throws(MonetaryFault) {
        text = "; Job: \(Self.comment(ledger.job.rawValue))\n; Through: \(day)\n"
        let entries = try ledger.journal(through: day)
        let currencies = Set(entries.lazy.flatMap { $0.postings.lazy.map(\.amount.currency) })
        for currency in currencies.union([ledger.currency]).sorted() {
            text += "commodity \(Self.amount(Money(minorUnits: 1000 * currency.minorUnitsPerUnit, currency)))\n"
        }
        for (event, postings) in entries { write(event, postings) }
        for posting in try ledger.matchingPostings(on: day).byOrderLine { writeMatching(posting, on: day) }
    }

    // MARK: Transactions

    private mutating func write(_ event: CostEvent, _ postings: [Posting]) {
        let title = "\(event.date) (\(Self.code(event.id))) \(event.kind.rawValue)"
        let remarks = [event.party, event.memo].compactMap(\.self).map(Self.comment).joined(separator: " · ")
        let remark = remarks.isEmpty ? "" : "  ; \(remarks)"
        // What books nothing is told as a remark.
        guard !postings.isEmpty else {
            text += "\n; \(title)\(remark)\n"
            return
        }
        text += "\n\(title)\(remark)\n"
        write(postings)
    }

    private mutating func writeMatching(_ postings: [Posting], on day: CivilDay) {
        text += "\n\(day) matching  ; matching:, cost as accrued on this day\n"
        write(postings)
    }

    private mutating func write(_ postings: [Posting]) {
        for posting in postings { text += "    \(posting.account.journalName)    \(Self.amount(posting.amount))\n" }
    }

    // MARK: Words

    /// `-1234.50 CNY`. A currency without decimals ends in its decimal mark, `1000. JPY`, without which its declaration would
    /// leave open whether a point parts thousands.
    private static func amount(_ money: Money) -> String {
        "\(money.amount)\(money.currency.exponent == 0 ? "." : "") \(money.currency)"
    }

    private static func code(_ id: String) -> String { comment(id).escaped { $0 == "(" || $0 == ")" } }

    /// On one line.
    private static func comment(_ text: String) -> String {
        String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    }
}

extension Account {
    /// The name of the account in a journal, different for different accounts.
    public var journalName: String {
        let code = code
        let parts = [code.party, code.order, code.line?.rawValue].compactMap { $0?.journalPart }
        return ([code.kind.journalName] + parts).joined(separator: ":")
    }
}

extension AccountCode.Kind {
    fileprivate var journalName: String {
        switch self {
        case .cost: "cost"
        case .accrued: "liabilities:accrued"
        case .payable: "liabilities:payable"
        case .receivable: "assets:receivable"
        case .revenue: "revenue"
        case .retainer: "liabilities:retainer"
        case .inputTax: "assets:input-tax"
        case .outputTax: "liabilities:output-tax"
        case .bank: "assets:bank"
        case .timeWorked: "equity:time-worked"
        case .exchange: "equity:exchange"
        case .ordered: "memorandum:ordered"
        case .commitments: "memorandum:commitments"
        }
    }
}

extension String {
    /// A part of the name of an account: no colon, no mark that begins something else, no two spaces in a row.
    fileprivate var journalPart: String {
        var isAfterSpace = true
        var part = escaped { character in
            let isSpace = character == " "
            defer { isAfterSpace = isSpace }
            return ":;%\"|*!()[]".contains(character) || character.isNewline || character == "\t"
                || character.isWhitespace && !isSpace || isSpace && isAfterSpace
        }
        if part.last == " " { part = part.dropLast() + "%20" }
        return part.isEmpty ? "%" : part
    }

    /// Some characters as `%` and the numbers of their bytes.
    fileprivate func escaped(_ isMeant: (Character) -> Bool) -> String {
        reduce(into: "") { text, character in
            guard isMeant(character) else { return text.append(character) }
            for byte in String(character).utf8 {
                text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
    }
}

extension [Posting] {
    /// The postings of each line of an order together: they come one after another and begin with the cost.
    fileprivate var byOrderLine: [[Posting]] {
        var groups: [[Posting]] = []
        for posting in self {
            groups.isEmpty ? groups.append([posting]) : groups[groups.count - 1].append(posting)
            if case .accrued = posting.account, self.last != posting { groups.append([]) }
        }
        return groups.filter { !$0.isEmpty }
    }
}
