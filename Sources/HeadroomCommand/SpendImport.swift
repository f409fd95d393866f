import ArgumentParser
import Headroom

struct SpendImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Store month files in the workspace, each whole or not at all.",
        discussion: """
            Each file is checked before it is stored: against the months before it, and against what it states of itself. A \
            check that blocks it leaves the workspace as it was, with exit status 1.
            """)

    @Argument(help: "CSV or TSV files, also packed with gzip; - for standard input.")
    var files: [String]

    @Option(
        help: ArgumentHelp(
            """
            How the files are to be read: \(Layout.seeds.map(\.name).joined(separator: ", ")), or the file of a \
            layout. Without it, the layout that fits the columns.
            """, valueName: "name"))
    var layout: String?

    @Option(help: "The year of the files, where they state months only and their names do not tell.")
    var year: Int?

    @OptionGroup var checks: SpendGateOptions
    @OptionGroup var store: StoreOption
    @OptionGroup var options: CommonOptions

    func validate() throws {
        guard files.count == 1 || !files.contains("-") else {
            throw ValidationError("standard input can only be imported alone")
        }
    }

    func run() throws {
        var isBlocked = false
        try options.deliver {
            let answer = try Answer.spendImport(
                files, layout: layout, year: year, gate: checks.gate(), into: store.path)
            isBlocked = answer.isNegative
            return answer
        }
        // Not only with --strict: what was asked for was not done.
        if isBlocked { throw ExitCode(1) }
    }
}
