import Monetary

/// How the air time of a rival and that of the client meet.
///
/// Periods on air are compared, not flights: a pause within a flight is none of either.
public struct FlightOverlap: Hashable, Sendable {
    public let rival: String
    /// `nil`: over all media.
    public let medium: String?
    /// How many periods both are on air.
    public let sharedPeriods: Int
    /// The part of the rival's periods on air in which the client was on air; absent when the rival never was.
    public let ofRivalPeriods: Derived<Double>
    /// The part of what the rival spent on air that fell into the client's periods on air.
    public let ofRivalSpend: Derived<Double>
    /// The part of the client's periods on air in which the rival was on air; absent when the client never was.
    public let ofClientPeriods: Derived<Double>
    public let ofClientSpend: Derived<Double>

    /// - Precondition: both have the same periods.
    public init(of client: AirTime, and rival: AirTime, named name: String, medium: String? = nil) {
        let shared = client.presence.indices.filter { client.presence[$0] == .on && rival.presence[$0] == .on }
        func periods(_ airTime: AirTime) -> Derived<Double> {
            share(of: Int64(shared.count), ofAtLeastOne: Int64(airTime.count(.on)))
        }
        func spend(_ airTime: AirTime) -> Derived<Double> {
            if airTime.count(.on) == 0 { return .absent(.absent) }
            // Over all media more may be credited in one than is spent in the others.
            if airTime.hasCreditOnAir { return .absent(.negativePart) }
            let met = shared.reduce(Int64(0)) { $0 + airTime.spend[$1].minorUnits }
            return MediaSpend.share(of: met, in: airTime.spendOnAir.minorUnits)
        }
        self.rival = name
        self.medium = medium
        sharedPeriods = shared.count
        ofRivalPeriods = periods(rival)
        ofRivalSpend = spend(rival)
        ofClientPeriods = periods(client)
        ofClientSpend = spend(client)
    }

    /// Over all media, then in each that both used, by what the rival spent in them.
    static func all(of client: BrandFlights, and rival: BrandFlights) -> [FlightOverlap] {
        let whole = FlightOverlap(of: client.allMedia, and: rival.allMedia, named: rival.brand)
        return [whole]
            + rival.media.compactMap { theirs in
                client.media.first { $0.medium == theirs.medium }.map {
                    FlightOverlap(
                        of: $0.airTime, and: theirs.airTime, named: rival.brand, medium: theirs.medium)
                }
            }
    }
}
