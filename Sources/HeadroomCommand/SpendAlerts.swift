import ArgumentParser
import Headroom

struct SpendAlertsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alerts", abstract: "Brands that advertised far more heavily than usual, and where.",
        discussion: """
            Looks at the months that the last delivery brought, or at all from --since on. What all brands do together is no \
            alert, nor is what small brands do by chance.
            """)

    @Option(
        help: ArgumentHelp("Look at all months from this one on, such as 2025-01.", valueName: "month"),
        transform: SpendReport.month)
    var since: CivilMonth?

    @Option(help: "One category; without it all of them.")
    var category: String?

    @Option(help: ArgumentHelp("A YAML list of the brands that are compared.", valueName: "file"))
    var set: String?

    @Option(help: "The client's brand.")
    var brand: String?

    @Option(help: ArgumentHelp("The layout of the data, where the workspace holds several.", valueName: "name"))
    var source: String?

    @OptionGroup var published: AsOfOption
    @OptionGroup var store: StoreOption
    @OptionGroup var options: CommonOptions

    func run() throws {
        keepFreedMemory()
        try options.deliver {
            let question = SpendQuestion(
                month: CivilMonth(of: .latest), category: category, set: try set.map { try InputFile(reading: $0) },
                brand: brand, source: source, asOf: published.delivery)
            return try Answer.spendAlerts(on: question, since: since, in: store.path, on: options.workers)
        }
    }
}
