import Monetary

/// When the client and the largest brands were on the air, medium by medium, over the year up to a month (投放排期).
///
/// By weeks where every row tells its day, otherwise, and for a whole market without a client, by months.
public struct Flighting: Hashable, Sendable {
    public let periods: FlightPeriods
    /// How many periods off air do not end a flight.
    public let allowedGap: Int
    public let client: String?
    /// The client first, the others by what they spent, the largest first.
    public let brands: [BrandFlights]
    /// How the others meet the client: all media of each, then its media, in the order of ``brands``. None without a client.
    public let overlaps: [FlightOverlap]
    /// The part of the client's periods on air in which at least one of the others was too.
    public let contested: Derived<Double>

    /// - Parameter allowedGap: `nil`: one week; of months, none.
    init(_ cubes: FlightCubes, of market: MarketData, allowedGap: Int? = nil) {
        let weeks = FlightPeriods(.week, in: cubes.window, of: market)
        let courses = cubes.air.flatMap { $0.dimensions.contains(.day) ? AirCourses($0, in: weeks) : nil }
        let periods = courses == nil ? FlightPeriods(.month, in: cubes.window, of: market) : weeks
        let known = courses ?? cubes.air.flatMap { AirCourses($0, in: periods) } ?? AirCourses(periods)
        let gap = allowedGap ?? (periods.unit == .week ? 1 : 0)
        self.periods = periods
        self.allowedGap = gap
        client = cubes.client
        brands = cubes.brands.map { BrandFlights($0, known, of: market, allowedGap: gap) }
        let own = brands.first { $0.brand == cubes.client }
        let rivals = brands.filter { $0.brand != cubes.client }
        overlaps = own.map { own in rivals.flatMap { FlightOverlap.all(of: own, and: $0) } } ?? []
        contested =
            own.map { own in
                let isMet = periods.days.indices.map { place in rivals.contains { $0.allMedia.presence[place] == .on } }
                let onAir = own.allMedia.presence.indices.filter { own.allMedia.presence[$0] == .on }
                return share(of: Int64(onAir.count { isMet[$0] }), ofAtLeastOne: Int64(onAir.count))
            } ?? .absent(.absent)
    }
}

/// One brand's flights.
public struct BrandFlights: Hashable, Sendable {
    public let brand: String
    public let allMedia: AirTime
    /// The media that the brand used, by what it spent in them, the largest first, equals by name.
    public let media: [Medium]

    public struct Medium: Hashable, Sendable {
        public let medium: String
        public let airTime: AirTime
    }

    init(_ brand: String, _ courses: AirCourses, of market: MarketData, allowedGap: Int) {
        let periods = courses.periods
        func airTime(_ presence: [AirTime.Presence], _ course: AirCourses.Course) -> AirTime {
            AirTime(
                presence, spend: course.spend, insertions: market.countsInsertions ? course.insertions : nil,
                lastWhole: periods.lastWhole, allowedGap: allowedGap, in: market.currency)
        }
        var whole = courses.silence
        var isOnAir = [Bool](repeating: false, count: periods.count)
        var media: [Medium] = []
        for (medium, course) in (courses.byBrand[brand] ?? [:]).sorted(by: { $0.key < $1.key }) {
            let presence = periods.isDelivered.indices.map {
                AirTime.presence(course.spend[$0], isDelivered: periods.isDelivered[$0])
            }
            for place in presence.indices where presence[place] == .on { isOnAir[place] = true }
            whole.add(course)
            media.append(Medium(medium: medium, airTime: airTime(presence, course)))
        }
        self.brand = brand
        self.media = media.enumerated().sorted {
            let (left, right) = ($0.element.airTime.total.minorUnits, $1.element.airTime.total.minorUnits)
            return left == right ? $0.offset < $1.offset : left > right
        }.map(\.element)
        allMedia = airTime(
            periods.isDelivered.indices.map { isOnAir[$0] ? .on : periods.isDelivered[$0] ? .off : .unknown }, whole)
    }
}

/// The part that a count or an amount is of one that may be nothing.
func share(of part: Int64, ofAtLeastOne whole: Int64) -> Derived<Double> {
    whole > 0 ? .value(Double(part) / Double(whole)) : .absent(.absent)
}
