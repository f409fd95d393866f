import Diagnostics
import Formats
import MediaSpend

/// The keys of a table of factors.
enum FactorTableKey: String, CaseIterable {
    case factors, tiers
}

/// The keys of one factor.
enum FactorRuleKey: String, CaseIterable {
    case medium, vehicle, tier, factor, from, through
}

/// Reads the keys of a table of factors.
struct FactorYAML {
    private(set) var findings: [Finding] = []

    mutating func draft(of root: YAMLNode) -> FactorDraft {
        var group = YAMLGroup<FactorTableKey>(root, subject: "factors", owner: "the table of factors")
        var draft = FactorDraft()
        draft.rules = group.list(.factors, "a list of factors").map { rule($0) }
        for entry in group.entries(.tiers) ?? [] {
            let advertisers = entry.value.elements ?? [entry.value]
            for element in advertisers {
                guard let name = element.text else {
                    group.report(
                        Finding(
                            "factors.wrong-kind", .error, "\(element.kindName) stands where an advertiser is expected",
                            advice: "write the names of advertisers: [Acme China, Bezo]", at: element.place))
                    continue
                }
                draft.tiers.append(
                    FactorDraft.TierDraft(advertiser: Located(name, at: element.place), tier: entry.key))
            }
        }
        findings = group.findings + findings
        return draft
    }

    private mutating func rule(_ element: YAMLNode) -> FactorDraft.RuleDraft {
        var keys = YAMLGroup<FactorRuleKey>(element, subject: "factors", owner: "a factor")
        defer { findings += keys.findings }
        return FactorDraft.RuleDraft(
            medium: keys.text(.medium), vehicle: keys.text(.vehicle), tier: keys.text(.tier),
            validity: keys.validity(from: .from, through: .through), factor: keys.text(.factor), place: element.place)
    }
}
