import Formats
import MediaSpend
import Monetary

extension ContactCosts {
    /// What `spend report --json` says of what contacts cost.
    var json: JSONValue {
        [
            "audience": audience.map(JSONValue.string) ?? .null,
            "total": .object(total.json),
            "media": .array(
                media.map { line in
                    .object(
                        [("medium", .string(line.medium))] + line.costs.json
                            + figure("costPerRatingPointChange", line.change))
                }),
            "spendInOtherMedia": otherMedia.json,
            "brands": .array(brands.map { .object([("brand", .string($0.brand))] + $0.costs.json) }),
            "brandsInMedia": .lines(lines, \.json),
        ]
    }
}

extension ContactCosts.Line {
    fileprivate var json: JSONValue {
        .object(
            [("brand", .string(brand)), ("medium", .string(medium))] + costs.json
                + figure("costPerRatingPointChange", change) + figure("shareOfVoice", shareOfVoice)
                + figure("shareOfSpend", shareOfSpend) + figure("costPerRatingPointIndex", ratingPointIndex)
                + figure("costPerThousandIndex", thousandIndex))
    }
}

extension ContactCosts.Costs {
    fileprivate var json: [JSONMember] {
        [("spend", spend.json), ("currency", .string(spend.currency.code))]
            + figure("grossRatingPoints", perRatingPoint.contacts.map { Double($0) })
            + [("spendWithRatingPoints", perRatingPoint.spend.json)]
            + figure("ratingPointsCoverage", perRatingPoint.coverage)
            + figure("costPerRatingPoint", perRatingPoint.cost.map { Double($0) })
            + figure("impressions", perThousand.contacts.map(whole))
            + [("spendWithImpressions", perThousand.spend.json)]
            + figure("impressionsCoverage", perThousand.coverage)
            + figure("costPerThousand", perThousand.cost.map { Double($0) })
    }

    /// Contacts are counted one by one; a count beyond 64 bits is a number all the same.
    private func whole(_ count: Rate) -> JSONValue {
        Int(exactly: count.numerator).map(JSONValue.integer) ?? .number(Double(count))
    }
}
