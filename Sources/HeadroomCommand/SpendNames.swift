import ArgumentParser
import Headroom

struct SpendNames: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "names",
        abstract: "Names that a taxonomy does not know, by spend, and the names that may be meant.")

    @Argument(help: "Month files; without any, the workspace is looked at.")
    var inputs: [String] = []

    @Option(
        help: ArgumentHelp(
            "The taxonomy, YAML or CSV. Without it, names that are written in two ways are listed.", valueName: "file"))
    var taxonomy: String?

    @Option(help: ArgumentHelp("How the files are to be read; see spend import.", valueName: "name"))
    var layout: String?

    @Option(help: "The year of the files, where they state months only and their names do not tell.")
    var year: Int?

    @Option(help: ArgumentHelp("The layout of the data, where the workspace holds several.", valueName: "name"))
    var source: String?

    @OptionGroup var store: StoreOption
    @OptionGroup var options: CommonOptions

    func run() throws {
        try options.deliver {
            let cube =
                inputs.isEmpty
                ? try SpendCube(store: store.path, source: source, by: UnknownNames.dimensions)
                : try SpendCube(adding: inputs, layout: layout, year: year, by: UnknownNames.dimensions)
            return try Answer.spendNames(in: cube, taxonomy: taxonomy)
        }
    }
}
