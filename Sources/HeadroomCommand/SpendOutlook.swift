import ArgumentParser
import Headroom

struct SpendOutlookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outlook", abstract: "What the next months of series of spend are expected to bring.",
        discussion: """
            Reads a CSV with the columns id,t,value: one line a series and period. Each series is forecast by itself, with \
            intervals that its own past forecasts justify.
            """)

    @Argument(help: "The file; - for standard input.")
    var file: String

    @Option(help: ArgumentHelp("How many periods to look ahead.", valueName: "n"), transform: number(in: 1...1_200))
    var horizon: Int

    @Option(
        help: ArgumentHelp("Periods after which the season comes round; 1 for none.", valueName: "n"),
        transform: number(in: 1...366))
    var season = 12

    @Option(
        name: .customLong("csv"),
        help: ArgumentHelp("Write id,h,value,lo80,hi80,lo95,hi95,method here.", valueName: "file"))
    var rows: String?

    @OptionGroup var options: CommonOptions

    func run() throws {
        try options.deliver {
            let outlook = try SeriesOutlook(
                of: InputFile(reading: file), horizon: horizon, seasonLength: season, on: options.workers)
            if let rows { try outlook.write(to: rows) }
            return outlook.answer
        }
    }
}
