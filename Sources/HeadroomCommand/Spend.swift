import ArgumentParser
import Headroom

struct Spend: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "What competitors spend: import vendors' month files, check and compare them, and write the monthly paper.",
        subcommands: [
            SpendImport.self, SpendChecks.self, SpendDiff.self, SpendCubeCommand.self, SpendNames.self,
            SpendExportCommand.self, SpendReport.self, SpendAlertsCommand.self, SpendOutlookCommand.self,
            SpendQueryCommand.self, SpendCalibrateCommand.self, SpendStores.self,
        ])
}

/// The workspace that a command works on.
struct StoreOption: ParsableArguments {
    @Option(
        name: .customLong("store"),
        help: ArgumentHelp("The workspace; it is made when first needed.", valueName: "file"))
    var path = "headroom.sqlite"

    func validate() throws {
        // SQLite takes these for a database that is gone with the program.
        guard !path.isEmpty, path != ":memory:" else { throw ValidationError("--store needs the name of a file") }
    }
}
