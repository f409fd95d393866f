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
            jsonAmount(kind.rawValue) { () throws(MonetaryFault) in try total(kind) }
        }
        return .object(
            head + jsonAmount("gap") { () throws(MonetaryFault) in try gap() } + [
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
            [("rule", .string(sign.rule))] + jsonText("subject", sign.subject, otherwise: "whole-job")
                + [("level", .string(level == .warn ? "warn" : "watch"))] + probability
                + jsonText("amount", amount?.amount, otherwise: "not-known")
                + jsonText("currency", amount?.currency.code, otherwise: "not-known")
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
                ] + jsonMember("index") { () throws(Undefined) in .number(Double(try totals.index)) }
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
            ] + jsonMember("units") { () throws(Undefined) in .number(Double(try counted())) }
                + jsonMember("unitIndex") { () throws(Undefined) in .number(Double(try deliveryIndex)) })
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
            amounts + jsonMember("index") { () throws(Undefined) in .number(Double(try index)) }
                + jsonMember("projected") { () throws(Undefined) in .string(try projectedSpend.amount) }
                + jsonMember("deviation") { () throws(Undefined) in .string(try deviation.amount) }
                + jsonMember("dailyLeft") { () throws(Undefined) in .string(try dailySpendLeft.amount) })
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
            + jsonText("amount", answer.amount?.amount, otherwise: "nothing-granted")
            + [("date", .string(answer.date.description)), ("name", .string(answer.name))]
        return .object(facts + [("answer", .object(given))])
    }
}
