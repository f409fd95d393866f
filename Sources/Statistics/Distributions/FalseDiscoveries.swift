/// Which of many tests asked at once found something, when only so large a part of what is found may be chance.
///
/// - Source: Benjamini and Hochberg, “Controlling the false discovery rate”, 1995.
public enum FalseDiscoveries {
    /// For each test whether it found something.
    ///
    /// - Parameters:
    ///   - probabilities: of what was seen, or more, if there were nothing, one a test; 0…1.
    ///   - rate: the part that chance may have of what is found, 0…1.
    public static func found(_ probabilities: [Double], rate: Double) -> [Bool] {
        let order = probabilities.indices.sorted { probabilities[$0] < probabilities[$1] }
        let last = order.indices.last { position in
            probabilities[order[position]] <= rate * Double(position + 1) / Double(order.count)
        }
        var found = [Bool](repeating: false, count: probabilities.count)
        for position in order.prefix(last.map { $0 + 1 } ?? 0) { found[position] = true }
        return found
    }
}
