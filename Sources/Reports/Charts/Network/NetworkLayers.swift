/// A network set in layers: each node one layer behind the last of those it waits for.
///
/// A link over several layers passes through each between as a *pass*. All links of one source share their passes, so that
/// a line leaves a node once and branches where it is needed.
struct NetworkLayers {
    /// What stands in a layer.
    enum Item: Hashable {
        case node(Int)
        /// A line from a node to layers further on.
        case pass(source: Int, layer: Int)
    }

    /// A piece of line between neighbouring layers.
    struct Segment {
        var from: Item
        var to: Item
        var strength: NetworkChart.Strength
        var isUnusual: Bool
    }

    /// The items of each layer, from above to below.
    private(set) var layers: [[Item]]
    /// Between layer `i` and the next.
    let segments: [[Segment]]

    init(_ chart: NetworkChart) {
        let layerOf = Self.layers(of: chart)
        let count = (layerOf.max() ?? -1) + 1
        var layers = [[Item]](repeating: [], count: count)
        for (node, layer) in layerOf.enumerated() { layers[layer].append(.node(node)) }
        var segments = [[Segment]](repeating: [], count: count)
        let outgoing = Dictionary(
            grouping: chart.links.filter { layerOf[$0.source] < layerOf[$0.target] }, by: \.source)
        for source in chart.nodes.indices {
            guard let links = outgoing[source] else { continue }
            let last = links.map { layerOf[$0.target] }.max() ?? 0
            var item = Item.node(source)
            for layer in layerOf[source]..<last {
                for link in links where layerOf[link.target] == layer + 1 {
                    segments[layer].append(
                        Segment(
                            from: item, to: .node(link.target), strength: link.strength, isUnusual: link.isUnusual))
                }
                let beyond = links.filter { layerOf[$0.target] > layer + 1 }
                guard let strength = beyond.map(\.strength).max() else { continue }
                let pass = Item.pass(source: source, layer: layer + 1)
                layers[layer + 1].append(pass)
                segments[layer].append(
                    Segment(
                        from: item, to: pass, strength: strength, isUnusual: beyond.allSatisfy(\.isUnusual)))
                item = pass
            }
        }
        self.segments = segments
        self.layers = layers
        order()
    }

    /// The longest way to each node, in links.
    private static func layers(of chart: NetworkChart) -> [Int] {
        var layer = [Int](repeating: 0, count: chart.nodes.count)
        var waitingFor = layer
        for link in chart.links { waitingFor[link.target] += 1 }
        let outgoing = Dictionary(grouping: chart.links, by: \.source)
        var ready = chart.nodes.indices.filter { waitingFor[$0] == 0 }
        var next = 0
        while next < ready.count {
            for link in outgoing[ready[next]] ?? [] {
                layer[link.target] = max(layer[link.target], layer[link.source] + 1)
                waitingFor[link.target] -= 1
                if waitingFor[link.target] == 0 { ready.append(link.target) }
            }
            next += 1
        }
        return layer
    }

    // MARK: Order

    private static let sweeps = 12

    /// Orders each layer by where its neighbours stand, forwards and backwards in turn, and keeps the order with the fewest
    /// crossings.
    ///
    /// - Source: Sugiyama, Tagawa and Toda, 1981.
    private mutating func order() {
        var best = (crossings: crossings, layers: layers)
        for sweep in 0..<Self.sweeps where best.crossings > 0 {
            let isForward = sweep.isMultiple(of: 2)
            let visited = isForward ? Array(layers.indices.dropFirst()) : Array(layers.indices.dropLast().reversed())
            for place in visited {
                let fixed = places(in: layers[isForward ? place - 1 : place + 1])
                sort(place, by: fixed, segments[isForward ? place - 1 : place], isForward)
            }
            let found = crossings
            if found < best.crossings { best = (found, layers) }
        }
        layers = best.layers
    }

    private func places(in layer: [Item]) -> [Item: Int] {
        Dictionary(uniqueKeysWithValues: layer.enumerated().map { ($1, $0) })
    }

    /// Sorts a layer by the mean place of its neighbours; what has none keeps its place.
    private mutating func sort(_ place: Int, by fixed: [Item: Int], _ segments: [Segment], _ isForward: Bool) {
        var sums: [Item: (total: Int, count: Int)] = [:]
        for segment in segments {
            let (own, other) = isForward ? (segment.to, segment.from) : (segment.from, segment.to)
            guard let neighbour = fixed[other] else { continue }
            let sum = sums[own] ?? (0, 0)
            sums[own] = (sum.total + neighbour, sum.count + 1)
        }
        let means = layers[place].enumerated().map { index, item in
            sums[item].map { Double($0.total) / Double($0.count) } ?? Double(index)
        }
        let order = means.indices.sorted { (means[$0], $0) < (means[$1], $1) }
        layers[place] = order.map { layers[place][$0] }
    }

    /// How many pairs of lines cross.
    var crossings: Int {
        layers.indices.dropLast().reduce(0) { count, layer in
            let (left, right) = (places(in: layers[layer]), places(in: layers[layer + 1]))
            let ends = segments[layer].map { (left[$0.from] ?? 0, right[$0.to] ?? 0) }.sorted { $0 < $1 }
            return count
                + ends.indices.reduce(0) { sum, one in
                    sum + ends[one...].count { $0.0 > ends[one].0 && $0.1 < ends[one].1 }
                }
        }
    }
}
