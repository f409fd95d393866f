/// A picture as a value. Each kind says what is to be seen; drawing is for the renderers.
public enum Chart: Hashable, Sendable, Codable {
    case gantt(GanttChart)
    case line(LineChart)
    case bar(BarChart)
    case share(ShareChart)
    case network(NetworkChart)
    case fever(FeverChart)
    case heatMap(HeatMap)

    public var title: String {
        switch self {
        case .gantt(let chart): chart.title
        case .line(let chart): chart.title
        case .bar(let chart): chart.title
        case .share(let chart): chart.title
        case .network(let chart): chart.title
        case .fever(let chart): chart.title
        case .heatMap(let chart): chart.title
        }
    }

    /// What the picture shows, in a sentence, for readers who cannot see it.
    public var summary: String {
        switch self {
        case .gantt(let chart): chart.summary
        case .line(let chart): chart.summary
        case .bar(let chart): chart.summary
        case .share(let chart): chart.summary
        case .network(let chart): chart.summary
        case .fever(let chart): chart.summary
        case .heatMap(let chart): chart.summary
        }
    }
}

/// What the numbers of a chart count, and so how its axis is written.
public enum ChartUnit: Hashable, Sendable, Codable {
    /// A number without a unit.
    case number
    /// Fractions, written as per cent.
    case percent
    /// Amounts in whole units of a currency, such as `CNY`.
    case money(currency: String)
    /// Days of work or of the calendar.
    case days
}
