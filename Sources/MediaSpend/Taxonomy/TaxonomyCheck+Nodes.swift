import Diagnostics

extension TaxonomyCheck {
    /// The nodes by name, each under the broader name that it states.
    mutating func linkedNodes() -> [Taxonomy.Name: [Taxonomy.Node]] {
        let levels = Dictionary(grouping: placed.map(\.name), by: \.text).mapValues { Set($0.map(\.level)) }
        let links = placed.map { link(of: $0, levels) }
        let circles = reportCycles(links)
        var nodes: [Taxonomy.Name: [Taxonomy.Node]] = [:]
        var places: [Taxonomy.Name: [(span: MonthSpan, place: SourcePlace?)]] = [:]
        for (node, link) in zip(placed, links) {
            if !circles.contains(node.name) { report(link, of: node) }
            let parent = link.isSound ? link.parent : nil
            nodes[node.name, default: []].append(Taxonomy.Node(span: node.span, parent: parent))
            places[node.name, default: []].append((node.span, node.place))
        }
        for name in places.keys.sorted(by: Taxonomy.Name.precedes) {
            reportOverlaps(places[name] ?? [], "the \(name.level.rawValue) “\(name.text)”")
        }
        return nodes
    }

    /// What a node says it lies in.
    private struct Link {
        /// `nil` when it states none, or one that is not listed.
        var parent: Taxonomy.Name?
        /// Whether the parent is of a broader level, or none is stated.
        var isSound: Bool
    }

    /// The narrowest name of the stated text above a node; failing that, any of that text.
    private func link(of node: PlacedNode, _ levels: [String: Set<TaxonomyLevel>]) -> Link {
        guard let text = node.parent, !text.value.isEmpty else { return Link(parent: nil, isSound: true) }
        let known = (levels[text.value] ?? []).filter { $0.order == node.name.level.order }
        let broader = known.filter { node.name.level.isInside($0) }.max { $0.depth < $1.depth }
        let level = broader ?? known.min { $0.depth < $1.depth }
        return Link(parent: level.map { Taxonomy.Name(level: $0, text: text.value) }, isSound: broader != nil)
    }

    private mutating func report(_ link: Link, of node: PlacedNode) {
        guard !link.isSound, let text = node.parent else { return }
        if let parent = link.parent {
            let order = node.name.level.order.levels.map(\.rawValue).joined(separator: " > ")
            report(
                "taxonomy.wrong-level",
                "the \(node.name.level.rawValue) “\(node.name.text)” cannot lie in “\(text.value)”, a \(parent.level.rawValue)",
                advice: "the order is \(order)", at: text.place ?? node.place)
        } else {
            let names = placed.filter { node.name.level.isInside($0.name.level) }.map(\.name.text)
            report(
                "taxonomy.unknown-parent", "“\(text.value)” is not listed, in which “\(node.name.text)” lies",
                advice: nearestName(to: text.value, among: names).map { "is “\($0)” meant?" }
                    ?? "list it with its level", at: text.place ?? node.place)
        }
    }

    /// Reports names that lie in each other in a circle, each circle once and whole.
    ///
    /// - Returns: the names in circles.
    private mutating func reportCycles(_ links: [Link]) -> Set<Taxonomy.Name> {
        var parents: [Taxonomy.Name: Taxonomy.Name] = [:]
        for (node, link) in zip(placed, links) where parents[node.name] == nil { parents[node.name] = link.parent }
        var (done, circles): (Set<Taxonomy.Name>, Set<Taxonomy.Name>) = ([], [])
        for start in placed {
            var path: [Taxonomy.Name] = []
            var current: Taxonomy.Name? = start.name
            while let name = current, !done.contains(name) {
                if let first = path.firstIndex(of: name) {
                    let circle = path[first...]
                    let said = (circle + [name]).map { "“\($0.text)”" }.joined(separator: " in ")
                    report(
                        "taxonomy.cycle", "names lie in each other in a circle: \(said)",
                        advice: "take one of them out of the other",
                        at: placed.first { $0.name == name }?.place)
                    circles.formUnion(circle)
                    break
                }
                path.append(name)
                current = parents[name]
            }
            done.formUnion(path)
        }
        return circles
    }
}

extension Taxonomy.Name {
    /// Categories before owners, the broader before the narrower, then by the text.
    static func precedes(_ left: Self, _ right: Self) -> Bool {
        let ranks = [left, right].map { TaxonomyLevel.allCases.firstIndex(of: $0.level) ?? 0 }
        return ranks[0] == ranks[1]
            ? left.text.unicodeScalars.lexicographicallyPrecedes(right.text.unicodeScalars) : ranks[0] < ranks[1]
    }
}
