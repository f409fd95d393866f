import Foundation
import MediaSpend
import Monetary
import Testing

@testable import Reports

@Suite("The section on flights")
struct FlightSectionTests {
    @Test("reads as it was read and kept, in both languages")
    func golden() throws { try expectGolden(FlightPaper(analysis: try SampleFlights().analysis()), "spend-flights") }

    private func report(_ sample: SampleFlights, _ language: Language = .english) throws -> Report {
        FlightPaper(analysis: try sample.analysis()).report(in: Phrasebook(language))
    }

    private func tables(_ sample: SampleFlights) throws -> [String] { try report(sample).tables.map(\.id) }

    @Test("shows no table of what no row states, and none of overlap without a client")
    func onlyWhatIsKnown() throws {
        #expect(
            try tables(SampleFlights()) == [
                "flights", "flight-overlap", "flight-list", "dayparts", "ad-lengths", "thirty-second-spots",
            ])
        #expect(try tables(SampleFlights(statesDayparts: false)) == ["flights", "flight-overlap", "flight-list"])
        #expect(try tables(SampleFlights(client: nil, statesDayparts: false)) == ["flights", "flight-list"])
    }

    @Test("a client that the data do not know is never on air, and meets nobody")
    func unknownClient() throws {
        let report = try report(SampleFlights(client: "Nobody"))
        let flights = try #require(report.tables.first { $0.id == "flights" })
        #expect(flights.rows[0].map(\.text) == ["Nobody", "All media", "0", "0", "n/a", "", "not on air"])
        let overlap = try #require(report.tables.first { $0.id == "flight-overlap" })
        #expect(overlap.rows.allSatisfy { $0[4].text == "0.0%" && $0[5].text == "n/a" })
    }

    @Test("amounts of the heat map are those of the analysis, unknown weeks are no silence")
    func map() throws {
        let analysis = try SampleFlights().analysis()
        guard case .heatMap(let map) = try #require(try report(SampleFlights()).charts.first) else {
            Issue.record("the first chart is no heat map")
            return
        }
        let airTime = try #require(analysis.flighting.brands.first).allMedia
        let drawn = map.rows[0].places.reduce(0.0) { if case .value(let value) = $1 { $0 + value } else { $0 } }
        #expect(abs(drawn - airTime.spendOnAir.approximateUnits) < 0.01)
        #expect(map.rows[0].places.count { $0 == .unknown } == airTime.count(.unknown))
        #expect(map.hasUnknown)
        #expect(map.columns.compactMap(\.mark).count == 12)
    }

    @Test("is legible whatever brands are called", arguments: hostileNames, Language.allCases)
    func hostile(name: String, language: Language) throws {
        let report = try report(SampleFlights(prefix: name), language)
        for width in [40, 80] {
            for line in try report.rendered(as: .text(width: width)).text.split(separator: "\n") {
                #expect(String(line).columns <= width)
            }
        }
        let page = try report.rendered(as: .html).text
        #expect(!page.lowercased().contains("<script"))
        for chart in report.charts { expectLegible(chart, language) }
        #expect(try !report.rendered(as: .xlsx).files[0].bytes.isEmpty)
    }

    @Test("a spreadsheet shades its amounts by a scale of colours")
    func spreadsheet() throws {
        let parts = unzipped(try report(SampleFlights()).rendered(as: .xlsx).files[0].bytes)
        let shaded = parts.filter { $0.key.hasPrefix("xl/worksheets/sheet") && $0.value.contains("<colorScale>") }
        #expect(shaded.count == 2)
    }
}

@Suite("Shades of a heat map")
struct HeatMapTests {
    private func map(_ values: [Double]) -> HeatMap {
        HeatMap(
            "M", summary: "", unit: .number, columns: values.map { .init("\($0)") },
            rows: [.init("r", values.map { $0 > 0 ? .value($0) : .nothing })], nothingLabel: "-", unknownLabel: "?")
    }

    @Test("limits are round, ascending, and inside of what there is")
    func limits() {
        #expect(map([12, 48, 130, 520, 2_200, 9_800]).limits == [50, 150, 500, 2_000])
        #expect(map([5, 5, 5]).limits.isEmpty)
        #expect(map([]).limits.isEmpty)
        for seed in 1..<40 {
            let values = (1..<30).map { Double(($0 * seed * 7_919) % 1_000 + 1) }
            let limits = map(values).limits
            #expect(limits == Set(limits).sorted())
            #expect(limits.allSatisfy { $0 > (values.min() ?? 0) && $0 <= (values.max() ?? 0) })
        }
    }

    @Test("more is never lighter, and the heaviest is darkest")
    func levels() {
        let values: [Double] = [1, 2, 3, 5, 8, 13, 21, 34]
        let map = map(values)
        let levels = values.map { map.level(of: $0, map.limits) }
        #expect(levels == levels.sorted())
        #expect(levels.last == HeatMap.levels - 1)
        #expect(levels.first == 0)
        #expect(map.levelWords(Phrasebook(.english)).map(\.level) == Array(Set(levels)).sorted())
    }

    @Test("shades differ in grey, so that they can be told apart in print")
    func grey() throws {
        let greys = try Palette.heat.map { colour in
            let number = try #require(Int(colour.dropFirst(), radix: 16))
            return 0.299 * Double(number >> 16) + 0.587 * Double(number >> 8 & 255) + 0.114 * Double(number & 255)
        }
        for (lighter, darker) in zip(greys, greys.dropFirst()) { #expect(lighter - darker > 24) }
    }

    @Test("a terminal that has fewer columns than places shows the heaviest of those that share one")
    func narrow() throws {
        let chart = map((1...60).map { Double($0 % 30) })
        let lines = TextHeat(chart, width: 40, TextInk(isColoured: false), Phrasebook(.english)).lines
        #expect(lines.allSatisfy { $0.columns <= 40 })
        #expect(lines[0].hasPrefix("r  "))
        #expect(!lines[0].contains("·"))
    }
}
