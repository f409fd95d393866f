import Costing
import Formats
import Monetary

extension FinancialStatus {
    /// The members that `cost status JOB --json` states.
    var json: JSONValue {
        let (estimate, version) = (outlook.estimate, outlook.books.current)
        let draw = outlook.reserves
        let head: [JSONMember] = [
            ("job", .string(estimate.job.rawValue)), ("name", .string(estimate.name)),
            ("client", .string(estimate.client)), ("currency", .string(estimate.currency.code)),
            ("statusDate", .string(day.description)),
            (
                "estimate",
                [
                    "version": .integer(estimate.version), "state": .string(version.state.rawValue),
                    "effective": .string(estimate.effective.description),
                ]
            ), ("confidence", .number(outlook.confidence)), ("approved", .string(outlook.approvedCost.amount)),
            ("budgetAtCompletion", .string(draw.budget.amount)), ("contingency", .string(draw.contingency.amount)),
            ("managementReserve", .string(draw.managementReserve.amount)),
            ("costHeadroom", .string(outlook.headroom.amount)), ("forecast", outlook.forecastJSON),
            (
                "reserves",
                [
                    "fromContingency": .string(draw.fromContingency.amount),
                    "fromManagementReserve": .string(draw.fromManagementReserve.amount),
                    "beyond": .string(draw.beyond.amount),
                ]
            ),
        ]
        let tail: [JSONMember] = [
            ("lines", .array(outlook.lines.map(lineJSON))), ("statuses", .array(statusesJSON)),
            ("causes", cause.json), ("warnings", .array(warnings.map(\.json))),
            ("pacing", pacing.map { .array($0.lines.map(\.json)) } ?? .array([])),
            (
                "client",
                [
                    "invoiced": .string(invoiced.amount), "received": .string(received.amount),
                    "dueToBeBilled": .string(dueToBeBilled.amount),
                ]
            ),
        ]
        return .object(head + tail)
    }

    private func lineJSON(_ line: LineOutlook) -> JSONValue {
        let standing = standing(of: line.line)
        let value = outlook.status.latest.line(line.line)
        let nothing = Money.zero(outlook.estimate.currency).amount
        let chain: [JSONMember] = [
            ("approved", .string(line.budget.amount)), ("ordered", .string(standing?.ordered.amount ?? nothing)),
            ("accrued", .string(line.accrued.amount)), ("invoiced", .string(standing?.invoiced.amount ?? nothing)),
            ("paid", .string(standing?.paid.amount ?? nothing)),
            ("openCommitment", .string(line.openCommitment.amount)), ("uncommitted", .string(line.uncommitted.amount)),
            ("notBought", .string(line.notBought.amount)),
        ]
        let name = jsonMember(
            "name", (outlook.estimate.line(line.line)?.name).map { .string($0) }, else: "not-in-estimate")
        let late: [JSONMember] =
            line.lateInvoice.map {
                [
                    (
                        "lateInvoice",
                        ["amount": .string($0.amount.amount), "probability": .number($0.probability)]
                    )
                ]
            } ?? [("lateInvoice", .null), ("lateInvoiceReason", "all-booked-or-ordered")]
        let ends: [JSONMember] = [
            ("plannedValue", .string(value?.plannedValue.amount ?? nothing)),
            ("earnedValue", .string(line.earnedValue.amount)), ("progressReported", .bool(line.isReported)),
            ("forecastMedian", .string(line.median.amount)), ("forecast", .string(line.atConfidence.amount)),
        ]
        return .object(
            [("id", .string(line.line.rawValue))] + name + chain + late + ends
                + jsonMember("headroom", sum: { () throws(MonetaryFault) in try line.headroom() }))
    }

    private var statusesJSON: [JSONValue] {
        let readings = Dictionary(
            outlook.status.readings.map { ($0.status.stated.day, $0) }
        ) { first, _ in first }
        return outlook.status.points.map { point in
            let amounts: [JSONMember] = [
                ("statusDate", .string(point.day.description)), ("version", .integer(point.version)),
                ("budgetAtCompletion", .string(point.budget.amount)),
                ("plannedValue", .string(point.plannedValue.amount)),
                ("earnedValue", .string(point.earnedValue.amount)), ("accruedCost", .string(point.actualCost.amount)),
            ]
            return .object(amounts + readings[point.day].monthMembers)
        }
    }
}

extension JobOutlook {
    fileprivate var forecastJSON: JSONValue {
        let base: [JSONMember] = [
            ("median", .string(median.amount)), ("atConfidence", .string(atConfidence.amount)),
            ("quantiles", .object(quantiles.map { ("\($0.probability)", .string($0.cost.amount)) })),
            (
                "probabilityOver",
                .object(probabilityOver.map { ($0.share == 0 ? "0" : "\($0.share)", .number($0.probability)) })
            ),
            ("expectedOverspend", .string(expectedOverspend.amount)),
        ]
        switch factor.basis {
        case .jobAlone:
            return .object(base + [("referenceClass", .null), ("referenceClassReason", "no-reference-class")])
        case .referenceClass(let name, let jobs):
            return .object(base + [("referenceClass", ["name": .string("\(name)"), "jobs": .integer(jobs)])])
        }
    }
}

extension StatusReading? {
    /// What each month of a status states; where nothing was budgeted yet each figure is `null` with the reason.
    fileprivate var monthMembers: [JSONMember] {
        StatusReading.indexMembers(known)
            + jsonMember("earnedSchedule", ratio: { () throws(Undefined) in try known().schedule.get().earned })
            + jsonMember(
                "scheduleIndexInTime", ratio: { () throws(Undefined) in try known().schedule.get().performanceIndex })
            + [StatusReading.estimateMember(known)]
    }

    private func known() throws(Undefined) -> StatusReading {
        guard let self else { throw .noPlannedValue }
        return self
    }
}
