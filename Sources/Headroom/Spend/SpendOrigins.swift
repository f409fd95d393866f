import Diagnostics
import Formats
import MediaSpend
import Store
import WorkTime

/// Which deliveries the figures of a paper come from, and what the gate said of those.
struct SpendOrigins {
    /// The last delivery that counts.
    let asOf: DeliveryID
    /// Of the months that figures of the paper ask for.
    let months: [MonthOrigin]
    /// Of the deliveries among them, by number; those that have none are left out.
    let checks: [Check]

    struct Check {
        let delivery: DeliveryID
        let file: String
        let report: QualityReport
        let delivered: Delivery

        var json: JSONValue {
            [
                "delivery": .integer(Int(delivery.rawValue)), "file": .string(file),
                "checks": report.json(in: delivered.currency),
            ]
        }
    }

    init(of analysis: MonthlyAnalysis, _ choice: DeliveryChoice, in workspace: Workspace) throws {
        let source = analysis.market.source
        let deliveries = try workspace.deliveries(of: source).filter { choice.counts($0.id) }
        guard let last = deliveries.last else { preconditionFailure("figures of “\(source)” come from no delivery") }
        asOf = last.id
        let quality = try workspace.quality(of: source)
        months = try workspace.origins(of: source, choice, quality).filter { analysis.months.window.contains($0.month) }
        let used = Set(months.map(\.delivery))
        checks = deliveries.compactMap { stored in
            guard used.contains(stored.id.rawValue), let report = quality[stored.id]?.report, !report.issues.isEmpty
            else { return nil }
            return Check(
                delivery: stored.id, file: stored.delivery.file, report: report, delivered: stored.delivery)
        }
    }

    var json: [JSONMember] {
        [("asOf", .integer(Int(asOf.rawValue))), ("deliveries", .array(months.map(\.json)))]
    }
}

extension DeliveryChoice {
    /// Figures as they were when a delivery had just been stored; without one, as they are.
    init(asOf delivery: DeliveryID?) { self = delivery.map(DeliveryChoice.asOf) ?? .latest }

    /// Whether a delivery is looked at.
    func counts(_ delivery: DeliveryID) -> Bool {
        switch self {
        case .latest: true
        case .asOf(let last): delivery <= last
        case .only(let one): delivery == one
        }
    }
}

extension SpendQuestion {
    var choice: DeliveryChoice { DeliveryChoice(asOf: asOf) }
}

extension Workspace {
    /// Which delivery each month comes from, and how far it goes by what was said of it.
    fileprivate func origins(
        of source: String, _ choice: DeliveryChoice, _ quality: [DeliveryID: DeliveryQuality]
    ) throws -> [MonthOrigin] {
        try origins(of: source, choice).map { origin in
            var origin = origin
            origin.lastDay = quality[DeliveryID(rawValue: origin.delivery)]?.report.lastDay(of: origin.month)
            return origin
        }
    }

    /// What of some months is known in part.
    func partialMonths(of source: String, _ choice: DeliveryChoice, among months: Set<CivilMonth>) throws -> [Finding] {
        try origins(of: source, choice, quality(of: source)).filter { months.contains($0.month) }.partialFindings
    }
}

extension [MonthOrigin] {
    var partialFindings: [Finding] {
        partial.map { month, lastDay in
            Finding(
                "spend.partial-month", .warning, "\(month) was delivered only up to \(lastDay)",
                advice: "compare it with whole months with care, or import the whole month")
        }
    }
}
