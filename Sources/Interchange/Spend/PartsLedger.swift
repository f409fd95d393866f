/// Groups of rows that repeat what they should add up to, while a file is read.
///
/// Rows of one group may stand anywhere in the file.
struct PartsLedger {
    private var positions: [String: Int] = [:]
    /// In the order in which they first occur.
    private(set) var groups: [Group] = []

    /// Rows that belong together.
    struct Group {
        let name: String
        /// The line of its first row.
        let line: Int
        /// What its rows state as their total, in minor units; `nil` when none of them does.
        var total: Int64?
        /// Whether its rows state different totals.
        var isAmbiguous = false
        /// What its rows add up to.
        var sum: Int128 = 0
        /// How many rows have an amount.
        var parts = 0

        /// By how much the parts exceed the total; `nil` where one of them is not stated.
        var surplus: Int128? {
            guard let total, parts > 0 else { return nil }
            return sum - Int128(total)
        }
    }

    /// Adds a row; one without an amount may still state the total.
    mutating func add(_ group: String, line: Int, total: Int64?, spend: Int64?) {
        let position = positions[group] ?? groups.count
        if position == groups.count {
            positions[group] = position
            groups.append(Group(name: group, line: line))
        }
        if let total {
            if let known = groups[position].total, known != total { groups[position].isAmbiguous = true }
            groups[position].total = groups[position].total ?? total
        }
        guard let spend else { return }
        groups[position].sum += Int128(spend)
        groups[position].parts += 1
    }

    /// Groups whose parts differ from their total by more than so many minor units, or that state two totals.
    func mismatches(beyond tolerance: UInt64) -> [Group] {
        groups.filter { $0.isAmbiguous || ($0.surplus.map { $0.magnitude > UInt128(tolerance) } ?? false) }
    }

    /// Groups that state a total and no parts: their spend is not in the rows.
    var withoutParts: [Group] { groups.filter { $0.parts == 0 && $0.total != nil } }
}
