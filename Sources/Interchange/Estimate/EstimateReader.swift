import Costing
import Diagnostics
import Formats
import Monetary
import WorkTime

/// Reads the keys of an estimate.
struct EstimateReader {
    private var group: YAMLGroup<EstimateKey>
    private var partFindings: [Finding] = []

    /// - Parameter isTable: whether the lines stand in a table below, so that the head has none.
    init(_ root: YAMLNode, isTable: Bool = false) {
        let keys = isTable ? EstimateKey.allCases.filter { $0 != .lines } : nil
        group = YAMLGroup(root, keys: keys, subject: "cost", owner: "the estimate")
    }

    var findings: [Finding] { group.findings + partFindings }

    /// `nil` for what is no group of keys, which was reported.
    mutating func draft() -> EstimateDraft? {
        guard group.isReadable else { return nil }
        var draft = EstimateDraft(
            at: group.place, name: group.text(.estimate), job: group.text(.job), client: group.text(.client),
            type: group.text(.type), currency: group.text(.currency),
            version: group.read(.version, EstimateWords.version),
            effective: group.read(.effective, EstimateWords.day), reason: group.text(.reason),
            start: group.read(.start, EstimateWords.day), finish: group.read(.finish, EstimateWords.day),
            contingency: group.read(.contingency, EstimateWords.portion),
            managementReserve: group.read(.managementReserve, EstimateWords.portion),
            ceiling: group.read(.ceiling, EstimateWords.number), exchanges: exchanges(),
            tax: group.read(.tax, EstimateWords.share), lines: lines(), billing: billing())
        draft.unread = unread(in: draft)
        return draft
    }

    /// What stands there and cannot be read counts as stated, so that it is not reported as missing too.
    private func unread(in draft: EstimateDraft) -> Set<EstimateDraft.Part> {
        let parts: [(EstimateDraft.Part, EstimateKey, isRead: Bool)] = [
            (.name, .estimate, draft.name != nil), (.client, .client, draft.client != nil),
            (.currency, .currency, draft.currency != nil), (.version, .version, draft.version != nil),
            (.start, .start, draft.start != nil), (.finish, .finish, draft.finish != nil),
            (.lines, .lines, group.node(.lines)?.entries != nil),
        ]
        return Set(parts.filter { group.has($0.1) && !$0.isRead }.map(\.0))
    }

    private mutating func lines() -> [EstimateLineDraft] {
        guard group.node(.lines) != nil else {
            // A key without a value is reported by asking for its entries.
            _ = group.entries(.lines)
            return []
        }
        return (group.entries(.lines) ?? []).map { entry in
            var reader = EstimateLineReader(entry.key, entry.value)
            let line = reader.line()
            partFindings += reader.findings
            return line
        }
    }

    // MARK: Exchange

    /// A rate alone, or with its date, source and the units it is for.
    private mutating func exchanges() -> [ExchangeDraft] {
        guard group.node(.rates) != nil else { return [] }
        return (group.entries(.rates) ?? []).map { entry in
            if let text = entry.value.text {
                let rate = group.attempt(at: entry.value.place) { () throws(TextFault) in
                    try EstimateWords.number(text)
                }
                return ExchangeDraft(currency: entry.key, rate: rate.map { Located($0, at: entry.value.place) })
            }
            var keys = YAMLGroup<ExchangeKey>(entry.value, subject: "cost", owner: "the rate of “\(entry.key.value)”")
            let exchange = ExchangeDraft(
                currency: entry.key, rate: keys.read(.rate, EstimateWords.number),
                per: keys.read(.per, EstimateWords.number), date: keys.read(.date, EstimateWords.day),
                source: keys.text(.source))
            if keys.isReadable, !keys.has(.rate) {
                keys.report(
                    Finding(
                        "cost.no-exchange-rate", .error, "“\(entry.key.value)” states no rate",
                        advice: "add it: {rate: 0.9215}", at: entry.key.place))
            }
            partFindings += keys.findings
            return exchange
        }
    }

    // MARK: Billing

    private mutating func billing() -> [BillingStepDraft] {
        guard let node = group.node(.billing) else { return [] }
        guard let elements = node.elements else {
            group.reportWrongKind(.billing, node, expected: "a list of steps")
            return []
        }
        return elements.map { step($0) }
    }

    private mutating func step(_ node: YAMLNode) -> BillingStepDraft {
        var keys = YAMLGroup<BillingKey>(node, subject: "cost", owner: "a step of the billing")
        var step = BillingStepDraft(
            at: node.place, name: keys.text(.name), date: keys.read(.date, EstimateWords.day),
            amount: keys.read(.amount, EstimateWords.portion)
                ?? keys.read(.share, EstimateWords.share)?
                .map { .share($0) },
            isRetainer: keys.flag(.retainer) ?? false)
        let hasAmount = keys.has(.amount) || keys.has(.share)
        step.isUnread = !keys.isReadable || keys.has(.date) && step.date == nil || hasAmount && step.amount == nil
        if keys.has(.amount), keys.has(.share) {
            keys.report(
                Finding(
                    "cost.several-amounts", .error, "a step of the billing has an amount and a share",
                    advice: "keep one of them", at: node.place))
        }
        partFindings += keys.findings
        return step
    }
}
