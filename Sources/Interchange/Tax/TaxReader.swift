import Diagnostics
import Formats
import Monetary
import WorkTime

/// Reads the keys of a table of taxes.
struct TaxReader {
    private var group: YAMLGroup<TaxTableKey>
    private var partFindings: [Finding] = []

    init(_ root: YAMLNode) { group = YAMLGroup(root, subject: "cost", owner: "the table of taxes") }

    var findings: [Finding] { group.findings + partFindings }

    /// `nil` when there is no rule, or an error among the findings.
    mutating func table() -> TaxTable? {
        let name = group.text(.taxes)?.value ?? ""
        var rules: [Located<TaxRule>] = []
        if let node = group.node(.rules) {
            guard let elements = node.elements else {
                group.reportWrongKind(.rules, node, expected: "a list of rules")
                return nil
            }
            rules = elements.compactMap { rule($0) }
        }
        let table = withoutOverlaps(rules, name)
        return rules.isEmpty || FindingList(findings).hasErrors ? nil : table
    }

    /// Every rule that holds on a day on which another rule of the tax does is reported, not only the first.
    private mutating func withoutOverlaps(_ rules: [Located<TaxRule>], _ name: String) -> TaxTable? {
        var sound = rules
        while true {
            do throws(TaxFault) {
                return try TaxTable(name: name, rules: sound.map(\.value))
            } catch {
                guard case .overlap(let tax, let day) = error,
                    let index = sound.lastIndex(where: { $0.value.id == tax && $0.value.from == day })
                else { return nil }
                report(
                    "cost.tax-overlap", "\(error)", advice: "let one end on the day before the other begins",
                    at: sound[index].place)
                sound.remove(at: index)
            }
        }
    }

    // MARK: Rules

    private mutating func rule(_ node: YAMLNode) -> Located<TaxRule>? {
        var keys = YAMLGroup<TaxRuleKey>(node, subject: "cost", owner: "a rule of a tax")
        defer { partFindings += keys.findings }
        guard keys.isReadable else { return nil }
        let missing = [TaxRuleKey.id, .rate, .base, .from].filter { !keys.has($0) }
        if !missing.isEmpty {
            report(
                "cost.tax-incomplete",
                "a rule of a tax does not state \(missing.map(\.rawValue).joined(separator: ", "))",
                advice: "add: \(missing.map { "\($0.rawValue): …" }.joined(separator: ", "))", at: node.place)
        }
        let reliefs = reliefs(&keys)
        let words = (
            base: keys.read(.base) { text throws(TextFault) in try TaxWords.base(text) },
            rounding: keys.read(.rounding) { text throws(TextFault) in try TaxWords.rounding(text) },
            unit: keys.read(.roundedPer) { text throws(TextFault) in try TaxWords.roundedPer(text) }
        )
        // All are read before one is missed, so that everything wrong is found at once.
        let (rate, from) = (keys.read(.rate, EstimateWords.share), keys.read(.from, EstimateWords.day))
        let through = keys.read(.through, EstimateWords.day)
        guard let id = keys.text(.id), let rate, let base = words.base, let from else { return nil }
        let name = TaxWords.names(keys.text(.name)?.value ?? id.value)
        let source = keys.text(.source)?.value
        let isVerified = keys.flag(.unverified) != true
        return checked(at: node.place) { () throws(TaxFault) in
            try TaxRule(
                TaxID(id.value), name: name.english, chineseName: name.chinese, rate: rate.value, base: base.value,
                rounding: words.rounding?.value ?? .halfUp, roundedPer: words.unit?.value ?? .document,
                from: from.value, through: through?.value, reliefs: reliefs, source: source, isVerified: isVerified)
        }
    }

    private mutating func reliefs(_ keys: inout YAMLGroup<TaxRuleKey>) -> [TaxRelief] {
        guard let node = keys.node(.reliefs) else { return [] }
        guard let elements = node.elements else {
            keys.reportWrongKind(.reliefs, node, expected: "a list of reliefs")
            return []
        }
        return elements.compactMap { relief($0) }
    }

    private mutating func relief(_ node: YAMLNode) -> TaxRelief? {
        var keys = YAMLGroup<TaxReliefKey>(node, subject: "cost", owner: "a relief")
        defer { partFindings += keys.findings }
        guard keys.isReadable else { return nil }
        let missing = [TaxReliefKey.share, .from].filter { !keys.has($0) }
        if !missing.isEmpty {
            report(
                "cost.tax-incomplete", "a relief does not state \(missing.map(\.rawValue).joined(separator: ", "))",
                advice: "add: \(missing.map { "\($0.rawValue): …" }.joined(separator: ", "))", at: node.place)
        }
        let through = keys.read(.through, EstimateWords.day)
        let source = keys.text(.source)?.value
        let isVerified = keys.flag(.unverified) != true
        let (share, from) = (keys.read(.share, EstimateWords.share), keys.read(.from, EstimateWords.day))
        guard let share, let from else { return nil }
        return TaxRelief(
            share: share.value, from: from.value, through: through?.value, source: source, isVerified: isVerified)
    }

    // MARK: Findings

    private mutating func checked(
        at place: SourcePlace, _ rule: () throws(TaxFault) -> TaxRule
    ) -> Located<TaxRule>? {
        do throws(TaxFault) {
            return Located(try rule(), at: place)
        } catch {
            report("cost.tax-impossible", "\(error)", advice: error.advice, at: place)
            return nil
        }
    }

    private mutating func report(_ id: FindingID, _ message: String, advice: String, at place: SourcePlace?) {
        partFindings.append(Finding(id, .error, message, advice: advice, at: place))
    }
}

extension TaxFault {
    /// What would be right. One sentence without a full stop.
    fileprivate var advice: String {
        switch self {
        case .negativeRate: "write a rate of 0 % or more"
        case .impossibleRelief: "write what is taken away, above 0 % and at most 100 %"
        case .endsBeforeItBegins, .overlap, .unknown, .notInForce: "correct one of the two days"
        }
    }
}

/// Words and names of a table of taxes.
enum TaxWords {
    /// - Throws: `cost.unknown-word`.
    static func base(_ text: String) throws(TextFault) -> TaxBase {
        try choice(text, "base", among: TaxBase.allCases.map { ($0.rawValue, $0) })
    }

    /// - Throws: `cost.unknown-word`.
    static func rounding(_ text: String) throws(TextFault) -> Rounding {
        try choice(
            text, "rounding", among: [("half-up", .halfUp), ("half-even", .halfEven), ("down", .down), ("up", .up)])
    }

    /// - Throws: `cost.unknown-word`.
    static func roundedPer(_ text: String) throws(TextFault) -> TaxRounding {
        try choice(text, "rounded per", among: TaxRounding.allCases.map { ($0.rawValue, $0) })
    }

    /// `Value added tax / 增值税`; one name stands for both.
    static func names(_ text: String) -> (english: String, chinese: String?) {
        let names = text.split(separator: " / ", maxSplits: 1).map { String($0).trimmed }
        return (names.first ?? text, names.count == 2 ? names[1] : nil)
    }

    private static func choice<Value>(
        _ text: String, _ key: String, among choices: [(word: String, value: Value)]
    ) throws(TextFault) -> Value {
        let plain = text.lowercased()
        if let choice = choices.first(where: { $0.word == plain }) { return choice.value }
        let words = choices.map(\.word)
        let nearest = nearestName(to: plain, among: words)
        throw TextFault(
            "cost.unknown-word", "“\(key)” is “\(text)”",
            advice: nearest.map { "did you mean “\($0)”?" } ?? "write one of: \(words.joined(separator: ", "))")
    }
}
