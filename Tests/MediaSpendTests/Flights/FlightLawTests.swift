import MediaSpend
import Monetary
import Testing
import WorkTime

@Suite("Laws of flights")
struct FlightLawTests {
    /// Rows of some brands and media over a year, with credits, pauses, and months that were not delivered.
    private func sketch(seed: UInt64, withDays: Bool = true) throws -> SpendSketch {
        var random = SeededGenerator(seed: seed)
        let months = Array(CivilMonth("2024-12")!...CivilMonth("2025-11")!)
        let missing = Set(months.dropLast().filter { _ in Int.random(in: 0..<8, using: &random) == 0 })
        var lines: [String] = []
        for _ in 0..<400 {
            let month = months[Int.random(in: 0..<12, using: &random)]
            let day = month.firstDay.advanced(by: Int.random(in: 0..<28, using: &random))
            let brand = "Brand\(Int.random(in: 0..<14, using: &random))"
            let medium = ["TV", "Radio", "Online"][Int.random(in: 0..<3, using: &random)]
            let spend = Int.random(in: -3..<12, using: &random)
            guard !missing.contains(month) else { continue }
            lines.append("\(brand) \(month) \(spend).00 medium=\(medium)" + (withDays ? " day=\(day)" : ""))
        }
        var sketch = try SpendSketch(lines.joined(separator: "\n"))
        sketch.months = Set(months).subtracting(missing)
        return sketch
    }

    @Test(
        "flights and credits between them add up to the spend of the cube, exactly", arguments: 0..<9 as Range<UInt64>)
    func sums(seed: UInt64) throws {
        let sketch = try sketch(seed: seed, withDays: seed % 3 != 0)
        let flighting = try sketch.flighting("2025-11", client: "Brand3")
        #expect(flighting.periods.unit == (seed % 3 == 0 ? .month : .week))
        #expect(flighting.brands.count == FlightCubes.brandLimit)
        let cube = try sketch.cube(by: [.brand, .medium])
        for brand in flighting.brands {
            let own = cube.restricted(to: [brand.brand], in: .brand)
            #expect(brand.allMedia.total.minorUnits == own.totalSpend)
            #expect(brand.media.reduce(0) { $0 + $1.airTime.total.minorUnits } == own.totalSpend)
            for medium in brand.media {
                let cells = own.restricted(to: [medium.medium], in: .medium)
                #expect(medium.airTime.total.minorUnits == cells.totalSpend)
                check(medium.airTime, flighting)
                #expect(medium.airTime.creditsBetweenFlights.minorUnits <= 0)
            }
            check(brand.allMedia, flighting)
        }
    }

    private func check(_ airTime: AirTime, _ flighting: Flighting) {
        let periods = flighting.periods
        #expect(airTime.count(.on) + airTime.count(.off) + airTime.count(.unknown) == periods.count)
        let inFlights = airTime.flights.reduce(Int64(0)) { $0 + $1.spend.minorUnits }
        #expect(inFlights + airTime.creditsBetweenFlights.minorUnits == airTime.total.minorUnits)
        #expect(airTime.flights.reduce(0) { $0 + $1.periodsOnAir } == airTime.count(.on))
        for hiatus in airTime.hiatuses {
            #expect(hiatus.count > flighting.allowedGap)
            for place in hiatus {
                #expect(airTime.presence[place] == .off)
                #expect(periods.isDelivered[place])
            }
        }
        for (before, after) in zip(airTime.flights, airTime.flights.dropFirst()) {
            #expect(before.periods.upperBound < after.periods.lowerBound)
        }
        for flight in airTime.flights {
            #expect(airTime.presence[flight.periods.lowerBound] == .on)
            #expect(airTime.presence[flight.periods.upperBound] == .on)
        }
    }

    @Test("the order of rows does not matter", arguments: 0..<3 as Range<UInt64>)
    func order(seed: UInt64) throws {
        let sketch = try sketch(seed: seed)
        var shuffled = sketch
        var random = SeededGenerator(seed: seed + 100)
        shuffled.occurrences.shuffle(using: &random)
        #expect(try sketch.flighting("2025-11", client: "B") == shuffled.flighting("2025-11", client: "B"))
        #expect(try sketch.patterns("2025-11") == shuffled.patterns("2025-11"))
    }

    @Test(
        "overlaps are shares, and the shared periods are the same seen from either side",
        arguments: 0..<3 as Range<UInt64>)
    func overlaps(seed: UInt64) throws {
        let sketch = try sketch(seed: seed)
        let largest = try sketch.flighting("2025-11").brands.map(\.brand)
        let flighting = try sketch.flighting("2025-11", client: largest[0])
        for overlap in flighting.overlaps {
            for share in [overlap.ofRivalPeriods, overlap.ofRivalSpend, overlap.ofClientPeriods, overlap.ofClientSpend]
            {
                if let value = share.value { #expect((0...1).contains(value)) }
            }
        }
        let there = flighting.overlap(largest[1])
        let back = try sketch.flighting("2025-11", client: largest[1]).overlap(largest[0])
        #expect(there != nil)
        #expect(there?.sharedPeriods == back?.sharedPeriods)
        #expect(there?.ofRivalSpend == back?.ofClientSpend)
        #expect(there?.ofClientPeriods == back?.ofRivalPeriods)
    }

    @Test("of five thousand brands the largest and the client are looked at, whatever they are called")
    func manyBrands() throws {
        let lines = (0..<5_000).map { "B\($0) 2025-11 \($0 + 1).00 day=2025-11-0\($0 % 7 + 1)" }
        let flighting = try SpendSketch(lines.joined(separator: "\n")).flighting("2025-11", client: "B7")
        #expect(flighting.brands.map(\.brand) == ["B7"] + (0..<9).map { "B\(4_999 - $0)" })
    }

    @Test("a set and a category narrow who is looked at")
    func narrowed() throws {
        let sketch = try SpendSketch(
            """
            A 2025-11 5.00 day=2025-11-04
            A 2025-11 3.00 day=2025-11-11 category=Snacks
            B 2025-11 9.00 day=2025-11-04
            C 2025-11 7.00 day=2025-11-04
            """)
        let set = CompetitiveSet(categories: ["Beer"], brands: ["A", "C"])
        let flighting = try sketch.flighting("2025-11", client: "A", set: set)
        #expect(flighting.brands.map(\.brand) == ["A", "C"])
        #expect(flighting["A"].picture == "?#...")
    }
}
