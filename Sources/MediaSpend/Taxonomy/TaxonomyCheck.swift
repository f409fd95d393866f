import Diagnostics
import Monetary

/// A draft of a taxonomy while it is being checked.
struct TaxonomyCheck {
    private let draft: TaxonomyDraft
    var findings: [Finding] = []
    /// Nodes that can be read, in the order of the draft.
    private(set) var placed: [PlacedNode] = []

    struct PlacedNode {
        let name: Taxonomy.Name
        let span: MonthSpan
        let parent: Located<String>?
        let place: SourcePlace?
    }

    init(_ draft: TaxonomyDraft) { self.draft = draft }

    mutating func taxonomy() -> Taxonomy {
        if draft.nodes.isEmpty, draft.aliases.isEmpty, draft.weights.isEmpty {
            findings.append(
                Finding(
                    "taxonomy.empty", .warning, "the taxonomy says nothing",
                    advice: "list categories, owners, aliases or brands"))
        }
        for node in draft.nodes { place(node) }
        let nodes = linkedNodes()
        let weights = weightings(draft.weights)
        let aliases = checkedAliases(draft.aliases, weights)
        return Taxonomy(nodes: nodes, aliases: aliases, weights: weights)
    }

    private mutating func place(_ node: TaxonomyDraft.NodeDraft) {
        let level = self.level(node.level, at: node.place)
        let name = needed(node.name, "name", at: node.place)
        let span = self.span(node.validity, at: node.place)
        guard let level, let name, let span else { return }
        placed.append(
            PlacedNode(
                name: Taxonomy.Name(level: level, text: name.value), span: span, parent: node.parent,
                place: name.place ?? node.place))
    }

    // MARK: Words

    mutating func needed(_ value: Located<String>?, _ what: String, at place: SourcePlace?) -> Located<String>? {
        if let value, !value.value.isEmpty { return value }
        report("taxonomy.missing", "this has no \(what)", advice: "write it: \(what): …", at: value?.place ?? place)
        return nil
    }

    mutating func level(
        _ word: Located<String>?, among allowed: [TaxonomyLevel] = TaxonomyLevel.allCases, at place: SourcePlace?
    ) -> TaxonomyLevel? {
        guard let word = needed(word, "level", at: place) else { return nil }
        let text = word.value == "ultimate owner" ? TaxonomyLevel.owner.rawValue : word.value
        if let level = TaxonomyLevel(rawValue: text), allowed.contains(level) { return level }
        let names = allowed.map(\.rawValue)
        report(
            "taxonomy.unknown-level", "“\(word.value)” is no level that can stand here",
            advice: nearestName(to: word.value, among: names).map { "is “\($0)” meant?" }
                ?? "use one of: \(names.joined(separator: ", "))", at: word.place ?? place)
        return nil
    }

    mutating func span(_ validity: ValidityDraft, at place: SourcePlace?) -> MonthSpan? {
        let reading = validity.span("taxonomy", at: place)
        findings += reading.findings
        return reading.span
    }

    mutating func report(_ id: FindingID, _ message: String, advice: String, at place: SourcePlace?) {
        findings.append(Finding(id, .error, message, advice: advice, at: place))
    }

    /// Reports each thing that holds in a month in which another of the same name does.
    mutating func reportOverlaps(_ entries: [(span: MonthSpan, place: SourcePlace?)], _ what: String) {
        for (index, entry) in entries.enumerated() {
            guard let other = entries[..<index].first(where: { $0.span.overlaps(entry.span) }) else { continue }
            let before = other.place.map { " (line \($0.line))" } ?? ""
            report(
                "taxonomy.overlap",
                "\(what) is stated twice for the same months: \(other.span)\(before) and \(entry.span)",
                advice: "let one end in the month before the other begins, or keep one of them", at: entry.place)
        }
    }
}
