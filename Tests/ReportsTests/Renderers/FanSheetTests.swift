import Formats
import Testing
import WorkTime

@testable import Reports

@Suite("The sheet of a line chart with ranges")
struct FanSheetTests {
    /// A fan below and above zero that opens at the second of four places.
    private func fan(_ language: Language) -> LineChart {
        let book = Phrasebook(language)
        func band(_ share: Double, _ rooms: [Double?]) -> LineChart.Band {
            .init(
                book.say(RangePhrase.holding(share)),
                zip([5, 4, 1, -2], rooms).map { value, room in room.map { value - $0...value + $0 } })
        }
        return LineChart(
            "Fan", summary: "", axis: .steps(["a", "b", "c", "d"]), unit: .money(currency: "CNY"),
            series: [
                .init("Past", [3, 3, nil, nil]),
                .init(
                    "Rivals", [5, 4, 1, -2], forecastFrom: 2,
                    bands: [band(0.5, [nil, 0, 1, 2]), band(0.8, [nil, 0, 2, 4])], isLeading: true),
            ], levels: [.init("Approved", 6, tone: .bad)])
    }

    private func parts(_ chart: LineChart, _ language: Language = .english) throws -> [String: String] {
        unzipped(try chartReport(.line(chart), language).rendered(as: .xlsx).files[0].bytes)
    }

    @Test(
        "has the low and the high of each range in columns of their own",
        arguments: [
            (
                .english,
                [
                    "Past", "Rivals", "50% range, from", "50% range, to", "80% range, from", "80% range, to",
                    "Approved",
                ]
            ),
            (.simplifiedChinese, ["Past", "Rivals", "50%区间下限", "50%区间上限", "80%区间下限", "80%区间上限", "Approved"]),
        ] as [(Language, [String])])
    func columns(language: Language, headings: [String]) throws {
        let bytes = try chartReport(.line(fan(language)), language).rendered(as: .xlsx).files[0].bytes
        let sheet = try #require(Formats.Workbook.reading(bytes, file: "fan.xlsx").workbook?.sheet(named: "Fan").sheet)
        #expect((1..<8).map { sheet.rows[1][$0] } == headings)
        let rows = sheet.rows[2...].map { row in (0..<8).map { row[$0] } }
        #expect(
            rows == [
                ["a", "3", "5", "", "", "", "", "6"], ["b", "3", "4", "4", "4", "4", "4", "6"],
                ["c", "", "1", "0", "2", "-1", "3", "6"], ["d", "", "-2", "-4", "0", "-6", "2", "6"],
            ])
    }

    @Test("draws both ends as thin lines under one entry of the legend, in colours of the picture")
    func lines() throws {
        let chart = try #require(try parts(fan(.english))["xl/charts/chart1.xml"])
        let series = chart.split(separator: "<c:ser>").dropFirst()
        #expect(series.count == 7)
        let widths = series.map { $0.firstMatch(of: /<a:ln w="(\d+)"/).map { Int($0.1) } }
        #expect(widths == [25_400, 25_400, 12_700, 12_700, 12_700, 12_700, 19_050])
        let colours = series.map { $0.firstMatch(of: /srgbClr val="(\w+)"/).map { "#" + $0.1.lowercased() } }
        #expect(colours[0] == Palette.series[1] && colours[1] == Palette.leading)
        #expect(colours[2] == colours[3] && colours[4] == colours[5] && colours[2] != colours[4])
        #expect(colours[6] == Palette.critical)
        #expect(
            series.compactMap { $0.firstMatch(of: /<c:tx><c:v>(.*?)<\/c:v>/).map(\.1) } == ["50% range", "80% range"])
        #expect(chart.matches(of: /<c:legendEntry><c:idx val="(\d+)"\/><c:delete val="1"\/>/).map(\.1) == ["3", "5"])
    }

    @Test("says whose range it is where several series have one")
    func severalFans() throws {
        var chart = fan(.english)
        chart.series[0].bands = [.init("80% range", [1...2, nil, nil, nil])]
        let strings = try #require(try parts(chart)["xl/sharedStrings.xml"])
        #expect(strings.contains("Past: 80% range, from") && strings.contains("Rivals: 80% range, to"))
    }

    @Test("a name that looks like a formula is looked up in its cell")
    func formulaNames() throws {
        var chart = fan(.english)
        chart.series[1].bands = [.init("=1+1", [nil, 1...2, nil, nil]), .init("", [nil, 1...2, nil, nil])]
        let written = try #require(try parts(chart)["xl/charts/chart1.xml"])
        #expect(!written.contains("<c:v>=1+1</c:v>") && !written.contains("<c:f>1+1</c:f>"))
        #expect(written.contains("<c:f>Fan!$D$2</c:f>") && written.contains("<c:f>Fan!$F$2</c:f>"))
    }

    @Test("a single place is a dot, and no place makes no sheet")
    func fewPlaces() throws {
        func line(_ places: [String]) -> LineChart {
            LineChart(
                "Fan", summary: "", axis: .steps(places), unit: .number,
                series: [.init("x", places.map { _ in 1 }, bands: [.init("range", places.map { _ in 0...2 })])])
        }
        let one = try #require(try parts(line(["a"]))["xl/charts/chart1.xml"])
        #expect(one.matches(of: /<c:symbol val="circle"\/>/).count == 3)
        #expect(try parts(line([]))["xl/charts/chart1.xml"] == nil)
    }

    @Test("colours are mixed with white")
    func tint() {
        #expect(Palette.tint("#14568c", 1) == "#14568c")
        #expect(Palette.tint("#14568c", 0) == "#ffffff")
        #expect(Palette.tint("#000a00", 0.5) == "#808580")
        #expect(Palette.tint("#000a00", 1) == "#000a00")
    }
}

/// A paper with one chart.
func chartReport(_ chart: Chart, _ language: Language = .english) -> Report {
    Report(
        kind: "test", language: language, title: "Test", headline: .init(["Test."]),
        sections: [Section("Test", [.chart(chart)])])
}
