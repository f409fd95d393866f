import Diagnostics
import Interchange
public import MediaSpend

/// How deliveries are judged before they are stored, and what of it somebody takes upon themselves.
public struct SpendGate: Sendable {
    public var rules: QualityRules
    public var acceptances: [QualityAcceptance]

    public init(rules: QualityRules = .standard, acceptances: [QualityAcceptance] = []) {
        self.rules = rules
        self.acceptances = acceptances
    }

    /// - Parameter file: the rules, as YAML; `nil`: the standard ones.
    /// - Throws: a `Rejection` with everything that is wrong with the file.
    public init(rulesFile file: InputFile?, acceptances: [QualityAcceptance] = []) throws {
        self.init(acceptances: acceptances)
        guard let file else { return }
        var findings = FindingList()
        let source = try file.text(findings: &findings)
        try findings.throwIfErrors()
        rules = try QualityRulesFile.read(source)
    }
}
