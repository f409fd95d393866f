import Scheduling
import WorkTime

extension TimetableWords {
    /// Every activity that is scheduled by itself, and what it waits for. Of a large plan the critical path and its
    /// neighbours.
    var networkChart: NetworkChart {
        let network = project.network
        let all = (0..<network.count).filter { !network.traits[$0].contains(.isIdle) }
        let shown = all.count <= Self.mostNodes ? all : criticalNeighbourhood(all)
        let placeOf = Dictionary(uniqueKeysWithValues: shown.enumerated().map { ($1, $0) })
        let links = network.ties.indices.compactMap { index -> NetworkChart.Link? in
            let tie = network.ties[index]
            guard let source = placeOf[Int(tie.source)], let target = placeOf[Int(tie.target)] else { return nil }
            return NetworkChart.Link(
                source, target, strength(of: index), isUnusual: tie.relationship != .finishToStart)
        }
        var summary = book.say(NetworkPhrase.summary(activities: shown.count, links: links.count))
        if shown.count < all.count {
            let rest = book.say(NetworkPhrase.leavesOut(shown: shown.count, all: all.count))
            summary += (book.language == .english ? " " : "") + rest
        }
        return NetworkChart(
            book.say(NetworkPhrase.title), summary: summary, nodes: shown.map { node(of: $0, shown) },
            links: strongest(links), groups: project.lanes.map { book.name($0.name) })
    }

    /// More cannot be taken in at one look.
    static let mostNodes = 120

    /// The longest path, then other critical work, then what is linked to either; each in file order.
    private func criticalNeighbourhood(_ all: [Int]) -> [Int] {
        let ties = project.network.ties
        let path = schedule.longestPath.compactMap(index(of:))
        let critical = project.activities.indices.filter { schedule.activities[$0].isCritical }
        var core: [Int] = []
        var isIn: Set<Int> = []
        func add(_ node: Int) {
            if core.count < Self.mostNodes, isIn.insert(node).inserted { core.append(node) }
        }
        let known = Set(all)
        for node in path + critical where known.contains(node) { add(node) }
        let centre = isIn
        for tie in ties {
            if centre.contains(Int(tie.target)) { add(Int(tie.source)) }
            if centre.contains(Int(tie.source)) { add(Int(tie.target)) }
        }
        return core.sorted()
    }

    private func strength(of index: Int) -> NetworkChart.Strength {
        let tie = project.network.ties[index]
        guard schedule.times.drives[index] else { return .loose }
        let ends = [Int(tie.source), Int(tie.target)]
        return ends.allSatisfy { schedule.times.isOnLongestPath($0) } ? .critical : .driving
    }

    /// Of several links between two activities the strongest.
    private func strongest(_ links: [NetworkChart.Link]) -> [NetworkChart.Link] {
        var kept: [NetworkChart.Link] = []
        var placeOf: [[Int]: Int] = [:]
        for link in links {
            let pair = [link.source, link.target]
            guard let place = placeOf[pair] else {
                placeOf[pair] = kept.count
                kept.append(link)
                continue
            }
            if kept[place].strength < link.strength { kept[place] = link }
        }
        return kept
    }

    private func node(of node: Int, _ shown: [Int]) -> NetworkChart.Node {
        guard node < project.activities.count else { return gate(node) }
        let (activity, dates) = (project.activities[node], schedule.activities[node])
        let (length, style) = length(activity.duration, of: node)
        let when = book.moment(activity.isMilestone ? finish(node) : start(node), .brief)
        let separator = book.language == .english ? ", " : "，"
        return NetworkChart.Node(
            name(node),
            // “28 calendar days” leaves no room for a date.
            detail: activity.isMilestone
                ? when
                : style == .aroundTheClock
                    ? book.work(length, style) : book.work(length, .compact) + separator + when,
            group: activity.lane.flatMap { lane in project.lanes.firstIndex { $0.id == lane } },
            isCritical: dates.isCritical || dates.isOnLongestPath, isMilestone: activity.isMilestone)
    }

    /// The point at which the parts of a linked summary may begin, or at which all are done.
    private func gate(_ node: Int) -> NetworkChart.Node {
        let summary = project.network.owner(of: node)
        let ends = project.network.ties(into: node).contains {
            let source = Int($0.source)
            return source < project.activities.count && project.activities[source].facts.parent == summary
        }
        return NetworkChart.Node(
            book.say(ends ? NetworkPhrase.ends(name(summary)) : .begins(name(summary))),
            isCritical: schedule.times.isOnLongestPath(node), isMilestone: true)
    }

    // MARK: Float paths

    func floatPathTable(_ paths: [FloatPath]) -> Table {
        let arrow = " → "
        return Table(
            "float-paths", title: book.say(NetworkPhrase.floatPaths),
            columns: [
                Column(book.say(NetworkPhrase.number), .integer), Column(book.say(NetworkPhrase.path)),
                Column(book.say(NetworkPhrase.count), .integer, importance: .useful),
                Column(book.say(NetworkPhrase.joins), importance: .useful), Column(book.say(.float), .work),
            ],
            rows: paths.map { path in
                let names = path.activities.map { name($0) }
                let shown = names.count > 7 ? names.prefix(3) + ["…"] + names.suffix(3) : names[...]
                return [
                    book.cell(.integer(path.number)),
                    Cell(shown.joined(separator: arrow), emphasis: path.number == 1 ? .strong : .plain),
                    book.cell(.integer(path.activities.count)), Cell(path.joins.map { name($0) } ?? ""),
                    path.totalFloat.map { float in
                        book.cell(.work(length(float)), float < .zero ? .missed : .plain)
                    } ?? Cell("–", emphasis: .muted),
                ]
            })
    }
}
