/// Draws a network from left to right, in bands of as many layers as the width holds.
struct NetworkDrawing {
    let chart: NetworkChart
    let book: Phrasebook
    let width: Double
    let network: NetworkLayers
    /// How many layers stand side by side.
    let columns: Int
    /// Room for the marks at which lines enter and leave a band.
    private let margin = 26.0
    private let gutter = 30.0

    /// The least width of a box that its words can be read in.
    private static let leastColumn = 132.0

    init(_ chart: NetworkChart, width: Double, _ book: Phrasebook) {
        self.chart = chart
        self.book = book
        self.width = width
        network = NetworkLayers(chart)
        columns = max(1, Int((width - 2 * margin + gutter) / Self.leastColumn))
    }

    var pictures: [Picture] {
        let count = max(1, (network.layers.count + columns - 1) / columns)
        return (0..<count).map { index in
            let band = NetworkBand(
                network, layers: index * columns..<min(network.layers.count, (index + 1) * columns))
            var canvas = Canvas(width: width)
            let legendHeight = index == 0 ? legend.draw(on: &canvas, left: 0, right: width, top: 2) + 8 : 4
            draw(band, on: &canvas, top: legendHeight)
            return Picture(
                .network(chart), part: index, of: count, width: width, height: legendHeight + band.height + 4,
                canvas: canvas)
        }
    }

    private var columnWidth: Double { (width - 2 * margin + gutter) / Double(columns) }
    private var boxWidth: Double { columnWidth - gutter }

    private func left(_ layer: Int, in band: NetworkBand) -> Double {
        margin + Double(layer - band.layers.lowerBound) * columnWidth
    }

    private func draw(_ band: NetworkBand, on canvas: inout Canvas, top: Double) {
        // The critical lines last, so that they lie on top.
        for strength in NetworkChart.Strength.allCases { drawLines(strength, band, on: &canvas, top: top) }
        drawMarks(of: band, on: &canvas, top: top)
        for layer in band.layers {
            for item in network.layers[layer] {
                guard case .node(let node) = item, let middle = band.middles[item] else { continue }
                let box = Box(
                    left: left(layer, in: band), top: top + middle - NetworkBand.nodeHeight / 2, width: boxWidth,
                    height: NetworkBand.nodeHeight)
                draw(chart.nodes[node], in: box, on: &canvas)
            }
        }
    }

    // MARK: Lines

    private func drawLines(_ strength: NetworkChart.Strength, _ band: NetworkBand, on canvas: inout Canvas, top: Double)
    {
        let pen = Pen(strength)
        for layer in band.layers {
            for item in network.layers[layer] {
                guard case .pass = item, let middle = band.middles[item], passStrength(item, layer) == strength else {
                    continue
                }
                let x = left(layer, in: band)
                canvas.line(
                    from: Point(x, top + middle), to: Point(x + boxWidth, top + middle), stroke: pen.colour,
                    width: pen.width)
            }
        }
        for layer in max(0, band.layers.lowerBound - 1)..<max(1, band.layers.upperBound) {
            guard network.segments.indices.contains(layer) else { continue }
            for segment in network.segments[layer] where segment.strength == strength {
                drawSegment(segment, layer, band, pen, on: &canvas, top: top)
            }
        }
    }

    /// How strong the line is that passes through a layer.
    private func passStrength(_ item: NetworkLayers.Item, _ layer: Int) -> NetworkChart.Strength {
        network.segments[layer].lazy.filter { $0.from == item }.map(\.strength).max() ?? .loose
    }

    private func drawSegment(
        _ segment: NetworkLayers.Segment, _ layer: Int, _ band: NetworkBand, _ pen: Pen, on canvas: inout Canvas,
        top: Double
    ) {
        let leaves = band.layers.contains(layer) && !band.layers.contains(layer + 1)
        let enters = !band.layers.contains(layer) && band.layers.contains(layer + 1)
        let entry = band.entries.first { $0.from == segment.from }?.middle
        let exit = band.exits.first { $0.from == segment.from }?.middle
        let start =
            enters ? entry.map { Point(margin - 8, top + $0) } : edge(segment.from, layer, band, top, isRight: true)
        let end =
            leaves
            ? exit.map { Point(width - margin + 8, top + $0) } : edge(segment.to, layer + 1, band, top, isRight: false)
        guard let start, let end else { return }
        let isArrow = if case .node = segment.to { !leaves } else { false }
        let tip = isArrow ? Point(end.x - 5, end.y) : end
        let reach = enters || leaves ? 4.0 : 7
        canvas.path(
            [start, Point(start.x + reach, start.y), Point(tip.x - reach, tip.y), tip], stroke: pen.colour,
            width: pen.width, dashes: segment.isUnusual ? "4 3" : nil)
        guard isArrow else { return }
        canvas.polygon(
            [Point(end.x - 7, end.y - 4), end, Point(end.x - 7, end.y + 4)], fill: pen.colour)
    }

    private func edge(_ item: NetworkLayers.Item, _ layer: Int, _ band: NetworkBand, _ top: Double, isRight: Bool)
        -> Point?
    {
        band.middles[item].map { Point(left(layer, in: band) + (isRight ? boxWidth : 0), top + $0) }
    }

    private func drawMarks(of band: NetworkBand, on canvas: inout Canvas, top: Double) {
        for (place, mark) in band.entries.enumerated() {
            drawMark(place, at: Point(margin - 16, top + mark.middle), on: &canvas)
        }
        for (place, mark) in band.exits.enumerated() {
            drawMark(place, at: Point(width - margin + 16, top + mark.middle), on: &canvas)
        }
    }

    /// `A`, `B`, … `Z`, `A2`, …: the same at both ends of a line.
    private func drawMark(_ place: Int, at centre: Point, on canvas: inout Canvas) {
        let letter = String(UnicodeScalar(UInt8(65 + place % 26))) + (place < 26 ? "" : "\(place / 26 + 1)")
        canvas.circle(at: centre, radius: 8, fill: Palette.paper, stroke: Palette.faintInk)
        canvas.text(
            letter, at: Point(centre.x, centre.y + 3.5), Canvas.TextStyle(9.5, Palette.quietInk, bold: true),
            anchor: .middle)
    }

    /// How a line is drawn.
    struct Pen {
        var colour: String
        var width: Double

        init(_ strength: NetworkChart.Strength) {
            switch strength {
            case .loose: (colour, width) = (Palette.slack, 1.25)
            case .driving: (colour, width) = (Palette.quietInk, 1.75)
            case .critical: (colour, width) = (Palette.critical, 2.5)
            }
        }
    }
}
