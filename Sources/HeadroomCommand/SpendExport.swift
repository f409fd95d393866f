import ArgumentParser
import Headroom

struct SpendExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "The rows of the workspace as the month file that they came from.")

    @Option(help: ArgumentHelp("One delivery, also one that a later one replaced.", valueName: "number"))
    var delivery: Int64?

    @Option(help: ArgumentHelp("One month, such as 2025-12.", valueName: "month"), transform: month)
    var month: CivilMonth?

    @Option(help: ArgumentHelp("The layout of the data, where the workspace holds several.", valueName: "name"))
    var source: String?

    @Option(
        help: ArgumentHelp(
            "How the file is to be written: the layout that it came through, where that is not one of the seeds.",
            valueName: "name"))
    var layout: String?

    @Option(name: .shortAndLong, help: ArgumentHelp("Write it here instead of standard output.", valueName: "file"))
    var output: String?

    @OptionGroup var store: StoreOption
    @OptionGroup var screen: ScreenOptions

    func run() throws {
        try screen.reportingFaults {
            let export = try SpendExport(
                store: store.path, source: source, delivery: delivery, month: month, layout: layout)
            screen.print(export.findings)
            guard let output else {
                return try export.write {
                    try Terminal.printOutput(String(decoding: $0, as: UTF8.self), terminator: "")
                }
            }
            try export.write(to: output)
        }
    }

    private static func month(_ text: String) throws -> CivilMonth {
        guard let month = CivilMonth(text) else { throw ValidationError("“\(text)” is not a month; write 2025-12") }
        return month
    }
}
