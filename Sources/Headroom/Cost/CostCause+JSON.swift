import Costing
import Formats
import Monetary

extension CostCause {
    /// The gap with all its parts: lines and contingency add up to it.
    var json: JSONValue {
        let head: [JSONMember] = [
            ("version", .integer(version)), ("approved", .string(approvedCost.amount)),
            ("forecast", .string(forecast.amount)), ("contingency", .string(contingency.amount)),
        ]
        let totals = LineCause.Kind.allCases.flatMap { kind in
            jsonMember(kind.rawValue, sum: { () throws(MonetaryFault) in try total(kind) })
        }
        return .object(
            head + jsonMember("gap", sum: { () throws(MonetaryFault) in try gap() }) + [
                ("totals", .object(totals)), ("lines", .array(lines.map(\.json))),
                ("largest", .array(largest().map { .string($0.line.rawValue) })),
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
        let probability: [JSONMember] =
            sign.probability.map { [("probability", .number($0))] }
            ?? [("probability", .null), ("probabilityReason", "certain")]
        return .object(
            [("rule", .string(sign.rule))] + jsonMember("subject", sign.subject.map { .string($0) }, else: "whole-job")
                + [("level", .string(level == .warn ? "warn" : "watch"))] + probability
                + jsonMember("amount", (amount?.amount).map { .string($0) }, else: "not-known")
                + jsonMember("currency", (amount?.currency.code).map { .string($0) }, else: "not-known")
                + [("do", .string(deed.rawValue)), ("by", .string(actBy.description))])
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
                ("quantity", .number(Double(quantity))),
            ] + jsonMember("units", ratio: { () throws(Undefined) in try counted() })
                + jsonMember("unitIndex", ratio: { () throws(Undefined) in try deliveryIndex }))
    }
}

extension LinePacing {
    private func counted() throws(Undefined) -> Rate {
        guard let units else { throw .noUnits }
        return units
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
            ("request", kept.json), ("approvedPrice", .string(approvedPrice.amount)),
            ("probabilityOver", .number(probabilityOver)),
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
        let given =
            [("kind", .string(answer.kind.rawValue))]
            + jsonMember("amount", (answer.amount?.amount).map { .string($0) }, else: "nothing-granted")
            + [("date", .string(answer.date.description)), ("name", .string(answer.name))]
        return .object(facts + [("answer", .object(given))])
    }
}
