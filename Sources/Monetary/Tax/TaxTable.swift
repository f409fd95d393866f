public import WorkTime

/// The taxes of one place, each with its rules by date.
public struct TaxTable: Hashable, Sendable, Codable {
    /// `China, advertising services`.
    public let name: String
    /// By first day, those of one day in the order given.
    public let rules: [TaxRule]

    /// - Throws: `overlap` when two rules of one tax hold on one day; there may be days without any.
    public init(name: String, rules: [TaxRule]) throws(TaxFault) {
        let sorted = rules.enumerated().sorted { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }
        self.name = name
        self.rules = sorted.map(\.element)
        var last: [TaxID: TaxRule] = [:]
        for rule in self.rules {
            if let before = last[rule.id], before.holds(on: rule.from) { throw .overlap(rule.id, on: rule.from) }
            last[rule.id] = rule
        }
    }

    /// The taxes of the table, by when their first rules began.
    public var taxes: [TaxID] {
        var seen: Set<TaxID> = []
        return rules.map(\.id).filter { seen.insert($0).inserted }
    }

    /// The rule of a tax that holds on a day.
    ///
    /// - Throws: `unknown`, `notInForce`.
    public func rule(_ tax: TaxID, on day: CivilDay) throws(TaxFault) -> TaxRule {
        if let rule = rules.first(where: { $0.id == tax && $0.holds(on: day) }) { return rule }
        throw rules.contains { $0.id == tax } ? .notInForce(tax, on: day) : .unknown(tax)
    }

    /// The rules that hold on a day, one a tax, in the order of ``taxes``.
    public func rules(on day: CivilDay) -> [TaxRule] {
        taxes.compactMap { tax in rules.first { $0.id == tax && $0.holds(on: day) } }
    }
}
