import Costing
import Formats
import Monetary

extension CostCause {
    /// The gap with all its parts: lines and contingency add up to it.
    var json: JSONValue {
        .object([
            ("version", .integer(version)), ("approved", .string(approvedCost.amount)),
            ("forecast", .string(forecast.amount)), ("contingency", .string(contingency.amount)),
            ("gap", JSONValue((try? gap())?.amount)),
            (
                "totals",
                .object(LineCause.Kind.allCases.map { ($0.rawValue, JSONValue((try? total($0))?.amount)) })
            ), ("lines", .array(lines.map(\.json))), ("largest", .array(largest().map { .string($0.line.rawValue) })),
        ])
    }
}

extension LineCause {
    fileprivate var json: JSONValue {
        .object(
            [
                ("id", .string(line.rawValue)), ("estimated", .string(estimated.amount)),
                ("forecast", .string(forecast.amount)), ("gap", .string(gap.amount)),
            ] + Kind.allCases.map { ($0.rawValue, .string(self[$0].amount)) })
    }
}

extension CostWarning {
    var json: JSONValue {
        .object([
            ("rule", .string(sign.rule)), ("subject", JSONValue(sign.subject)),
            ("level", .string(level == .warn ? "warn" : "watch")),
            ("probability", sign.probability.map { .number($0) } ?? .null), ("amount", JSONValue(amount?.amount)),
            ("currency", JSONValue(amount?.currency.code)), ("do", .string(deed.rawValue)),
            ("by", .string(actBy.description)),
        ])
    }
}

extension JobPacing {
    /// The members that `cost pace JOB --json` states.
    func answer(of estimate: CostEstimate) -> JSONValue {
        let totals: [JSONMember] =
            (try? totals()).map { totals in
                [
                    ("budget", .string(totals.budget.amount)), ("spend", .string(totals.spend.amount)),
                    ("expected", .string(totals.expected.amount)), ("grossBudget", .string(totals.grossBudget.amount)),
                    ("grossSpend", .string(totals.grossSpend.amount)), ("deviation", .string(totals.deviation.amount)),
                ] + jsonMember("index", ratio: { () throws(Undefined) in try totals.index })
            } ?? []
        return .object([
            ("job", .string(estimate.job.rawValue)), ("currency", .string(currency.code)),
            ("through", .string(today.advanced(by: -1).description)), ("hardCap", .bool(isCapped)),
            ("totals", .object(totals)), ("lines", .array(lines.map(\.json))),
        ])
    }
}

extension LinePacing {
    var json: JSONValue {
        .object(
            [
                ("id", .string(line.rawValue)), ("start", .string(net.flight.lowerBound.description)),
                ("finish", .string(net.flight.upperBound.description)), ("days", .integer(net.days)),
                ("elapsedDays", .integer(net.elapsedDays)), ("net", net.json), ("gross", gross.json),
                ("units", units.map { .number(Double($0)) } ?? .null), ("quantity", .number(Double(quantity))),
            ] + jsonMember("unitIndex", ratio: { () throws(Undefined) in try deliveryIndex }))
    }
}

extension Pacing {
    fileprivate var json: JSONValue {
        let amounts: [JSONMember] = [("budget", .string(budget.amount)), ("spend", .string(spend.amount))]
        return .object(
            amounts + jsonMember("index", ratio: { () throws(Undefined) in try index })
                + jsonMember("projected", amount: { () throws(Undefined) in try projectedSpend })
                + jsonMember("deviation", amount: { () throws(Undefined) in try deviation })
                + jsonMember("dailyLeft", amount: { () throws(Undefined) in try dailySpendLeft }))
    }
}

extension ApprovalRequest {
    /// The members that `cost request JOB --json` states.
    func json(_ kept: KeptRequest) -> JSONValue {
        .object([
            ("job", .string(job.rawValue)), ("client", .string(client)), ("currency", .string(amount.currency.code)),
            ("request", kept.json), ("probabilityOver", .number(probabilityOver)),
            ("alreadyCommitted", .string(alreadyCommitted.amount)),
            (
                "cuts",
                .array(
                    cuts.map {
                        [
                            "line": .string($0.line.rawValue), "available": .string($0.available.amount),
                            "cut": .string($0.cut.amount),
                        ]
                    })
            ), ("causes", causes.json),
        ])
    }
}

extension KeptRequest {
    var json: JSONValue {
        let facts: [JSONMember] = [
            ("number", .integer(number)), ("date", .string(date.description)), ("version", .integer(version)),
            ("approved", .string(approvedCost.amount)), ("forecast", .string(forecast.amount)),
            ("confidence", .number(confidence)), ("amount", .string(amount.amount)), ("price", .string(price.amount)),
            ("currency", .string(amount.currency.code)), ("answerBy", .string(answerBy.description)),
        ]
        guard let answer else { return .object(facts + [("answer", .null), ("answerReason", "not-answered")]) }
        return .object(
            facts + [
                (
                    "answer",
                    [
                        "kind": .string(answer.kind.rawValue), "amount": JSONValue(answer.amount?.amount),
                        "date": .string(answer.date.description), "name": .string(answer.name),
                    ]
                )
            ])
    }
}
