import ArgumentParser
import Headroom

struct SpendReport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "The monthly paper on competitive media spending.")

    @Option(help: ArgumentHelp("The month, such as 2025-12.", valueName: "month"), transform: month)
    var month: CivilMonth

    @Option(help: "One category; without it all of them.")
    var category: String?

    @Option(help: ArgumentHelp("A YAML list of the brands that are compared.", valueName: "file"))
    var set: String?

    @Option(
        help: ArgumentHelp(
            "A CSV table of market shares (brand,share), to set share of spend against.", valueName: "file"))
    var marketShares: String?

    @Option(
        help: ArgumentHelp(
            "A CSV table of ratings (month,brand,medium,ratings,impressions,audience), for what contacts cost.",
            valueName: "file"))
    var ratings: String?

    @Option(help: "The client's brand.")
    var brand: String?

    @Option(
        help: ArgumentHelp(
            "Explain changes against the same month a year ago, or the month before: year or month.",
            valueName: "base"), transform: base)
    var against: SpendQuestion.Base = .year

    @Option(
        help: ArgumentHelp(
            "Take changes apart step by step, volume first, or by logarithmic means: stepwise or lmdi.",
            valueName: "method"), transform: method)
    var decompose: DecompositionMethod = .stepwise

    @Option(help: ArgumentHelp("How many months the outlook covers.", valueName: "n"), transform: number(in: 1...24))
    var horizon = 3

    @Option(help: ArgumentHelp("The layout of the data, where the workspace holds several.", valueName: "name"))
    var source: String?

    @OptionGroup var published: AsOfOption
    @OptionGroup var store: StoreOption
    @OptionGroup var options: CommonOptions

    func run() throws {
        keepFreedMemory()
        try options.deliver {
            let question = SpendQuestion(
                month: month, category: category, set: try set.map { try InputFile(reading: $0) },
                marketShares: try marketShares.map { try InputFile(reading: $0) },
                ratings: try ratings.map { try InputFile(reading: $0) }, brand: brand,
                source: source, base: against, decomposition: decompose, horizon: horizon, asOf: published.delivery)
            return try Answer.spendReport(on: question, in: store.path, on: options.workers)
        }
    }

    static func month(_ text: String) throws -> CivilMonth {
        guard let month = CivilMonth(text) else { throw ValidationError("“\(text)” is not a month; write 2025-12") }
        return month
    }

    private static func method(_ text: String) throws -> DecompositionMethod {
        guard let method = DecompositionMethod(rawValue: text) else {
            throw ValidationError("“\(text)” is no way to take a change apart; use stepwise or lmdi")
        }
        return method
    }

    private static func base(_ text: String) throws -> SpendQuestion.Base {
        guard let base = SpendQuestion.Base(rawValue: text) else {
            throw ValidationError("“\(text)” is nothing to explain a change against; use year or month")
        }
        return base
    }
}
