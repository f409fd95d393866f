import ArgumentParser
import Headroom

struct SpendChecks: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checks",
        abstract: "What the checks said of each stored delivery, what was accepted, by whom and why.")

    @Option(help: ArgumentHelp("The layout of the data; without it all of them.", valueName: "name"))
    var source: String?

    @OptionGroup var store: StoreOption
    @OptionGroup var options: CommonOptions

    func run() throws {
        try options.deliver { try Answer.spendChecks(of: source, in: store.path) }
    }
}

/// How deliveries are judged before they are stored.
struct SpendGateOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How much each check weighs, as YAML; without it the standard ones.", valueName: "file"))
    var rules: String?

    @Option(
        help: ArgumentHelp(
            """
            Store the file although this check speaks against it; may be repeated. Needs --by and --because. The checks: \
            \(QualityRule.allCases.filter { !$0.isAlwaysRefused }.map(\.rawValue).joined(separator: ", ")).
            """, valueName: "rule"), transform: rule)
    var accept: [QualityRule] = []

    @Option(help: ArgumentHelp("Who accepts it.", valueName: "name"), transform: CommandDates.name)
    var by: String?

    @Option(help: ArgumentHelp("Why it is accepted.", valueName: "text"), transform: CommandDates.name)
    var because: String?

    func validate() throws {
        guard accept.isEmpty == (by == nil), accept.isEmpty == (because == nil) else {
            throw ValidationError(
                accept.isEmpty
                    ? "--by and --because belong to --accept" : "--accept needs --by NAME and --because TEXT")
        }
    }

    func gate() throws -> SpendGate {
        try SpendGate(
            rulesFile: try rules.map { try InputFile(reading: $0) },
            acceptances: accept.map { QualityAcceptance($0, by: by ?? "", because: because ?? "") })
    }

    private static func rule(_ text: String) throws -> QualityRule {
        guard let rule = QualityRule(rawValue: text) else {
            let names = QualityRule.allCases.map(\.rawValue)
            throw ValidationError(
                "“\(text)” is not a check; "
                    + (nearestName(to: text, among: names).map { "is “\($0)” meant?" }
                        ?? "use one of: \(names.joined(separator: ", "))"))
        }
        guard !rule.isAlwaysRefused else {
            throw ValidationError("\(text) cannot be accepted: amounts of two currencies are never added")
        }
        return rule
    }
}

/// Figures as they were published.
struct AsOfOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The figures as they were when this delivery had just been stored; see spend checks.", valueName: "number"))
    var asOf: Int64?

    var delivery: DeliveryID? { asOf.map(DeliveryID.init(rawValue:)) }
}
