import Costing
import Formats
import Monetary
import WorkTime

extension CostEstimate {
    /// The members that `cost estimate --json` and `cost approve --json` state. Amounts are texts in the currency of the
    /// estimate unless another one is named.
    func json(
        _ totals: EstimateTotals, _ record: EstimateRecord, _ difference: EstimateDifference?, store: String
    ) -> JSONValue {
        let kept = record.version(version).flatMap { $0.estimate == self ? $0 : nil }
        return .object(
            [
                ("store", .string(store)), ("job", .string(job.rawValue)), ("name", .string(name)),
                ("client", .string(client)),
            ] + optional("type", type, "not-said") + [
                ("currency", .string(currency.code)), ("version", .integer(version)),
                ("state", .string(kept?.state.rawValue ?? "not-proposed")),
                ("effective", .string(effective.description)),
            ] + optional("reason", reason, "not-said") + [
                ("start", .string(start.description)), ("finish", .string(finish.description)),
                ("totals", totals.json(of: self)), ("lines", .array(lines.map(\.json))),
                ("exchange", .array(exchanges.map(\.json))), ("billing", .array(billing.map(\.json))),
                ("versions", .array(record.versions.map(\.json))),
                ("difference", difference.map(\.json) ?? .null),
            ] + (difference == nil ? [("differenceReason", "no-version-before")] : []))
    }
}

/// A text, or `null` with its reason beside it.
private func optional(_ name: String, _ text: String?, _ reason: String) -> [JSONMember] {
    jsonMember(name, text.map { .string($0) }, else: reason)
}

extension EstimateTotals {
    fileprivate func json(of estimate: CostEstimate) -> JSONValue {
        let headroom = estimate.ceiling.flatMap { try? $0 - askedPrice }
        return .object(
            [
                ("cost", .string(cost.amount)), ("price", .string(price.amount)),
                ("contractAdds", .string(addition.amount)), ("contingency", .string(estimate.contingency.amount)),
                ("approvedCost", .string(approvedCost.amount)), ("askedPrice", .string(askedPrice.amount)),
                ("managementReserve", .string(estimate.managementReserve.amount)),
                ("costWithReserves", .string(costWithReserves.amount)),
            ] + optional("ceiling", estimate.ceiling?.amount, "no-ceiling")
                + optional("ceilingHeadroom", headroom?.amount, "no-ceiling")
                + optional("tax", tax?.amount, "no-tax-stated") + [("billed", .string(billed.amount))])
    }
}

extension EstimateLine {
    fileprivate var json: JSONValue {
        .object(
            [("id", .string(id.rawValue)), ("name", .string(name)), ("category", .string(category))]
                + optional("phase", phase, "not-said") + optional("supplier", supplier, "not-said")
                + [("quantity", .string(quantity.description))] + optional("unit", unit, "lump-sum") + [
                    ("unitCost", .string(unitCost.description)), ("isStatedGross", .bool(isStatedGross)),
                    ("supplierCurrency", .string(supplierCurrency.code)),
                    ("supplierCost", .string(supplierCost.amount)), ("exchangeRate", .string(exchangeRate.description)),
                    ("cost", .string(cost.amount)), ("price", .string(price.amount)), ("basis", basis.json),
                    ("activities", .array(activities.map { .string($0) })),
                ] + optional("start", start?.description, "not-said")
                + optional("finish", finish?.description, "not-said")
                + [("earned", earning.json)])
    }
}

extension PriceBasis {
    fileprivate var json: JSONValue {
        switch self {
        case .passThrough: ["kind": "pass-through"]
        case .fixed: ["kind": "fixed"]
        case .markup(let share): ["kind": "markup", "share": .string(share.description)]
        case .commission(let commission):
            ["kind": "commission", "shareOfGross": .string(commission.shareOfGross.description)]
        }
    }
}

extension EarningRule {
    fileprivate var json: JSONValue {
        switch self {
        case .onFinish: ["kind": "finish"]
        case .halfOnStart: ["kind": "half"]
        case .percentComplete: ["kind": "percent"]
        case .units: ["kind": "units"]
        case .milestones(let milestones): ["kind": "milestones", "milestones": .array(milestones.map(\.json))]
        }
    }
}

extension EarningRule.Milestone {
    fileprivate var json: JSONValue {
        .object(
            [("name", .string(name)), ("share", .string(share.description))]
                + optional("due", due?.description, "not-said"))
    }
}

extension EstimateExchange {
    fileprivate var json: JSONValue {
        .object(
            [("currency", .string(currency.code)), ("rate", .string(rate.description))]
                + optional("date", date?.description, "not-said") + optional("source", source, "not-said"))
    }
}

extension BillingStep {
    fileprivate var json: JSONValue {
        [
            "name": .string(name), "date": .string(date.description), "amount": .string(amount.amount),
            "isRetainer": .bool(isRetainer),
        ]
    }
}

extension EstimateVersion {
    fileprivate var json: JSONValue {
        let totals = try? EstimateTotals(of: estimate)
        return .object(
            [
                ("version", .integer(estimate.version)), ("state", .string(state.rawValue)),
                ("effective", .string(estimate.effective.description)),
            ] + optional("reason", estimate.reason, "not-said")
                + optional("cost", totals?.cost.amount, "too-large")
                + optional("price", totals?.price.amount, "too-large")
                + optional("approvedCost", totals?.approvedCost.amount, "too-large")
                + optional("askedPrice", totals?.askedPrice.amount, "too-large")
                + signature("proposed", proposal, "not-proposed")
                + signature("internal", internalSignOff, "not-signed")
                + signature("client", clientSignOff, "not-signed")
                + signature("abandoned", abandonment, "not-abandoned"))
    }

    private func signature(_ name: String, _ signOff: SignOff?, _ reason: String) -> [JSONMember] {
        guard let signOff else { return [(name, .null), ("\(name)Reason", .string(reason))] }
        return [(name, ["date": .string(signOff.date.description), "by": .string(signOff.name)])]
    }
}

extension EstimateDifference {
    fileprivate var json: JSONValue {
        [
            "from": .integer(former.version), "total": total.json, "contingency": .string(contingency.amount),
            "managementReserve": .string(managementReserve.amount),
            "lines": .array(
                lines.map { line in
                    let kind = line.former == nil ? "added" : line.latter == nil ? "gone" : "changed"
                    return ["id": .string(line.id.rawValue), "kind": .string(kind), "change": line.change.json]
                }),
        ]
    }
}

extension CostChange {
    fileprivate var json: JSONValue {
        [
            "scope": .string(scope.amount), "volume": .string(volume.amount), "rate": .string(rate.amount),
            "exchange": .string(exchange.amount), "cost": .string(cost.amount), "price": .string(price.amount),
        ]
    }
}
