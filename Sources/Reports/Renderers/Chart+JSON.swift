import Formats
import WorkTime

extension Chart {
    /// The chart's values; how it looks is for whoever draws it.
    var json: JSONValue {
        let (kind, values): (String, [(String, JSONValue?)]) =
            switch self {
            case .gantt(let chart): ("gantt", chart.members)
            case .line(let chart): ("line", chart.members)
            case .bar(let chart): ("bar", chart.members)
            case .share(let chart): ("share", chart.members)
            case .network(let chart): ("network", chart.members)
            case .fever(let chart): ("fever", chart.members)
            case .heatMap(let chart): ("heatMap", chart.members)
            }
        return .record([("kind", .string(kind)), ("title", .string(title)), ("summary", .string(summary))] + values)
    }
}

extension GanttChart {
    fileprivate var members: [(String, JSONValue?)] {
        [
            ("lanes", .array(lanes.map { ["name": .string($0.name), "rows": .array($0.rows.map(\.json))] })),
            ("daysOff", .array(daysOff.map(\.json))), ("makeUpDays", .array(makeUpDays.map(\.json))),
            (
                "markers",
                .array(markers.map { ["label": .string($0.label), "at": .string($0.at.description)] })
            ),
        ]
    }
}

extension GanttChart.Row {
    fileprivate var json: JSONValue {
        .record([
            ("label", .string(label)), ("start", .string(start.description)), ("finish", .string(finish.description)),
            ("slackUntil", slackUntil.map { .string($0.description) }), ("isCritical", .bool(isCritical)),
            ("isMilestone", .bool(isMilestone)), ("deadline", deadline.map { .string($0.description) }),
            ("missesDeadline", deadline.map { _ in .bool(missesDeadline) }),
        ])
    }
}

extension GanttChart.DayOff {
    fileprivate var json: JSONValue {
        .record([("day", .string(day.description)), ("name", name.map(JSONValue.string))])
    }
}

extension LineChart {
    fileprivate var members: [(String, JSONValue?)] {
        [
            ("unit", .string(unit.name)), ("places", .texts(axis.places)),
            ("series", .array(series.map(\.json))),
            (
                "levels",
                levels.isEmpty ? nil : .array(levels.map { ["label": .string($0.label), "value": .finite($0.value)] })
            ),
        ]
    }
}

extension LineChart.Axis {
    fileprivate var places: [String] {
        switch self {
        case .steps(let labels): labels
        case .months(let months): months.map(\.description)
        case .days(let days): days.map(\.description)
        }
    }
}

extension LineChart.Series {
    fileprivate var json: JSONValue {
        .record([
            ("name", .string(name)), ("values", .array(values.map(JSONValue.finite))),
            ("forecastFrom", forecastFrom.map(JSONValue.integer)),
            ("bands", bands.isEmpty ? nil : .array(bands.map(\.json))),
        ])
    }
}

extension LineChart.Band {
    fileprivate var json: JSONValue {
        .record([
            ("name", .string(name)), ("low", .array(ranges.map { .finite($0?.lowerBound) })),
            ("high", .array(ranges.map { .finite($0?.upperBound) })),
        ])
    }
}

extension BarChart {
    fileprivate var members: [(String, JSONValue?)] {
        let bars = bars.map { bar in
            JSONValue.record([
                ("label", .string(bar.label)), ("value", .finite(bar.value)), ("text", .string(bar.text)),
                ("start", bar.start.map { .finite($0) }), ("reference", bar.reference.map { .finite($0) }),
            ])
        }
        return [
            ("unit", .string(unit.name)), ("referenceLabel", referenceLabel.map(JSONValue.string)),
            ("bars", .array(bars)),
        ]
    }
}

extension ShareChart {
    fileprivate var members: [(String, JSONValue?)] {
        [
            ("parts", .texts(parts)),
            (
                "bars",
                .array(bars.map { ["label": .string($0.label), "shares": .array($0.shares.map { .finite($0) })] })
            ),
        ]
    }
}

extension ChartUnit {
    fileprivate var name: String {
        switch self {
        case .number: "number"
        case .percent: "fraction"
        case .money(let currency): currency
        case .days: "days"
        }
    }
}

extension NetworkChart {
    fileprivate var members: [(String, JSONValue?)] {
        [
            (
                "nodes",
                .array(
                    nodes.map { node in
                        .record([
                            ("label", .string(node.label)), ("detail", .string(node.detail)),
                            ("group", node.group.map { .string(groups[$0]) }), ("isCritical", .bool(node.isCritical)),
                            ("isMilestone", .bool(node.isMilestone)),
                        ])
                    })
            ),
            (
                "links",
                .array(
                    links.map {
                        [
                            "source": .integer($0.source), "target": .integer($0.target),
                            "isDriving": .bool($0.strength > .loose), "isCritical": .bool($0.strength == .critical),
                        ]
                    })
            ),
        ]
    }
}

extension FeverChart {
    fileprivate var members: [(String, JSONValue?)] {
        func json(_ border: Border) -> JSONValue {
            ["atStart": .finite(border.atStart), "atEnd": .finite(border.atEnd)]
        }
        func json(_ point: Point) -> JSONValue {
            [
                "progress": .finite(point.progress), "consumed": .finite(point.consumed), "label": .string(point.label),
            ]
        }
        return [
            ("yellow", json(yellow)), ("red", json(red)),
            (
                "paths",
                .array(paths.map { ["name": .string($0.name), "points": .array($0.points.map { json($0) })] })
            ),
        ]
    }
}

extension HeatMap {
    fileprivate var members: [(String, JSONValue?)] {
        let rows = rows.map { row in
            JSONValue.record([
                ("label", .string(row.label)),
                (
                    "values",
                    .array(
                        row.places.map { place in
                            switch place {
                            case .value(let value): .finite(value)
                            case .nothing: 0
                            case .unknown: .null
                            }
                        })
                ),
            ])
        }
        return [("unit", .string(unit.name)), ("places", .texts(columns.map(\.label))), ("rows", .array(rows))]
    }
}
