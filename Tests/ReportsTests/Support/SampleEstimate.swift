import Costing
import Diagnostics
import Monetary
import WorkTime

@testable import Reports

/// A job of a year with suppliers in three currencies: an approved first version and a change order.
enum SampleEstimate {
    private static func line(
        _ id: String, _ name: String, _ category: String, _ rate: String,
        change: (inout EstimateLineDraft) -> Void = { _ in }
    ) throws -> EstimateLineDraft {
        var line = EstimateLineDraft(
            id: Located(id), name: Located(name), category: Located(category), rate: Located(try Rate(rate)))
        change(&line)
        return line
    }

    private static func lines(spots: Int, clips: String) throws -> [EstimateLineDraft] {
        let fifteen = Rate(percent: 15)
        return [
            try line("tv-north", "TV spots north", "media", "1500") {
                $0.phase = Located("flight 1")
                $0.supplier = Located("North TV")
                ($0.quantity, $0.unit) = (Located(Rate(spots)), Located("spot"))
                ($0.isGross, $0.commission) = (Located(true), Located(fifteen))
            },
            try line("film", "Launch film", "production", "480000") {
                $0.supplier = Located("Harbour Films")
                ($0.currency, $0.markup) = (Located("HKD"), Located(Rate(percent: 10)))
            },
            try line("tv-south", "TV spots south", "media", "1700.55") {
                $0.phase = Located("flight 2")
                $0.supplier = Located("South TV")
                ($0.quantity, $0.unit) = (Located(80), Located("spot"))
                $0.commission = Located(fifteen)
            },
            try line("clips", "Short clips", "production", clips) {
                ($0.currency, $0.quantity, $0.unit) = (Located("USD"), Located(try! Rate("3.5")), Located("day"))
            },
            try line("half", "Half a cent", "production", "0.25") { $0.currency = Located("JOD") },
            try line("fee", "Agency fee", "fee", "30000") {
                ($0.quantity, $0.unit, $0.price) = (Located(12), Located("month"), Located(40_000))
            },
        ]
    }

    private static func exchange(_ code: String, _ rate: String) throws -> ExchangeDraft {
        ExchangeDraft(
            currency: Located(code), rate: Located(try Rate(rate)), date: Located(CivilDay("2026-01-02")!),
            source: Located("Bank of China"))
    }

    static func estimate(version: Int = 1, ceiling: Int = 1_500_000) throws -> CostEstimate {
        let isFirst = version == 1
        var lines = try lines(spots: isFirst ? 120 : 140, clips: isFirst ? "1250.125" : "1300")
        if !isFirst {
            lines[3].name = Located("Short clips, second cut")
            lines.append(try line("radio", "Radio", "media", "25000") { $0.phase = Located("flight 2") })
        }
        return try CostEstimate(
            checking: EstimateDraft(
                name: Located("Spring launch 2026"), job: Located("spring-launch"), client: Located("Example Tea"),
                currency: Located("CNY"), version: Located(version),
                effective: isFirst ? nil : Located(CivilDay("2026-04-01")!),
                reason: isFirst ? nil : Located("Radio in the south, asked for on 20 March"),
                start: Located(CivilDay("2026-01-05")!), finish: Located(CivilDay("2026-12-31")!),
                contingency: Located(.amount(Rate(isFirst ? 60_000 : 50_000))),
                managementReserve: Located(.amount(20_000)), ceiling: Located(Rate(ceiling)),
                exchanges: [
                    exchange("HKD", isFirst ? "0.9215" : "0.93"), exchange("USD", "7.2055"), exchange("JOD", "10.1"),
                ],
                tax: Located(Rate(percent: 6)), lines: lines,
                billing: [
                    BillingStepDraft(
                        name: Located("Retainer"), date: Located(CivilDay("2026-01-10")!),
                        amount: Located(.amount(200_000)), isRetainer: true),
                    BillingStepDraft(
                        name: Located("First invoice"), date: Located(CivilDay("2026-04-30")!),
                        amount: Located(.share(Rate(percent: 25)))),
                ]))
    }

    private static func signOff(_ day: String, _ name: String) -> SignOff {
        SignOff(date: CivilDay("2026-\(day)")!, name: name)
    }

    static func paper(version: Int, ceiling: Int = 1_500_000, findings: [Finding] = []) throws -> EstimatePaper {
        let first = EstimateVersion(
            estimate: try estimate(), proposal: signOff("01-02", "Account service"),
            internalSignOff: signOff("01-03", "Chen Yi"), clientSignOff: signOff("01-05", "Ms Li"))
        let second = EstimateVersion(
            estimate: try estimate(version: 2, ceiling: ceiling), proposal: signOff("03-25", "Account service"))
        let record = EstimateRecord(versions: version == 1 ? [first] : [first, second])
        let shown = version == 1 ? first.estimate : second.estimate
        return EstimatePaper(
            estimate: shown, totals: try EstimateTotals(of: shown), record: record,
            difference: version == 1 ? nil : try EstimateDifference(from: first.estimate, to: shown),
            source: "spring-launch.yaml", findings: findings)
    }
}
