import ArgumentParser
import Headroom

struct SpendDiff: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "What changed between two deliveries of the same data, row by row.",
        discussion: """
            Rows are matched by the key of the layout, or where it has none by all that they say but their amounts. With \
            --strict, the exit status is 1 when the periods of the old delivery are stated in another way.
            """)

    @Argument(help: "The old and the new month file; none with --delivery.")
    var files: [String] = []

    @Option(
        help: ArgumentHelp("The new one of two stored deliveries, by its number in spend checks.", valueName: "number"))
    var delivery: Int64?

    @Option(help: ArgumentHelp("The old one, by its number.", valueName: "number"))
    var against: Int64?

    @Option(help: ArgumentHelp("How the files are to be read; see spend import.", valueName: "name"))
    var layout: String?

    @Option(help: "The year of the files, where they state months only and their names do not tell.")
    var year: Int?

    @OptionGroup var store: StoreOption
    @OptionGroup var options: CommonOptions

    func validate() throws {
        let isStored = delivery != nil || against != nil
        guard isStored ? files.isEmpty && delivery != nil && against != nil : files.count == 2 else {
            throw ValidationError("name two month files, OLD and NEW, or two deliveries: --delivery 7 --against 5")
        }
        guard files.count(where: { $0 == "-" }) < 2 else {
            throw ValidationError("only one of the two can be standard input")
        }
    }

    func run() throws {
        try options.deliver {
            if let delivery, let against {
                return try Answer.spendDiff(of: delivery, against: against, layout: layout, in: store.path)
            }
            return try Answer.spendDiff(from: files[0], to: files[1], layout: layout, year: year)
        }
    }
}
