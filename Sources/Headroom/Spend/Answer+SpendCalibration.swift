import Diagnostics
import Formats
import Interchange
import MediaSpend
import Monetary
public import Parallel
import Reports
public import Store
import WorkTime

extension Answer {
    /// How the vendor's estimates of the client's spend stand to what the client paid, by medium.
    ///
    /// - Parameters:
    ///   - actuals: what was paid, see `ActualsFile`.
    ///   - brand: the client's.
    ///   - source: the layout that the data came through; needed only where a workspace holds data of several.
    ///   - asOf: the delivery after which nothing counts; `nil`: all count.
    ///   - store: the workspace that the month files were imported into.
    ///   - workers: the threads that add up; the answer is the same on any number.
    /// - Throws: a `Rejection` with all that is wrong with the file and with names that the data do not know; ``Failure``.
    public static func spendCalibration(
        of actuals: InputFile, brand: String, source: String? = nil, asOf: DeliveryID? = nil, in store: String,
        on workers: Workers = .all
    ) throws -> Answer {
        try translatingSpendFaults {
            let workspace = try Workspace.existing(at: store)
            let market = try workspace.market(of: source, asOf: asOf)
            var reading = FindingList()
            let text = try actuals.text(findings: &reading)
            let payments = try ActualsFile.read(text, in: market.currency)
            let question = SpendQuestion(month: market.months.last ?? CivilMonth(of: .latest), brand: brand)
            let scope = try SpendScope(question, market, in: workspace)
            let filter = CubeFilter(months: Set(payments.map(\.month)), names: [.brand: [brand]])
            let cubes = try workspace.cubes(of: market.source, DeliveryChoice(asOf: asOf), on: workers) { cube in
                (brand: try cube([.medium, .month], filter), all: try cube([.medium], .all))
            }
            guard let cubes else { throw Failure(.ours, store, cause: "the data went away while being read") }
            let findings = try payments.findings(against: market, media: cubes.all.names(in: .medium), in: text)
            let calibration = EstimateCalibration(
                of: brand, cubes.brand,
                payments.map { .init(month: $0.month, medium: $0.medium.value, amount: $0.amount) })
            return Answer(
                name: "spend-calibration", findings: scope.findings + findings, isNegative: false,
                body: calibration.json, paper: CalibratedEstimatesPaper(calibration, basis: market.basis))
        }
    }
}

extension [ActualsFile.Payment] {
    /// What of a file cannot be set against the data.
    ///
    /// - Throws: a `Rejection` with every medium that the data do not know.
    fileprivate func findings(
        against market: MarketData, media: [String], in source: SourceText
    ) throws(Rejection) -> [Finding] {
        var findings = FindingList()
        for payment in self where !media.contains(payment.medium.value) {
            findings.report(
                source.showing(
                    Finding(
                        "spend.unknown-medium", .error, "the data know no medium “\(payment.medium.value)”",
                        advice: nearestName(to: payment.medium.value, among: media).map { "is “\($0)” meant?" }
                            ?? "use one of: \(media.joined(separator: ", "))", at: payment.medium.place)))
        }
        let missing = Set(map(\.month).filter { !market.covers($0) }).sorted()
        if !missing.isEmpty {
            findings.report(
                Finding(
                    "spend.months-missing", .warning, "not delivered, and left out: \(spans(of: missing))",
                    advice: "import their files"))
        }
        try findings.throwIfErrors()
        return findings.inReadingOrder
    }
}

extension EstimateCalibration {
    /// The members that `spend calibrate --json` states.
    var json: JSONValue {
        [
            "brand": .string(brand), "currency": .string(total.paid.currency.code), "media": .lines(media, \.json),
            "total": total.json,
        ]
    }
}

extension EstimateCalibration.Line {
    fileprivate var json: JSONValue {
        .object(
            [
                ("medium", medium.isEmpty ? .null : .string(medium)),
                ("months", .array(months.map { .string($0.description) })), ("estimated", estimated.json),
                ("paid", paid.json),
            ] + figure("factor", factor)
                + zip(EstimateCalibration.confidences, EstimateCalibration.confidences.indices).flatMap {
                    confidence, place -> [JSONMember] in
                    let keys = rangeKeys(confidence)
                    return figure(keys.low, ranges.map { $0[place].lowerBound })
                        + figure(keys.high, ranges.map { $0[place].upperBound })
                })
    }
}
