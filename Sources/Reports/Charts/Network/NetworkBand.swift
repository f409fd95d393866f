/// A run of layers that stand side by side in one picture, with the heights at which their items stand.
///
/// A network of many layers is set like a text: band below band. A line that goes on in the next band ends at a lettered
/// mark at the right and begins again at one of the same letter at the left.
struct NetworkBand {
    typealias Item = NetworkLayers.Item

    /// The layers that it shows.
    let layers: Range<Int>
    /// The middle of each item, from the top of the band.
    private(set) var middles: [Item: Double] = [:]
    /// The lines that come in, by the item that they come from, from above to below.
    private(set) var entries: [(from: Item, middle: Double)] = []
    /// The lines that go on.
    private(set) var exits: [(from: Item, middle: Double)] = []
    private(set) var height = 0.0

    static let nodeHeight = 48.0
    static let gap = 12.0
    private static let passHeight = 10.0
    private static let markHeight = 20.0

    init(_ network: NetworkLayers, layers: Range<Int>) {
        self.layers = layers
        let stacked = layers.map { network.layers[$0].reduce(0) { $0 + Self.height(of: $1) + Self.gap } }
        height = max(stacked.max() ?? 0, Self.nodeHeight + Self.gap)
        for layer in layers { place(network, layer) }
        // Once more from behind, so that lone items stand beside what they lead to.
        for layer in layers.dropLast().reversed() { straighten(network, layer) }
        entries = marks(from: layers.lowerBound - 1, network) { segment in middles[segment.to] }
        exits = marks(from: layers.upperBound - 1, network) { segment in middles[segment.from] }
        let lowest = (entries + exits).map { $0.middle + Self.markHeight / 2 }.max() ?? 0
        height = max(height, lowest)
    }

    static func height(of item: Item) -> Double {
        if case .node = item { nodeHeight } else { passHeight }
    }

    private mutating func place(_ network: NetworkLayers, _ layer: Int) {
        let isFirst = layer == layers.lowerBound
        let segments = isFirst ? [] : network.segments[layer - 1]
        set(network.layers[layer], wishes(segments, own: \.to, other: \.from))
    }

    private mutating func straighten(_ network: NetworkLayers, _ layer: Int) {
        let behind = wishes(network.segments[layer], own: \.from, other: \.to)
        let before = layer == layers.lowerBound ? [:] : wishes(network.segments[layer - 1], own: \.to, other: \.from)
        let items = network.layers[layer]
        let wishes = items.reduce(into: [Item: Double]()) { wishes, item in
            let both = [before[item], behind[item]].compactMap(\.self)
            wishes[item] = both.isEmpty ? middles[item] : both.reduce(0, +) / Double(both.count)
        }
        set(items, wishes)
    }

    /// The mean height of the neighbours of each item.
    private func wishes(
        _ segments: [NetworkLayers.Segment], own: KeyPath<NetworkLayers.Segment, Item>,
        other: KeyPath<NetworkLayers.Segment, Item>
    ) -> [Item: Double] {
        var sums: [Item: (total: Double, count: Double)] = [:]
        for segment in segments {
            guard let middle = middles[segment[keyPath: other]] else { continue }
            let sum = sums[segment[keyPath: own]] ?? (0, 0)
            sums[segment[keyPath: own]] = (sum.total + middle, sum.count + 1)
        }
        return sums.mapValues { $0.total / $0.count }
    }

    /// Puts items as near to their wishes as their order and the height of the band let them.
    private mutating func set(_ items: [Item], _ wishes: [Item: Double]) {
        var tops: [Double] = []
        var free = 0.0
        for item in items {
            let own = Self.height(of: item)
            let wish = wishes[item].map { $0 - own / 2 } ?? free
            tops.append(max(free, wish))
            free = tops[tops.count - 1] + own + Self.gap
        }
        var limit = height
        for index in items.indices.reversed() {
            limit -= Self.height(of: items[index]) + Self.gap
            tops[index] = max(0, min(tops[index], limit))
            limit = tops[index]
        }
        for (item, top) in zip(items, tops) { middles[item] = top + Self.height(of: item) / 2 }
    }

    /// One mark for each line between a layer and the next, in the order of the layer that it comes from, apart from one
    /// another.
    private func marks(
        from layer: Int, _ network: NetworkLayers, at middle: (NetworkLayers.Segment) -> Double?
    ) -> [(from: Item, middle: Double)] {
        guard network.layers.indices.contains(layer), network.layers.indices.contains(layer + 1) else { return [] }
        var free = Self.markHeight / 2
        return network.layers[layer].compactMap { item in
            let wishes = network.segments[layer].filter { $0.from == item }.compactMap(middle)
            guard !wishes.isEmpty else { return nil }
            let place = max(free, wishes.reduce(0, +) / Double(wishes.count))
            free = place + Self.markHeight
            return (item, place)
        }
    }
}
