extension Chart {
    /// The width in pixels from which on labels stand beside their bars.
    static let leastWideWidth = 520.0

    /// The chart as pictures of a width in pixels: one, or several below one another when a Gantt chart or a network is long.
    ///
    /// Below ``leastWideWidth`` labels stand above their bars, as on a phone.
    func pictures(width: Double, _ book: Phrasebook) -> [Picture] {
        switch self {
        case .gantt(let chart): GanttDrawing(chart, width: width, book).pictures
        case .line(let chart): [LineDrawing(chart, width: width, book).picture]
        case .bar(let chart): [BarDrawing(chart, width: width, book).picture]
        case .share(let chart): [ShareDrawing(chart, width: width, book).picture]
        case .network(let chart): NetworkDrawing(chart, width: width, book).pictures
        case .fever(let chart): [FeverDrawing(chart, width: width, book).picture]
        case .heatMap(let chart): [HeatDrawing(chart, width: width, book).picture]
        }
    }
}
