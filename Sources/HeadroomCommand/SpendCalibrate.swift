import ArgumentParser
import Headroom

struct SpendCalibrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibrate", abstract: "How the vendor's estimates stand to what the client really paid.",
        discussion: """
            Reads a CSV with the columns month,medium,amount: what the client paid for its brand. Answers a factor for each \
            medium with its range. Nothing is applied unasked.
            """)

    @Argument(help: "The file; - for standard input.")
    var file: String

    @Option(help: "The client's brand.")
    var brand: String

    @Option(help: ArgumentHelp("The layout of the data, where the workspace holds several.", valueName: "name"))
    var source: String?

    @OptionGroup var published: AsOfOption
    @OptionGroup var store: StoreOption
    @OptionGroup var options: CommonOptions

    func run() throws {
        try options.deliver {
            try Answer.spendCalibration(
                of: InputFile(reading: file), brand: brand, source: source, asOf: published.delivery, in: store.path,
                on: options.workers)
        }
    }
}
