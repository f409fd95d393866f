import Costing
import Diagnostics
import Formats
import Monetary
import WorkTime

/// Reads one line of an estimate, from a group of keys or from the record of a table.
struct EstimateLineReader {
    private var group: YAMLGroup<EstimateLineKey>
    private let id: Located<String>
    private var partFindings: [Finding] = []

    init(_ id: Located<String>, _ node: YAMLNode) {
        self.id = id
        group = YAMLGroup(node, subject: "cost", owner: "the line “\(id.value)”")
    }

    var findings: [Finding] { group.findings + partFindings }

    mutating func line() -> EstimateLineDraft {
        guard group.isReadable else { return EstimateLineDraft(id: id, isUnread: true) }
        var line = EstimateLineDraft(
            id: id, name: group.text(.name), category: group.text(.category), phase: group.text(.phase),
            supplier: group.text(.supplier), currency: group.text(.currency),
            quantity: group.read(.quantity, EstimateWords.number), unit: group.text(.unit),
            rate: group.read(.rate, EstimateWords.number), isGross: group.read(.basis, EstimateWords.isGross),
            commission: group.read(.commission, EstimateWords.share),
            markup: group.read(.markup, EstimateWords.share), price: group.read(.price, EstimateWords.number),
            activities: activities(), start: group.read(.from, EstimateWords.day),
            finish: group.read(.to, EstimateWords.day), earning: earning())
        let amounts: [(key: EstimateLineKey, isRead: Bool)] = [
            (.quantity, line.quantity != nil), (.rate, line.rate != nil), (.basis, line.isGross != nil),
            (.commission, line.commission != nil), (.markup, line.markup != nil), (.price, line.price != nil),
        ]
        line.isUnread = amounts.contains { group.has($0.key) && !$0.isRead }
        return line
    }

    /// A list, or ids in one text, separated by semicolons or commas.
    private mutating func activities() -> [Located<String>] {
        group.texts(.activities).flatMap { stated in
            stated.value.split { ",;，；、".contains($0) }.map { Located(String($0).trimmed, at: stated.place) }
        }
    }

    // MARK: Earning

    private mutating func earning() -> Located<EarningRule>? {
        guard let node = group.node(.earned) else { return nil }
        if let entries = node.entries {
            return Located(.milestones(entries.compactMap { milestone($0.key.value, $0.value) }), at: node.place)
        }
        if let elements = node.elements {
            return Located(.milestones(elements.compactMap { milestone($0) }), at: node.place)
        }
        return group.read(.earned, EstimateWords.earning)
    }

    /// An element of a list: a group with a name, or a name with its share.
    private mutating func milestone(_ node: YAMLNode) -> EarningRule.Milestone? {
        if let entry = node.entries?.first, node.entries?.count == 1 { return milestone(entry.key.value, entry.value) }
        return milestone(nil, node)
    }

    private mutating func milestone(_ name: String?, _ node: YAMLNode) -> EarningRule.Milestone? {
        if let name, let text = node.text {
            return group.attempt(at: node.place) { () throws(TextFault) in try EstimateWords.share(text) }
                .map { EarningRule.Milestone(name: name, share: $0, due: nil) }
        }
        var keys = YAMLGroup<MilestoneKey>(
            node, keys: name == nil ? nil : [.share, .due], subject: "cost",
            owner: name.map { "the milestone “\($0)”" } ?? "a milestone of “\(id.value)”")
        let stated = name ?? keys.text(.name)?.value
        let share = keys.read(.share, EstimateWords.share)
        let due = keys.read(.due, EstimateWords.day)
        if keys.isReadable, stated == nil || share == nil, keys.findings.isEmpty {
            keys.report(
                Finding(
                    "cost.bad-milestone", .error, "a milestone of “\(id.value)” has no name or no share",
                    advice: "write  {name: shoot, share: 50%}", at: node.place))
        }
        partFindings += keys.findings
        guard let stated, let share else { return nil }
        return EarningRule.Milestone(name: stated, share: share.value, due: due?.value)
    }
}
