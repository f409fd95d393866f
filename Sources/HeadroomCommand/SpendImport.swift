import ArgumentParser
import Headroom

struct SpendImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Store month files in the workspace, each whole or not at all.")

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

    @OptionGroup var store: StoreOption
    @OptionGroup var options: CommonOptions

    func validate() throws {
        // Several files are read twice: all are checked before the first is stored.
        guard files.count == 1 || !files.contains("-") else {
            throw ValidationError("standard input can only be imported alone")
        }
    }

    func run() throws {
        try options.deliver { try Answer.spendImport(files, layout: layout, year: year, into: store.path) }
    }
}
