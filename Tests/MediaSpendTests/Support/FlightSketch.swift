import Monetary
import WorkTime

@testable import MediaSpend

extension SpendSketch {
    /// The flights up to a month, for a client or a set; of all beer unless something else is said.
    func flighting(
        _ month: String, client: String? = nil, set: CompetitiveSet = CompetitiveSet(categories: ["Beer"])
    ) throws -> Flighting {
        Flighting(try cubes(month, client, set).flights, of: market)
    }

    /// What was bought in a month.
    func patterns(_ month: String, client: String? = nil) throws -> BuyingPatterns {
        let cubes = try cubes(month, client, .wholeMarket)
        return BuyingPatterns(cubes.flights, of: cubes.purchases, in: cubes.month)
    }

    private func cubes(_ month: String, _ client: String?, _ set: CompetitiveSet) throws -> MonthlyCubes {
        try MonthlyCubes(of: CivilMonth(month)!, set, client: client) { dimensions, months, set in
            var filter = CubeFilter(months: months)
            if !set.categories.isEmpty { filter.names[.category] = Set(set.categories) }
            if !set.brands.isEmpty { filter.names[.brand] = Set(set.brands) }
            return try cube(by: dimensions, where: filter)
        }
    }

    /// Rows of one yuan, a week each where the picture of a brand and medium has a `#`, on the Wednesday of the week; the
    /// first week is that of Monday 2025-09-01. A `-` is a credit of one yuan.
    ///
    /// - Parameter text: lines such as `Ales TV ##..#`.
    init(weeks text: String, delivered: ClosedRange<String>? = nil) throws {
        let first = CivilDay("2025-09-03")!
        var lines: [String] = []
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            for (week, mark) in words[2].enumerated() where mark != "." {
                let day = first.advanced(by: week * 7)
                lines.append(
                    "\(words[0]) \(CivilMonth(of: day)) \(mark == "-" ? "-1.00" : "1.00") day=\(day) medium=\(words[1])"
                )
            }
        }
        try self.init(lines.joined(separator: "\n"), alsoDelivered: delivered)
    }
}

extension AirTime {
    /// `#` for a period on air, `.` for one off air, `?` for one that is not known.
    var picture: String {
        presence.reduce(into: "") { $0 += $1 == .on ? "#" : $1 == .off ? "." : "?" }
    }
}

extension Flighting {
    subscript(_ brand: String, _ medium: String? = nil) -> AirTime {
        let brand = brands.first { $0.brand == brand }!
        return medium.map { medium in brand.media.first { $0.medium == medium }!.airTime } ?? brand.allMedia
    }

    func overlap(_ rival: String, _ medium: String? = nil) -> FlightOverlap? {
        overlaps.first { $0.rival == rival && $0.medium == medium }
    }
}
