import Formats
import MediaSpend
import Monetary
import WorkTime

extension Flighting {
    /// The member `flights` of `spend report --json`. Periods are named by their first day.
    var json: JSONValue {
        .object(
            [
                ("unit", .string(periods.unit.rawValue)),
                ("from", .string(periods.window.lowerBound.description)),
                ("through", .string(periods.window.upperBound.description)),
                ("allowedGap", .integer(allowedGap)),
                ("periods", .array(periods.days.indices.map(periodJSON))),
                ("brands", .array(brands.map(brandJSON))), ("overlap", .array(overlaps.map(\.json))),
            ] + (client == nil ? [] : figure("contested", contested)))
    }

    private func periodJSON(_ place: Int) -> JSONValue {
        [
            "from": start(place), "through": .string(periods.days[place].upperBound.description),
            "delivered": .bool(periods.isDelivered[place]),
        ]
    }

    private func start(_ place: Int) -> JSONValue { .string(periods.days[place].lowerBound.description) }
    private func end(_ place: Int) -> JSONValue { .string(periods.days[place].upperBound.description) }

    private func brandJSON(_ brand: BrandFlights) -> JSONValue {
        .object(
            [("brand", .string(brand.brand)), ("isClient", .bool(brand.brand == client))]
                + members(brand.allMedia) + [
                    (
                        "media",
                        .array(
                            brand.media.map { .object([("medium", .string($0.medium))] + members($0.airTime)) })
                    )
                ])
    }

    private func members(_ airTime: AirTime) -> [JSONMember] {
        let counts: [JSONMember] = [
            ("spend", airTime.total.json), ("currency", .string(airTime.total.currency.code)),
            ("periodsOnAir", .integer(airTime.count(.on))), ("periodsOffAir", .integer(airTime.count(.off))),
            ("periodsUnknown", .integer(airTime.count(.unknown))),
        ]
        let lists: [JSONMember] = [
            ("longestHiatus", airTime.longestHiatus.map { .integer($0.count) } ?? .null),
            ("state", stateJSON(airTime.state)), ("flights", .array(airTime.flights.map(flightJSON))),
            (
                "hiatuses",
                .array(
                    airTime.hiatuses.map {
                        ["from": start($0.lowerBound), "through": end($0.upperBound), "periods": .integer($0.count)]
                    })
            ),
            (
                "weights",
                .array(zip(airTime.presence, airTime.spend).map { $0 == .unknown ? .null : $1.json })
            ),
        ]
        return counts + figure("meanWeight", airTime.meanWeight.map(\.json)) + lists
    }

    private func flightJSON(_ flight: Flight) -> JSONValue {
        [
            "from": start(flight.periods.lowerBound), "through": end(flight.periods.upperBound),
            "periods": .integer(flight.periods.count), "periodsOnAir": .integer(flight.periodsOnAir),
            "spend": flight.spend.json, "insertions": flight.insertions.map { .integer(Int($0)) } ?? .null,
            "mayBeginEarlier": .bool(flight.mayBeginEarlier), "mayGoOn": .bool(flight.mayGoOn),
        ]
    }

    private func stateJSON(_ state: AirState) -> JSONValue {
        switch state {
        case .on(let since, let atLeast): ["is": "on", "since": start(since), "orEarlier": .bool(atLeast)]
        case .off(let since): ["is": "off", "since": start(since)]
        case .neverOn: ["is": "never-on"]
        case .unknown: ["is": "unknown"]
        }
    }
}

extension FlightOverlap {
    fileprivate var json: JSONValue {
        .object(
            [
                ("rival", .string(rival)), ("medium", medium.map(JSONValue.string) ?? .null),
                ("sharedPeriods", .integer(sharedPeriods)),
            ] + figure("ofRivalPeriods", ofRivalPeriods) + figure("ofRivalSpend", ofRivalSpend)
                + figure("ofClientPeriods", ofClientPeriods) + figure("ofClientSpend", ofClientSpend))
    }
}

extension BuyingPatterns {
    /// The member `patterns`; what no row states is `null`.
    var json: JSONValue {
        [
            "month": .string(month.description), "daypart": dayparts?.json ?? .null, "adLength": lengths?.json ?? .null,
            "thirtySecondSpots": equivalents.first.map { whole in
                ["set": whole.json, "brands": .array(equivalents.dropFirst().map(\.brandJSON))]
            } ?? .null,
        ]
    }
}

extension SpendPattern {
    fileprivate var json: JSONValue {
        .object([
            ("set", .object(members(of: set))),
            ("brands", .array(brands.map { .object([("brand", .string($0.brand))] + members(of: $0)) })),
        ])
    }

    private func members(of line: Line) -> [JSONMember] {
        let parts = parts.enumerated().map { place, part -> JSONValue in
            .object(
                [("name", .string(part))] + figure("share", line.shares[place])
                    + (line.indices.isEmpty ? [] : figure("index", line.indices[place])))
        }
        return [("stated", line.stated.json), ("currency", .string(line.stated.currency.code))]
            + figure("statedShare", line.statedShare) + [("parts", .array(parts))]
    }
}

extension LengthEquivalents {
    fileprivate var json: JSONValue { .object(members) }
    fileprivate var brandJSON: JSONValue { .object([("brand", .string(brand))] + members) }

    private var members: [JSONMember] {
        [
            ("insertions", .integer(Int(insertions))), ("spend", spend.json),
            ("currency", .string(spend.currency.code)),
        ] + figure("meanLength", meanLength) + figure("spots", equivalents)
            + figure("spendPerSpot", spendPerEquivalent.map(\.json))
    }
}
