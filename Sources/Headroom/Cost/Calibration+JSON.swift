import Costing
import Formats

extension Calibration {
    /// The members that `cost calibrate --json` states. Errors and scores are fractions.
    var json: JSONValue {
        [
            "jobs": .array(
                jobs.map { job in
                    [
                        "job": .string(job.id), "name": .string(job.name),
                        "currency": .string(job.series.currency.code),
                        "budgetAtCompletion": .string(job.closed.budget.amount),
                        "finalCost": .string(job.closed.finalCost.amount),
                    ]
                }),
            "learnedFrom": [
                "name": .string(learning.name), "fewestJobs": .integer(learning.fewest),
                "mostJobs": .integer(learning.most),
            ], "methods": .array(scores.map(\.json)),
        ]
    }
}

extension CalibrationScore {
    fileprivate var json: JSONValue {
        let stages = zip(Self.stages, errorByStage).map { stage, error in
            (key: "\(stage)", value: error.map(JSONValue.number) ?? .null)
        }
        return .object(
            [
                ("method", .string(method.name)), ("jobs", .integer(jobs)), ("statuses", .integer(statuses)),
                ("meanAbsoluteError", .number(error)), ("bias", .number(bias)), ("errorByStage", .object(stages)),
                (
                    "warnings",
                    [
                        "at": .number(CalibrationWarnings.stage), "overspends": .integer(warnings.overspends),
                        "hits": .integer(warnings.hits), "falseAlarms": .integer(warnings.falseAlarms),
                    ]
                ),
            ] + (spread.map(\.members) ?? [("spread", .null), ("spreadReason", "median-only")]))
    }
}

extension CalibrationSpread {
    fileprivate var members: [(key: String, value: JSONValue)] {
        let coverages = coverages.map { coverage in
            (
                key: "\(coverage.nominal)",
                value: JSONValue.object([
                    ("actual", .number(coverage.actual)), ("standardError", .number(coverage.standardError)),
                ])
            )
        }
        return [
            (
                "spread",
                .object([
                    ("coverage", .object(coverages)), ("width80", .number(width)),
                    ("continuousRankedProbabilityScore", .number(rankedScore)),
                    ("intervalScore80", .number(intervalScore)), ("brierScore", .number(brierScore)),
                ])
            )
        ]
    }
}
