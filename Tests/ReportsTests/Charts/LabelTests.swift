import Testing
import WorkTime

@testable import Reports

@Suite("Words in pictures")
struct LabelTests {
    @Test(
        "no words overlap and none leave the picture",
        arguments: [15, 40, 150], Language.allCases)
    func samples(activities: Int, language: Language) {
        for chart in sampleReport(language, activities: activities).charts { expectLegible(chart, language) }
    }

    @Test("nor do they with hostile names", arguments: hostileNames, Language.allCases)
    func hostile(name: String, language: Language) {
        for chart in hostileReport(name, language).charts { expectLegible(chart, language) }
    }

    @Test("a chart of nothing is drawn without a fault")
    func empty() {
        for language in Language.allCases {
            expectLegible(.gantt(GanttChart("", summary: "", lanes: [])), language)
            expectLegible(.gantt(GanttChart("", summary: "", lanes: [.init("", rows: [])])), language)
            expectLegible(.line(LineChart("", summary: "", axis: .steps([]), unit: .number, series: [])), language)
            expectLegible(
                .line(LineChart("", summary: "", axis: .months([]), unit: .percent, series: [.init("a", [])])), language
            )
            expectLegible(.bar(BarChart("", summary: "", unit: .number, bars: [])), language)
            expectLegible(.network(NetworkChart("", summary: "", nodes: [], links: [])), language)
            expectLegible(.share(ShareChart("", summary: "", parts: [], bars: [.init("a", [])])), language)
            expectLegible(.fever(fever([])), language)
            expectLegible(.heatMap(heatMap([])), language)
            expectLegible(.heatMap(heatMap([.nothing])), language)
            expectLegible(.fever(fever([.init("a", [])])), language)
        }
    }

    @Test(
        "numbers of any size are drawn without a fault",
        arguments: [1e308, 1e160, 1e15, 1e-300, .leastNonzeroMagnitude, .infinity, .nan])
    func anySize(value: Double) throws {
        let charts: [Chart] = [
            .line(
                LineChart(
                    "Any", summary: "", axis: .steps(["a", "b", "c"]), unit: .number,
                    series: [.init("a", [value, -value, 1]), .init("b", [value, value, nil])],
                    levels: [.init("l", value)])),
            .bar(
                BarChart(
                    "Any", summary: "", unit: .number,
                    bars: [.init("a", value, text: "x", reference: -value), .init("b", -value, text: "y")])),
            .share(ShareChart("Any", summary: "", parts: ["a", "b"], bars: [.init("a", [value, value])])),
            .fever(
                fever([.init("a", [.init(value, -value, label: "x"), .init(0.5, value, label: "y")]), .init("b", [])])),
            .heatMap(heatMap([.value(value), .value(-value), .unknown, .value(1), .nothing])),
        ]
        for chart in charts { expectLegible(chart, .english) }
        let report = Report(
            kind: "any", language: .english, title: "Any", headline: .init([]),
            sections: [Section("Any", charts.map(Block.chart))])
        for form in RenderingForm.allCases {
            #expect(try !form.renderer.render(report).text.isEmpty || [.csv, .ics].contains(form))
        }
    }

    private func heatMap(_ places: [HeatMap.Value]) -> HeatMap {
        HeatMap(
            "Any", summary: "", unit: .money(currency: "CNY"), columns: places.map { _ in .init("x", mark: "y") },
            rows: [.init("a", places), .init("b", places, isPart: true)], nothingLabel: "off", unknownLabel: "?")
    }

    private func fever(_ paths: [FeverChart.Path]) -> FeverChart {
        FeverChart(
            "Any", summary: "", yellow: .init(atStart: 0, atEnd: 0.7), red: .init(atStart: 0.3, atEnd: 1), paths: paths)
    }

    @Test(
        "crowded fever charts are legible, with hostile names too", arguments: hostileNames + ["Film"],
        Language.allCases)
    func fevers(name: String, language: Language) {
        let paths = (0..<8).map { path in
            FeverChart.Path(
                name,
                (0...path).map { .init(Double($0) / 8, Double($0 * path) / 40, label: "\($0) Jan") })
        }
        expectLegible(.fever(fever(paths)), language)
    }

    @Test("networks of any shape are legible, each activity once", arguments: 0..<12 as Range<Int>, Language.allCases)
    func networks(seed: Int, language: Language) {
        let count = 4 + seed * 8
        let nodes = (0..<count).map { index in
            NetworkChart.Node(
                index.isMultiple(of: 3) ? "客户书面确认广告创意完稿与制作报价" : "Activity with a long name \(index)",
                detail: "2d, 5 Jan", group: index % 3, isCritical: index.isMultiple(of: 2),
                isMilestone: index.isMultiple(of: 5))
        }
        // Each node waits for up to three of the nine before it.
        var state = UInt32(seed + 1)
        var links: [NetworkChart.Link] = []
        for target in 1..<count {
            for _ in 0..<(1 + target % 3) {
                state = state &* 1_664_525 &+ 1_013_904_223
                let source = target - 1 - Int(state >> 8) % min(target, 9)
                links.append(.init(source, target, NetworkChart.Strength(rawValue: Int(state >> 4) % 3)!))
            }
        }
        let chart = NetworkChart("N", summary: "", nodes: nodes, links: links, groups: ["A", "B", "C"])
        expectLegible(.network(chart), language)
        let labels = NetworkDrawing(chart, width: 880, Phrasebook(language)).pictures.flatMap(\.canvas.labels)
        #expect(labels.filter { $0.text == "2d, 5 Jan" }.count == count)
    }

    @Test("a long timetable is cut into pictures that each fit a page, with every row once")
    func pages() {
        let lanes = (0..<7).map { lane in
            GanttChart.Lane(
                "Lane \(lane)",
                rows: (0..<(lane * 7 + 1)).map {
                    .init(
                        "Activity \(lane).\($0)", start: minute("2026-01-05", 540), finish: minute("2026-01-06", 1_080))
                })
        }
        let chart = GanttChart("Long", summary: "", lanes: lanes)
        let pages = chart.pages(height: 600, row: 21, heading: 22)
        #expect(pages.flatMap { $0 }.flatMap(\.rows).map(\.label) == lanes.flatMap(\.rows).map(\.label))
        for page in pages {
            let height = page.reduce(0) { $0 + Double($1.rows.count) * 21 + 22 }
            #expect(height <= 600)
        }
        #expect((6...8).contains(pages.count))
    }
}

/// Every label lies inside its picture and clear of all others, at the widths of a page and of a phone.
func expectLegible(_ chart: Chart, _ language: Language, sourceLocation: SourceLocation = #_sourceLocation) {
    for width in [880.0, 350.0] {
        for picture in chart.pictures(width: width, Phrasebook(language)) {
            let frame = Box(left: -0.5, top: -0.5, right: picture.width + 0.5, bottom: picture.height + 0.5)
            let labels = picture.canvas.labels
            for (index, label) in labels.enumerated() {
                #expect(
                    frame.contains(label.box), "“\(label.text)” leaves “\(chart.title)” at \(width): \(label.box)",
                    sourceLocation: sourceLocation)
                for other in labels[..<index] where other.box.overlaps(label.box) {
                    Issue.record(
                        "“\(label.text)” \(label.box) overlaps “\(other.text)” \(other.box) in “\(chart.title)” at \(width)",
                        sourceLocation: sourceLocation)
                }
            }
        }
    }
}
