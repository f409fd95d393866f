import Reports
import WorkTime

/// Names that break what is not escaped, measured or guarded.
let hostileNames = [
    "<script>alert(1)</script>", "\"quoted\" & 'single' </text></svg>", "=HYPERLINK(\"http://x\")", "@SUM(A1)", "-1+2",
    "]]>--><!--", "😀👨‍👩‍👧🇨🇳❤️", "مرحبا \u{202E}dlrow", "line\nbreak\ttab\u{1B}[31m\u{0}", String(repeating: "长名称", count: 67),
    String(repeating: "W", count: 200), "", " ", "\u{FEFF}", "{{7*7}} ${x} \\u0000 %s",
]

/// A report with one name wherever a user's words can stand.
func hostileReport(_ name: String, _ language: Language = .english) -> Report {
    let book = Phrasebook(language)
    let table = Table(
        "hostile", title: name, columns: [Column(name), Column(name, .integer), Column(name, .percent)],
        rows: [
            [Cell(name), book.cell(.integer(1)), book.cell(.absent(reason: name))],
            [Cell(name, emphasis: .missed), book.cell(.integer(-2)), book.cell(.percent(0.5))],
        ], totals: [Cell(name), book.cell(.integer(-1)), .empty], remark: name)
    let rows = (0..<3).map { index in
        GanttChart.Row(
            name, start: minute("2026-01-05", 540), finish: minute("2026-01-0\(6 + index)", 1_080),
            slackUntil: minute("2026-01-12", 1_080), isMilestone: index == 2, deadline: minute("2026-01-09", 1_080))
    }
    let charts: [Chart] = [
        .gantt(
            GanttChart(
                name, summary: name, lanes: [.init(name, rows: rows), .init(name, rows: rows)],
                daysOff: [.init(day("2026-01-10"), name: name), .init(day("2026-01-11"), name: name)],
                makeUpDays: [.init(day("2026-01-07"), name: name)],
                markers: [.init(name, at: minute("2026-01-05", 540)), .init(name, at: minute("2026-01-09", 540))])),
        .line(
            LineChart(
                name, summary: name, axis: .steps([name, name, name]), unit: .number,
                series: [
                    .init(name, [1, nil, .infinity]),
                    .init(
                        name, [3, -1e12, 2], bands: [.init(name, [nil, -2e12...0, 2 ... .infinity])], isLeading: true),
                ],
                levels: [.init(name, 2), .init(name, 2.01)])),
        .bar(
            BarChart(
                name, summary: name, unit: .number,
                bars: [
                    .init(name, 1e9, text: "1,000,000,000"), .init(name, -0.5, text: "−0.5"),
                    .init(name, nil, text: name),
                ],
                referenceLabel: name)),
        .share(
            ShareChart(
                name, summary: name, parts: [name, name], bars: [.init(name, [0.999, 0.001]), .init(name, [0, 0])])),
        .fever(
            FeverChart(
                name, summary: name, yellow: .init(atStart: 0, atEnd: 0.7), red: .init(atStart: 0.3, atEnd: 0.9),
                paths: [.init(name, [.init(0.1, 0, label: name), .init(0.2, 9, label: name)]), .init(name, [])])),
        .heatMap(hostileMap(name)),
    ]
    return Report(
        kind: "hostile", language: language, title: name, subtitle: name, facts: [.init(name, name)],
        headline: .init([name, name], tone: .bad),
        sections: [
            Section(
                name,
                [
                    .paragraph(name), .list([name, name]), .keyFigures([KeyFigure(name, name, context: name)]),
                    .table(table), .note(Note(name, advice: name, tone: .warning)),
                ] + charts.map(Block.chart))
        ])
}

private func hostileMap(_ name: String) -> HeatMap {
    HeatMap(
        name, summary: name, unit: .number,
        columns: [.init(name, mark: name, group: name), .init(name, mark: name), .init(name, group: name)],
        rows: [
            .init(name, [.value(1), .nothing, .unknown], isStrong: true),
            .init(name, [.value(1e12), .value(.infinity), .value(-1)], isPart: true),
        ], nothingLabel: name, unknownLabel: name)
}
