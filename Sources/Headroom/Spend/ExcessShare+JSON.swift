import Formats
import MediaSpend
import WorkTime

extension ExcessShare {
    /// What `spend report --json` says of share of spend against market share.
    var json: JSONValue {
        [
            "from": .string(months.lowerBound.description), "to": .string(months.upperBound.description),
            "brands": .array(
                lines.map { line in
                    .object(
                        [("brand", .string(line.brand)), ("marketShare", .number(line.marketShare))]
                            + figure("shareOfSpend", line.shareOfSpend) + figure("excess", line.excess)
                            + figure("ruleOfThumb", line.ruleOfThumb))
                }),
        ]
    }
}
