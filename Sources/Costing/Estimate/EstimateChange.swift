import Monetary
import WorkTime

/// One thing in which an estimate is no longer what was proposed.
public enum EstimateChange: Hashable, Sendable {
    case added(LineID)
    case gone(LineID)
    /// The line as it was and as it is.
    case changed(EstimateLine, EstimateLine)
    /// The lines stand in another order.
    case order
    /// A key of the file whose value differs.
    case head(String)
}

extension CostEstimate {
    /// In what another statement of the same version differs; empty only when it is the same.
    public func changes(to other: CostEstimate) -> [EstimateChange] {
        guard self != other else { return [] }
        let before = Dictionary(lines.map { ($0.id, $0) }) { first, _ in first }
        let kept = Set(other.lines.map(\.id))
        var changes = heads(differingFrom: other).map { EstimateChange.head($0) }
        for line in other.lines where before[line.id] != line {
            changes.append(before[line.id].map { .changed($0, line) } ?? .added(line.id))
        }
        changes += lines.filter { !kept.contains($0.id) }.map { .gone($0.id) }
        return changes.isEmpty ? [.order] : changes
    }

    private func heads(differingFrom other: CostEstimate) -> [String] {
        let heads: [(key: String, isSame: Bool)] = [
            ("estimate", name == other.name), ("job", job == other.job), ("client", client == other.client),
            ("type", type == other.type), ("currency", currency == other.currency),
            ("version", version == other.version), ("effective", effective == other.effective),
            ("reason", reason == other.reason), ("start", start == other.start), ("finish", finish == other.finish),
            ("contingency", contingency == other.contingency),
            ("management reserve", managementReserve == other.managementReserve), ("ceiling", ceiling == other.ceiling),
            ("rates", exchanges == other.exchanges), ("tax", taxRate == other.taxRate),
            ("billing", billing == other.billing),
        ]
        return heads.filter { !$0.isSame }.map(\.key)
    }
}

extension EstimateChange {
    /// What is different, as a clause.
    public var words: String {
        switch self {
        case .added(let id): "“\(id)” was added"
        case .gone(let id): "“\(id)” is gone"
        case .changed(let before, let now) where before.cost != now.cost:
            "“\(now.id)” was estimated at \(before.cost), and is now at \(now.cost.amount)"
        case .changed(let before, let now) where before.price != now.price:
            "“\(now.id)” had a price of \(before.price), and now of \(now.price.amount)"
        case .changed(_, let now): "“\(now.id)” is described in another way"
        case .order: "the lines stand in another order"
        case .head(let key): "“\(key)” is different"
        }
    }
}
