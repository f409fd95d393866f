import Costing
import Formats
import Monetary
import Reports

extension ReconciliationPaper {
    /// The members that `cost reconcile --json` states.
    var json: JSONValue {
        var members: [(key: String, value: JSONValue)] = figures.members
        if let reported {
            members.append(
                (
                    "close",
                    [
                        "edition": .integer(reported.reported.edition), "date": .string("\(reported.reported.date)"),
                        "by": .string(reported.reported.name), "isRestated": .bool(reported.isChanged),
                        "reported": .object(reported.reported.figures.members),
                        "events": .array(reported.events.map { .string($0.id) }),
                    ]
                ))
        } else {
            members += [("close", .null), ("closeReason", "not-closed")]
        }
        members += [
            ("receivables", .array(receivables.map(\.json))), ("payables", .array(payables.map(\.json))),
        ]
        return .object(members)
    }
}

extension Reconciliation {
    fileprivate var members: [(key: String, value: JSONValue)] {
        let total = try? total()
        let headroom: [(key: String, value: JSONValue)] =
            version == nil
            ? [("costHeadroom", .null), ("costHeadroomReason", "nothing-approved")]
            : [("costHeadroom", amount(try? self.headroom()))]
        let against: [(key: String, value: JSONValue)] =
            version.map { [("estimateVersion", .integer($0))] }
            ?? [("estimateVersion", .null), ("estimateVersionReason", "nothing-approved")]
        let head: [(key: String, value: JSONValue)] = [
            ("job", .string(job.rawValue)), ("month", .string(month.description)),
            ("currency", .string(currency.code)),
        ]
        return head + against + [
            ("approvedCost", amount(try? approvedCost())), ("contingency", contingency.json),
            ("total", total?.json ?? .null),
            ("lines", .array(lines.map(\.json))), ("client", .array(client.map(\.json))),
            ("suppliers", .array(suppliers.map(\.json))), ("billed", billed.json), ("retained", retained.json),
            ("retainerUnused", unused.json),
            ("proof", .array(proof.map { ["currency": .string($0.currency.code), "sum": $0.json] })),
        ] + headroom
    }
}

extension ReconciledLine {
    fileprivate var json: JSONValue {
        [
            "line": .string(line.rawValue), "approved": approved.json, "ordered": ordered.json,
            "openCommitment": openCommitment.json, "accrued": accrued.json, "invoiced": invoiced.json,
            "paid": paid.json, "time": time.json, "notInvoiced": notInvoiced.json,
            "payable": amount(try? payable()), "rateDifference": amount(try? rateDifference()),
            "remaining": amount(try? remaining()), "uncommitted": uncommitted.json,
            "forecast": amount(try? forecast()), "headroom": amount(try? headroom()), "billed": billed.json,
        ]
    }
}

extension SettledCurrency {
    fileprivate var json: JSONValue {
        [
            "currency": .string(net.currency.code), "net": net.json, "tax": tax.json, "paid": paid.json,
            "credited": credited.json, "open": open.json, "difference": amount(try? difference()),
        ]
    }
}

extension Ageing {
    fileprivate var json: JSONValue {
        let ages: [(Age, String)] = [
            (.notDue, "notDue"), (.month, "days0To30"), (.twoMonths, "days31To60"), (.threeMonths, "days61To90"),
            (.older, "over90"),
        ]
        var members: [(key: String, value: JSONValue)] = [
            ("party", .string(party)), ("currency", .string(currency.code)), ("total", amount(try? total())),
        ]
        members += ages.map { ($1, amounts[$0.rawValue].json) }
        members.append(("collectionDelayDays", collectionDelay.map { .number($0) } ?? .null))
        if collectionDelay == nil { members.append(("collectionDelayDaysReason", "nothing-paid")) }
        return .object(members)
    }
}

/// A sum of amounts that are checked.
private func amount(_ money: Money?) -> JSONValue { money?.json ?? .null }
