import ArgumentParser
import Headroom

struct SpendCubeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cube", abstract: "Spend added up by any columns, as CSV for other programs.")

    @Argument(help: "Month files; without any, the workspace is added up.")
    var inputs: [String] = []

    @Option(
        help: ArgumentHelp(
            "What to add up by, in this order: \(SpendDimension.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "columns"), transform: { try words($0, of: SpendDimension.self) })
    var by: [SpendDimension]

    @Option(
        help: ArgumentHelp("What to add up: rows, insertions, spend.", valueName: "measures"),
        transform: { try words($0, of: SpendCube.Measure.self) })
    var measures: [SpendCube.Measure] = [.insertions, .spend]

    @Option(name: .shortAndLong, help: ArgumentHelp("Write it here instead of standard output.", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("How the files are to be read; see spend import.", valueName: "name"))
    var layout: String?

    @Option(help: "The year of the files, where they state months only and their names do not tell.")
    var year: Int?

    @Option(help: ArgumentHelp("The layout of the data, where the workspace holds several.", valueName: "name"))
    var source: String?

    @OptionGroup var published: AsOfOption
    @OptionGroup var store: StoreOption
    @OptionGroup var screen: ScreenOptions

    func validate() throws {
        guard inputs.isEmpty || published.asOf == nil else {
            throw ValidationError("--as-of speaks of the workspace; leave out the files")
        }
    }

    func run() throws {
        try screen.reportingFaults {
            let cube =
                inputs.isEmpty
                ? try SpendCube(store: store.path, source: source, by: by, asOf: published.delivery)
                : try SpendCube(adding: inputs, layout: layout, year: year, by: by)
            screen.print(cube.findings)
            guard let output else { return try Terminal.printOutput(cube.csv(measures), terminator: "") }
            try cube.write(measures, to: output)
        }
    }

    /// A list such as `month,brand`, each word once.
    private static func words<Word: RawRepresentable<String> & CaseIterable & Hashable>(
        _ text: String, of _: Word.Type
    ) throws -> [Word] {
        let all = Word.allCases.map(\.rawValue).joined(separator: ", ")
        let words = try text.split(separator: ",").map { word in
            guard let known = Word(rawValue: String(word)) else {
                throw ValidationError("“\(word)” is nothing to add up by here; use \(all)")
            }
            return known
        }
        guard Set(words).count == words.count else { throw ValidationError("“\(text)” names a column twice") }
        return words
    }
}
